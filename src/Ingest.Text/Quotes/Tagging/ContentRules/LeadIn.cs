namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// "Roe had a warning for the board:" leads in to what comes next; what it says itself without a verb is to whom or where.
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
