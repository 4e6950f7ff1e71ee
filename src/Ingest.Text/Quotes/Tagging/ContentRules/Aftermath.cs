namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Drops the time of speaking from the content:
/// <code>words := said "," … time ("after" | "before") …     "said that it would not happen[, hours after the board had met]"</code>
/// </summary>
internal static class Aftermath
{
    // In words: "just two days".
    private const int LongestTime = 3;

    private static readonly WordSet Relations = WordSet.InAnyCase("after before");

    public static Attribution Drop(Reading reading, Attribution attribution)
    {
        var passage = reading.Passage;
        if (attribution.Content is not [.., var said])
            return attribution;
        for (var comma = said.Start + 1; comma + 2 < said.End; comma++)
        {
            if (passage.KindAt(comma) == PieceKind.Comma
                && !passage.HasQuotation(said.From(comma))
                && HasTime(passage, said.From(comma + 2))
                && Clauses.LooksFinite(reading.View, said.Until(comma)))
                return attribution.WithLast(said.Until(comma));
        }

        return attribution;
    }

    private static bool HasTime(Passage passage, PieceSpan pieces) =>
        Enumerable.Range(pieces.Start, Math.Min(LongestTime, pieces.Length)).Any(i => IsBehindTime(passage, i));

    /// <summary>"hours [after]", "a day [before]".</summary>
    private static bool IsBehindTime(Passage passage, int at) =>
        passage.IsWord(at, Relations) && passage.IsWord(at - 1, SpeakerBounds.Times);
}
