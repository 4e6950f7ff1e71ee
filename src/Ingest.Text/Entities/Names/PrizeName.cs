using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// A name before "-winning" is a prize's, whoever bears it:
/// <code>prize := name "-" ("winning" | "nominated" | "winner" | "nominee")      "the [Oscar]-winning actress"</code>
/// </summary>
internal static class PrizeName
{
    /// <summary>
    /// The mention without "-winning". It becomes a prize (<see cref="EntityType.Misc"/>), unless it is an event that is not called a
    /// prize.
    /// </summary>
    public static Mention Refine(Document doc, Mention mention)
    {
        var (first, last) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1));
        var end = last - 1 > first && IsWon(doc, last - 1) ? last - 1 : last + 1;
        if (end > last && !IsWon(doc, end))
            return mention;
        var type = mention.Type == EntityType.Event && doc.TextOf(doc.Tokens[end - 1]) is not ("Prize" or "Award" or "Medal")
            ? EntityType.Event : EntityType.Misc;
        return new Mention(new TextSpan(mention.Span.Start, doc.Tokens[end - 1].Span.End), type);
    }

    /// <summary>Whether "-winning" begins at this token.</summary>
    private static bool IsWon(Document doc, int dash) =>
        dash + 1 < doc.Tokens.Count && doc.TextOf(doc.Tokens[dash]) is "-"
            && doc.TextOf(doc.Tokens[dash + 1]) is ("winning" or "nominated" or "winner" or "nominee")
        && doc.Tokens[dash + 1].Span.Start == doc.Tokens[dash].Span.End;
}
