using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// What a minister or an officer of a firm answers for, which is no body's name:
/// <code>
/// portfolio := officer "," field                                  "Director, Public Affairs"
///            | minister ("for" | "of") "the"? field (("," | ","? "and" | "&amp;") "the"? field)*
/// minister  := "Minister" | "Ministers" | "State" "for" | …      "Secretary of State for Roads"; not "Secretary of Roads"
/// field     := Everyday+                                          "Cyber Safety", "Northern Australia"
/// </code>
/// </summary>
internal static class Portfolio
{
    /// <summary>In tokens, from the office to the end of the mention.</summary>
    private const int Longest = 16;

    private static readonly WordSet Offices = WordSet.AsWritten("Commissioner Minister Ministers Spokesman Spokesperson Spokeswoman State");

    // Officers of a firm, behind whom their field stands with a comma: "Director, Public Affairs".
    private static readonly WordSet Officers = WordSet.AsWritten("Chief Director Head Manager Officer President");

    // Names of a body, of a party and of a journal, too.
    private static readonly WordSet Fields = WordSet.AsWritten("Customs Justice Labour Science");

    /// <summary>Whether the mention is a part of the portfolio.</summary>
    public static bool Holds(Document doc, Mention mention)
    {
        var (first, last) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1));
        if (!AreEveryday(doc, first, last) || (Gazetteer.Default.Find(mention.Span.In(doc.Text)) & WordLists.Organization) != 0)
            return false;
        if (first > 1 && Text(doc, first - 1) is "," && Officers.Contains(Text(doc, first - 2)))
            return (Gazetteer.Default.Find(Text(doc, last)) & WordLists.AnyHead) == 0;
        for (var at = first - 1; at > 0 && last - at < Longest; at--)
        {
            if (Text(doc, at) is "for" or "of" && Offices.Contains(Text(doc, at - 1)))
                return Text(doc, at) is "for" || Text(doc, at - 1) is "Minister" or "Ministers";
            if (!IsLink(doc, at) && !(doc.IsCapital(at) && IsEveryday(doc, at)))
                return false;
        }

        return false;
    }

    /// <summary>Whether the word is a field that is also something's name: "Science".</summary>
    public static bool IsNamed(ReadOnlySpan<char> word) => Fields.Contains(word);

    private static bool AreEveryday(Document doc, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (!IsLink(doc, i) && !IsEveryday(doc, i))
                return false;
        }

        return true;
    }

    private static bool IsLink(Document doc, int at) =>
        Text(doc, at) is "," or "and" or "&" or "the" or "'" or "’" || doc.Tokens[at].Kind == TokenKind.Clitic;

    private static bool IsEveryday(Document doc, int at) => doc.Tokens[at].Kind == TokenKind.Word
        && ((Gazetteer.Default.Find(Text(doc, at)) & (WordLists.Common | WordLists.Place)) != 0 || Fields.Contains(Text(doc, at)));

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
