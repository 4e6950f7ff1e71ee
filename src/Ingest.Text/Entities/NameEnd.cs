using Ingest.Text.Documents;
using Ingest.Text.Entities.Linking;

namespace Ingest.Text.Entities;

/// <summary>
/// What stands behind a place's name and makes it an event, though the tagger left it out:
/// <code>
/// event := ("the" | "a") place Capital* event-head      "the Harrow Climate Summit"; not "the England World Cup squad"
/// </code>
/// </summary>
internal static class NameEnd
{
    private const int MaxWords = 3;

    public static Mention Extend(Document doc, Mention mention)
    {
        var first = doc.TokenAt(mention.Span.Start);
        if (mention.Type != EntityType.Location || first == 0 || Text(doc, first - 1) is not ("the" or "The" or "a" or "A"))
            return mention;
        var end = doc.TokenAt(mention.Span.End - 1) + 1;
        for (var last = end; last < doc.Tokens.Count && last - end < MaxWords && IsCapital(doc, last); last++)
        {
            if ((Gazetteer.Default.Find(Text(doc, last)) & WordLists.EventHead) != 0 && EndsThere(doc, last + 1))
                return new Mention(new TextSpan(mention.Span.Start, doc.Tokens[last].Span.End), EntityType.Event);
        }

        return mention;
    }

    private static bool EndsThere(Document doc, int next) =>
        next == doc.Tokens.Count || doc.Tokens[next].Kind == TokenKind.Punctuation || (!IsCapital(doc, next) && WordUses.Of(Text(doc, next)) != WordUse.None);

    private static bool IsCapital(Document doc, int token) => doc.Tokens[token].Kind == TokenKind.Word && char.IsUpper(Text(doc, token)[0]);

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
