namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Takes in quoted words that end in a comma right before their speaker: "[“It is closed,”] Jane Roe said to end the debate". Then the
/// words behind the cue are not content.
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
            || candidate.Content.Any(said => said.Start <= at || passage.HasQuotation(said))
            || found.Exists(other => other.Content.Any(said => said.Contains(at))))
            return candidate;
        return candidate with { Content = [new(at, at + 1)] };
    }
}
