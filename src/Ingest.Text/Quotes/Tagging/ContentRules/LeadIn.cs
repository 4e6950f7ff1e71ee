namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Drops the content of a lead-in, which announces the next words: "Roe had a warning for the board:". Content without a verb there is
/// the hearer or the place.
/// </summary>
internal static class LeadIn
{
    public static Attribution Drop(Reading reading, Attribution attribution)
    {
        var (view, passage) = (reading.View, reading.Passage);
        return passage.KindAt(passage.Count - 1) == PieceKind.Colon
            && attribution.Kind() == QuoteKind.Indirect
            && !attribution.Content.Any(said => Clauses.LooksFinite(view, said))
                ? attribution with { Content = [] } : attribution;
    }
}
