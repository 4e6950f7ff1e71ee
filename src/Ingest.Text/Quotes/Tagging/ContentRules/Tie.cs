namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>Drops the word of the writer that ties quoted words to the sentence before: "[But,] “it is closed,” said Roe".</summary>
internal static class Tie
{
    public static Attribution Drop(Reading reading, Attribution attribution)
    {
        var passage = reading.Passage;
        if (attribution.Content is not [var said, ..]
            || passage.KindAt(said.Start - 1) != PieceKind.Stop
            || !BrokenClause.IsTie(passage, said.Start))
            return attribution;
        var rest = said.From(passage.KindAt(said.Start + 1) == PieceKind.Comma ? said.Start + 2 : said.Start + 1);
        return !rest.IsEmpty && IsOnlyQuotations(passage, rest) ? attribution.WithFirst(rest) : attribution;
    }

    private static bool IsOnlyQuotations(Passage passage, PieceSpan pieces) =>
        Enumerable.Range(pieces.Start, pieces.Length).All(i => passage.KindAt(i) is PieceKind.Quotation or PieceKind.Comma);
}
