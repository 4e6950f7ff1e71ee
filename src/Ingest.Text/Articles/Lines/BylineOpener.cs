namespace Ingest.Text.Articles.Lines;

/// <summary>
/// Recognises the opener of a byline: "By", "Words by", "Posted by"; "Von", "Par" and the like only before two words of a name.
/// </summary>
internal static class BylineOpener
{
    private static readonly string[] Openers =
    [
        "by", "words by", "story by", "written by", "posted by", "reported by", "published by", "report by", "text by", "authored by",
        "interview by", "review by", "analysis by", "compiled by", "author:", "from our correspondent",
    ];

    // "By" of other languages. Some begin names as well: Von Miller, Di Stefano.
    private static readonly string[] ForeignOpeners = ["von ", "par ", "por ", "door ", "di ", "av ", "af "];

    /// <summary>The opener's length at the start of the line, with the blanks behind; 0 when the line has none.</summary>
    public static int LengthIn(ReadOnlySpan<char> line)
    {
        var longest = 0;
        foreach (var opener in Openers)
        {
            if (opener.Length <= longest || !line.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = line[opener.Length..];
            if (rest is [' ' or ':', ..])
                longest = line.Length - rest.TrimStart(" :").Length;
        }

        return longest > 0 ? longest : ForeignLengthIn(line);
    }

    private static int ForeignLengthIn(ReadOnlySpan<char> line)
    {
        foreach (var opener in ForeignOpeners)
        {
            if (line.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                return BeginsName(line[opener.Length..]) ? opener.Length : 0;
        }

        return 0;
    }

    /// <summary>Whether two words of a name stand there, neither of them a particle.</summary>
    private static bool BeginsName(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOf(' ');
        if (blank <= 0)
            return false;
        var second = text[(blank + 1)..];
        if (second.IndexOfAny(" ,") is >= 0 and var end)
            second = second[..end];
        return IsCapital(text[..blank]) && IsCapital(second);

        static bool IsCapital(ReadOnlySpan<char> word) =>
            BylineWord.MayBeInName(word.ToString()) && char.IsUpper(word[0])
            && !BylineWord.IsParticle(word.ToString().ToLowerInvariant());
    }
}
