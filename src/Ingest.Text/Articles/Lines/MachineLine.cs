namespace Ingest.Text.Articles.Lines;

/// <summary>
/// Recognises a line that a machine wrote, which continues no sentence: the number of a page, "(more)" and the slug of a wire, "-30-",
/// names of services that ran together.
/// </summary>
internal static class MachineLine
{
    public static bool Is(string line) => Is(line, LineShape.Of(line));

    public static bool Is(string line, in LineShape shape)
    {
        if (shape.Words == 1)
        {
            var word = line.AsSpan().Trim("-–— ([)]*");
            if (word is "30" || (line[0] is '(' or '[' && word.Equals("more", StringComparison.OrdinalIgnoreCase)))
                return true;
            return word.Length <= 4 && line.Length <= 8 && word.IndexOfAnyExceptInRange('0', '9') < 0 || Seams(word) >= 2;
        }

        return shape is { Words: <= 12, EndsSentence: false, Capitals: >= 4 } && IsSlug(line);
    }

    /// <summary>Capitals behind small letters, with no blank between.</summary>
    private static int Seams(ReadOnlySpan<char> word)
    {
        var seams = 0;
        for (var i = 1; i < word.Length; i++)
            seams += char.IsUpper(word[i]) && char.IsLower(word[i - 1]) ? 1 : 0;
        return seams;
    }

    /// <summary>
    /// <c>slug := CAPITALS ("-" CAPITALS)+ "/" | CAPITALS ("-" CAPITALS)("-" CAPITALS)+ | "BC-" …</c>, among other marks of a wire.
    /// </summary>
    private static bool IsSlug(string line)
    {
        if (!line.Contains('-'))
            return false;
        foreach (var range in line.AsSpan().Split(' '))
        {
            var token = line.AsSpan(range);
            if (token.Length < 5 || token.IndexOfAnyInRange('a', 'z') >= 0 || !char.IsAsciiLetterUpper(token[0]))
                continue;
            var hyphens = token.Count('-');
            if (hyphens >= 1 && (hyphens >= 3 || token[^1] == '/' || token.StartsWith("BC-")))
                return true;
        }

        return false;
    }
}
