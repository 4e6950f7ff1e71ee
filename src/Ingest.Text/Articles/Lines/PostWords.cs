namespace Ingest.Text.Articles.Lines;

/// <summary>
/// The words of a post of a social network, without the addresses of pages and pictures at its end and without placeholders for pictures.
/// </summary>
internal static class PostWords
{
    private const string Picture = "[image or embed]";

    /// <summary>The beginning of the text, up to its last word; empty where there are only addresses.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> text)
    {
        var words = text.TrimEnd();
        if (words.EndsWith(Picture))
            words = words[..^Picture.Length].TrimEnd();
        for (var last = LastWord(words); IsAddress(words[last..]); last = LastWord(words))
            words = words[..last].TrimEnd();
        return words;
    }

    private static int LastWord(ReadOnlySpan<char> text) => text.LastIndexOfAny(' ', '\n') + 1;

    /// <summary>Two may have run together: "https://example.org/apic.twitter.com/b".</summary>
    private static bool IsAddress(ReadOnlySpan<char> word) =>
        word.Contains("://", StringComparison.Ordinal) || word.StartsWith("pic.twitter.com/");
}
