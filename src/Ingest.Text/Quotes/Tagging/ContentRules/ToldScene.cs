namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>Drops a scene before a colon, which nobody says: "[Roe took out a key:] “Here it is,” she said".</summary>
internal static class ToldScene
{
    public static Attribution Drop(Reading reading, Attribution attribution)
    {
        var passage = reading.Passage;
        if (attribution.Content is not [var said, ..])
            return attribution;
        var scene = said.Until(said.Last - 1);
        return !scene.IsEmpty
            && passage.KindAt(scene.End) == PieceKind.Colon
            && passage[said.Last].Quotation is { } quotation
            && attribution.Cue is { } cue
            && cue.Start >= quotation.Outer.End
            && Clauses.LooksFinite(reading.View, scene)
            && !passage.HasQuotation(scene)
                ? attribution.WithFirst(said.From(said.Last)) : attribution;
    }
}
