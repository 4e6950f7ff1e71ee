using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// The short form of a name, made of its letters, and the one that it brings with it:
/// <code>
/// name "(" acronym ")"      "Royal Institute of Roads (RIR)": of capitals, the first of them the name's, and no more than its words
/// </code>
/// </summary>
internal static class Acronym
{
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
            if (char.ToUpperInvariant(Text(doc, i)[0]) == acronym[next])
                next++;
        }

        return acronym.Length > 1 && next == acronym.Length ? end + 1 : -1;
    }

    /// <summary>The acronyms that a name may have, that of its capitals first: "FBI" of "Federal Bureau of Investigation", "DOE" of "Department of Energy", "CDC" of "Centers for Disease Control and Prevention".</summary>
    public static IEnumerable<string> Of(string name)
    {
        const int least = 3;   // shorter ones are anybody's
        if (!name.Contains(' '))
            yield break;
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var capitals = string.Concat(words.Where(word => char.IsUpper(word[0])).Select(word => word[0]));
        yield return capitals;
        yield return string.Concat(words.Select(word => word[0]));
        yield return string.Concat(words.Select(word => char.ToUpperInvariant(word[0])));
        if (words is [.., "and", _] && capitals.Length > least)
            yield return capitals[..^1];
    }

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
