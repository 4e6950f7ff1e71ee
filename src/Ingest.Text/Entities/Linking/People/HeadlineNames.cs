namespace Ingest.Text.Entities.Linking.People;

/// <summary>The full names of a headline.</summary>
internal static class HeadlineNames
{
    private static readonly char[] Punctuation = [.. ".,:;?!‘’'\"“”()"];

    /// <summary>Each two words in capitals, one behind the other, as first and last part of a name.</summary>
    /// <param name="title">The headline; null where there is none.</param>
    /// <param name="gazetteer">Tells titles and particles.</param>
    public static HashSet<(string First, string Last)> Pairs(string? title, Gazetteer gazetteer) =>
        [.. Words(title).Select(pair => PersonName.Parse($"{pair.First} {pair.Last}", gazetteer))
            .Where(name => name.Length == 2)
            .Select(name => (name.First, name.Last))];

    /// <summary>
    /// Those of somebody whom the text calls by either part alone: "Jane Roe" over a text of "Jane" and "Roe".
    /// </summary>
    /// <param name="title">The headline; null where there is none.</param>
    /// <param name="isAlone">Whether the text has a name of one part, folded.</param>
    /// <param name="gazetteer">Knows first names.</param>
    public static IEnumerable<PersonName> Find(string? title, Func<string, bool> isAlone, Gazetteer gazetteer)
    {
        foreach (var (first, last) in Words(title))
        {
            if (!IsFirstName(gazetteer.Find(first)))
                continue;
            var name = PersonName.Parse($"{first} {last}", gazetteer);
            if (name.Length == 2 && isAlone(name.First) && isAlone(name.Last))
                yield return name;
        }
    }

    private static IEnumerable<(string First, string Last)> Words(string? title)
    {
        var words = (title ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var (first, last) = (words[i].TrimStart(Punctuation), WithoutOwner(words[i + 1]).TrimEnd(Punctuation));
            if (first.Length > 0 && last.Length > 0 && char.IsUpper(first[0]) && char.IsUpper(last[0]))
                yield return (first, last);
        }
    }

    /// <summary>Whether the lists show a first name that is hardly a surname: not "Clinton" of "Clinton Trump Debate".</summary>
    private static bool IsFirstName(WordLists lists) =>
        (lists & WordLists.FirstName) != 0 && ((lists & WordLists.Surname) == 0 || (lists & WordLists.ClearName) != 0);

    private static string WithoutOwner(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
}
