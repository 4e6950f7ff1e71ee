using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>The name of a site without the slogan that it is declared with: "The Elm Times | Elm News, Weather, Sports".</summary>
internal static class SiteName
{
    /// <summary>Dividers between a name and its slogan, or between a headline and a name.</summary>
    public static readonly string[] Dividers = [" | ", " - ", " – ", " — "];

    private const int MinLetters = 3;

    // Before a country's letters: "elm.com.au".
    private static readonly WordSet Registries = WordSet.AsWritten("com edu gov net org");

    /// <summary>The part of the name most like the address; the whole name where none is.</summary>
    /// <param name="declared">The name as the page declares it.</param>
    /// <param name="url">The address of the page.</param>
    public static string Of(string declared, string? url)
    {
        var parts = declared.Split(Dividers, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || !Uri.TryCreate(url, UriKind.Absolute, out var address))
            return declared;
        // From the right: "sport.elm.co.uk" is Elm's, and "elmtimes.wordpress.com" the Elm Times'.
        foreach (var label in address.Host.Split('.').SkipLast(1).Reverse().Where(label => !Registries.Contains(label)))
        {
            var best = parts.MaxBy(part => LikenessOf(part, label))!;
            if (LikenessOf(best, label) > 0)
                return best;
        }

        return declared;
    }

    /// <summary>
    /// 1 for "The Elm Times" and "theelmtimes", and for "New Elm Assembly" and "nea"; less where one has more letters, as in "Elm Times
    /// Online" and "elmtimes"; 0 where neither holds the other.
    /// </summary>
    private static double LikenessOf(string part, string domain)
    {
        var words = Likeness.Fold(part).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words);
        if (name.Length < MinLetters || domain.Length < MinLetters)
            return 0;
        if (domain.Equals(string.Concat(words.Select(word => word[0])), StringComparison.OrdinalIgnoreCase))
            return 1;
        return name.Contains(domain, StringComparison.OrdinalIgnoreCase) || domain.Contains(name, StringComparison.OrdinalIgnoreCase)
            ? (double)Math.Min(name.Length, domain.Length) / Math.Max(name.Length, domain.Length)
            : 0;
    }
}
