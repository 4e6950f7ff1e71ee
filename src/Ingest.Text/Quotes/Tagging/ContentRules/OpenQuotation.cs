namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// "[“It is closed,”] Jane Roe said to end the debate": words in marks that end in a comma are what the speaker right behind them says.
/// Then the words behind the cue are not.
/// </summary>
internal static class OpenQuotation
{
    // In letters and signs: shorter ones are names and terms.
    private const int LeastSaid = 15;

    public static Candidate TakeIn(Passage passage, Candidate candidate, List<Attribution> found)
    {
        if (candidate.Source is not var (source, sourceEnd) || (sourceEnd != candidate.Cue.Start && candidate.Cue.End != source))
            return candidate;
        var at = Math.Min(source, candidate.Cue.Start) - 1;
        var isFirst = at == 0 || (at > 0 && passage.KindAt(at - 1) == PieceKind.Stop);
        if (!isFirst
            || passage[at].Quotation is not { } quotation
            || passage.Text[quotation.Inner.End - 1] != ','
            || quotation.Inner.Length < LeastSaid
            || candidate.Content.Any(said => said.Start <= at || passage.QuotationsIn(said).Any())
            || found.Exists(other => other.Content.Any(said => said.Contains(at))))
            return candidate;
        return candidate with { Content = [new(at, at + 1)] };
    }
}
