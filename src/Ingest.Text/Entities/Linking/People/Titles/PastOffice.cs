using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>
/// Finds the word for an office that is past, or not yet permanent, across the party or the place between:
/// <code>
/// past := ("former" | "acting" | …) "-"? (capital+ | number | "and")*     "former Democratic President", "former New Jersey governor"
/// </code>
/// A party before a title is not part of the role.
/// </summary>
internal sealed class PastOffice(Document doc, Gazetteer gazetteer)
{
    /// <summary>In tokens between the word and the office.</summary>
    private const int Farthest = 6;

    private static readonly WordSet Words = WordSet.InAnyCase("former ex then acting interim outgoing incoming late retired");

    private readonly TitleWords _words = new(doc, gazetteer);

    public static bool IsPast(ReadOnlySpan<char> word) => Words.Contains(word);

    /// <summary>"former " where the office is past; otherwise empty.</summary>
    public string Before(int office)
    {
        var at = office - 1;
        var isNear = true;   // only a party or a people stands between
        while (at > 0 && office - at < Farthest && !_words.StartsSentence(at) && IsOfName(at))
            isNear = (_words.Lists(at--) & (WordLists.Group | WordLists.Demonym)) != 0;
        if (at > 0 && _words.Text(at) is "-")
            at--;
        if (at < 0 || !IsPast(_words.Text(at)) || (doc.IsCapital(at) && !_words.StartsSentence(at)))
            return "";
        // "said late Friday President Roe", "and then New York Mayor Roe spoke": here the word tells a time.
        var isOfTime = !isNear && _words.Text(at) is "late" or "then";
        return isOfTime ? "" : $"{_words.Words(at, at + 1).ToLowerInvariant()} ";
    }

    private bool IsOfName(int at) => doc.IsCapital(at)
        || doc.Tokens[at].Kind == TokenKind.Number
        || (_words.Text(at) is "and" or "&" && doc.IsCapital(at - 1));
}
