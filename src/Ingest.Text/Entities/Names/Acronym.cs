using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// The short form of a name, made of its letters. A name may bring its short form in brackets:
/// <code>
/// name "(" acronym ")"      "Royal Institute of Roads (RIR)", "(RIoR)": capitals at both ends, and no more letters than its words
///                           "Royal Institute of Roads (Rir)": its capitals, all of them
/// </code>
/// </summary>
internal static class Acronym
{
    /// <summary>In letters, for an acronym of only part of the name: many names share a shorter one.</summary>
    private const int Least = 3;

    /// <summary>The acronym's token; −1 where none stands behind the name.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="first">The name's first token.</param>
    /// <param name="end">The one behind its last.</param>
    public static int Behind(Document doc, int first, int end)
    {
        if (end + 2 >= doc.Tokens.Count || end - first < 2 || Text(doc, end) is not "(" || Text(doc, end + 2) is not ")"
            || doc.Tokens[end + 1].Kind != TokenKind.Word)
            return -1;
        var acronym = Text(doc, end + 1);
        var next = 0;
        for (var i = first; i < end && next < acronym.Length; i++)
        {
            if (char.ToUpperInvariant(Text(doc, i)[0]) == char.ToUpperInvariant(acronym[next]))
                next++;
        }

        return acronym.Length > 1 && next == acronym.Length && char.IsUpper(acronym[0])
            && (char.IsUpper(acronym[^1]) || AreCapitals(doc, first, end, acronym)) ? end + 1 : -1;
    }

    /// <summary>Whether the letters are the capitals of the name's words, whatever their case.</summary>
    private static bool AreCapitals(Document doc, int first, int end, ReadOnlySpan<char> letters)
    {
        var next = 0;
        for (var i = first; i < end; i++)
        {
            if (!doc.IsCapital(i))
                continue;
            if (next == letters.Length || Text(doc, i)[0] != char.ToUpperInvariant(letters[next]))
                return false;
            next++;
        }

        return next >= Least && next == letters.Length;
    }

    /// <summary>
    /// The acronyms that a name may have, the one of its capitals first: "FBI" of "Federal Bureau of Investigation", "DOE" of "Department
    /// of Energy", "CDC" of "Centers for Disease Control and Prevention", "PG&amp;E" of "Pacific Gas and Electric Company", "DEA" of
    /// "U.S. Drug Enforcement Administration", "FSB" of "Russian Federal Security Bureau".
    /// </summary>
    public static IEnumerable<string> Of(string name)
    {
        if (!name.Contains(' '))
            return [];
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = new List<string>();
        Add(words, least: 1);
        // "Co-Operation" gives one letter or two.
        if (name.Contains('-'))
            Add(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries), least: 1);
        var isOwned = words[0] is "U.S." or "US" or "U.K." or "UK" || (Gazetteer.Default.Find(words[0]) & WordLists.Demonym) != 0;
        var (start, end) = (isOwned ? 1 : 0, words.Length);
        while (end - start > 1 && ThingKinds.IsForm(words[end - 1]))
            end--;
        if (end - start < words.Length && end > start + 1)
            Add(words[start..end], Least);
        return all;

        void Add(string[] parts, int least)
        {
            var capitals = string.Concat(parts.Where(word => char.IsUpper(word[0])).Select(word => word[0]));
            if (capitals.Length < least)
                return;
            all.Add(capitals);
            all.Add(string.Concat(parts.Select(word => word[0])));
            all.Add(string.Concat(parts.Select(word => char.ToUpperInvariant(word[0]))));
            if (parts is [.., "and", _] && capitals.Length > Least)
                all.Add(capitals[..^1]);
            if (parts.Contains("and"))
                all.Add(string.Concat(parts.Where(word => char.IsUpper(word[0]) || word is "and").Select(word => word is "and"
                    ? '&'
                    : word[0])));
        }
    }

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
