namespace Ingest.Text.Articles.Lines;

/// <summary>
/// Reads one writer's name from the words between two dividers of a byline. It cuts off a house right behind a name of two words, "Jane
/// Roe Lakeside News". Three words behind a comma, "Contributing Opinion Writer", give no name.
/// </summary>
internal static class BylineName
{
    /// <summary>In words.</summary>
    private const int Longest = 5;

    private static readonly WordSet Degrees = WordSet.AsWritten(
        "Ph.D. Ph.D PhD M.D. MD MBA M.B.A. Esq. Esq MPH RN RD CFA CFP CPA JD J.D. LL.M. DDS DVM MSc BSc");

    // Words that begin a role, and not a name.
    private static readonly WordSet RoleOpeners = WordSet.InAnyCase(
        "contributing executive content opinion managing deputy head associate assistant advance featured lead sr. certified");

    // Words that end a role behind a name; alone, they may end a blog's name.
    private static readonly WordSet RoleEnders = WordSet.InAnyCase("expert experts reviewer reviewers analyst analysts author");

    private static readonly WordSet Numerals = WordSet.AsWritten("II III IV JR");

    // Words behind a name without a divider.
    private static readonly string[] Tails =
    [
        " The Associated Press", " Associated Press", " The Canadian Press", " Reuters", " AFP", " AP", " Bloomberg", " Staff Writer",
        " Staff Reporter",
    ];

    /// <summary>The name; null where the words name nobody, or somebody named before.</summary>
    /// <param name="words">Between two dividers.</param>
    /// <param name="before">The names before.</param>
    /// <param name="mayHaveHouse">Whether a house may stand behind a name of two words.</param>
    public static string? Of(IReadOnlyList<string> words, IReadOnlyList<string> before, bool mayHaveHouse)
    {
        var name = words.ToList();
        while (name.Count > 2 && Degrees.Contains(name[^1]))
            name.RemoveAt(name.Count - 1);
        CutHouse(name, mayHaveHouse);
        if (name.Count == 0 || (before.Count > 0 && RoleEnders.Contains(name[^1])))
            return null;
        CutTail(name);
        var said = string.Join(' ', name);
        return IsName(name) && !before.Contains(said) && (name.Count > 1 || !before.Any(other => other.Contains(' '))) ? said : null;
    }

    private static bool IsName(List<string> words) =>
        words.Count <= Longest
        && words.TrueForAll(BylineWord.MayBeInName)
        && words[^1].Any(char.IsUpper)
        && !words.Exists(BylineWord.IsInNoName)
        && !RoleOpeners.Contains(words[0])
        && !BylineWord.AreMonths(words);

    /// <summary>
    /// Cuts the house behind a name of two words: "the …", words in capitals, or two words of which the last is in no name.
    /// </summary>
    private static void CutHouse(List<string> name, bool mayHaveHouse)
    {
        if (name.Count < (mayHaveHouse ? 3 : 4))
            return;
        var cut = name.FindIndex(2, word => word.Equals("the", StringComparison.OrdinalIgnoreCase));
        if (cut < 0 && !name.TrueForAll(IsCapitals))
            cut = name.FindIndex(2, word => word.Length > 1 && IsCapitals(word) && !word.Contains('.') && !Numerals.Contains(word));
        if (cut < 0 && BylineWord.IsInNoName(name[^1]))
        {
            var first = name.FindIndex(2, BylineWord.IsInNoName);
            cut = first == name.Count - 1 && name.Count >= 4 ? name.Count - 2 : first;
        }

        if (cut >= 2)
            name.RemoveRange(cut, name.Count - cut);

        static bool IsCapitals(string word) => word.All(c => !char.IsLetter(c) || char.IsUpper(c));
    }

    private static void CutTail(List<string> name)
    {
        var said = string.Join(' ', name);
        if (Tails.FirstOrDefault(tail => said.EndsWith(tail, StringComparison.OrdinalIgnoreCase)) is { } agency)
            name.RemoveRange(name.Count - agency.Count(c => c == ' '), agency.Count(c => c == ' '));
    }
}
