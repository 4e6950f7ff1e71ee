using System.Buffers;

namespace Ingest.Text.Articles.Lines;

/// <summary>Compares lines by their words alone, so that marks, case and blanks make no difference.</summary>
internal static class Likeness
{
    /// <summary>Letters of the shortest word that tells one text from another.</summary>
    public const int MinWord = 4;

    // The folded form of each ASCII character; NUL for characters that vanish: "Trump's" and "Trump’s" are one word.
    private static readonly char[] Ascii =
        [.. Enumerable.Range(0, 128)
            .Select(c => (char)c)
            .Select(c => c == '\'' ? '\0' : char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')];

    /// <summary>
    /// Letters and digits in lower case; one blank between words and at both ends, so that whole words can be searched for.
    /// </summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 2);
        try
        {
            var length = 0;
            buffer[length++] = ' ';
            foreach (var c in text)
            {
                var folded = Folded(c);
                if (folded > ' ' || (folded == ' ' && buffer[length - 1] != ' '))
                    buffer[length++] = folded;
            }

            if (buffer[length - 1] != ' ')
                buffer[length++] = ' ';
            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether the text folds to <paramref name="folded"/>; it folds no more of the text than is alike.</summary>
    public static bool Folds(ReadOnlySpan<char> text, ReadOnlySpan<char> folded)
    {
        if (folded is not [' ', ..])
            return false;
        var at = 1;
        foreach (var c in text)
        {
            var next = Folded(c);
            if (next < ' ' || (next == ' ' && folded[at - 1] == ' '))
                continue;
            if (at == folded.Length || folded[at] != next)
                return false;
            at++;
        }

        return folded[at - 1] == ' ' ? at == folded.Length : at == folded.Length - 1 && folded[at] == ' ';
    }

    /// <summary>The same words, or the words with which the other begins: a lead and its shortened copy.</summary>
    public static bool IsSameOrBeginning(string foldedShort, string foldedLong) =>
        foldedShort.Length > 2 && foldedLong.StartsWith(foldedShort, StringComparison.Ordinal);

    /// <summary>
    /// Share of the words of <see cref="MinWord"/> and more letters of <paramref name="folded"/> that are among <paramref name="words"/>;
    /// 0 when it has none.
    /// </summary>
    public static double ShareOfWords(ReadOnlySpan<char> folded, HashSet<string> words)
    {
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        int all = 0, common = 0;
        foreach (var word in folded.Split(' '))
        {
            if (folded[word].Length < MinWord)
                continue;
            all++;
            common += known.Contains(folded[word]) ? 1 : 0;
        }

        return all == 0 ? 0 : (double)common / all;
    }

    private static char Folded(char c) =>
        c < Ascii.Length ? Ascii[c] : c == '’' ? '\0' : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ';
}
