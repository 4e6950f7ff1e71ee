using System.Collections.Frozen;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// Finds the attributions of a passage: first its cues, then for each the likely readings of who speaks and what is said, and of these
/// the one that the ranker prefers, if any.
/// </summary>
internal static class AttributionTagger
{
    // That some reading of a cue is right; what is less likely costs more precision than it gains recall.
    private const double MinCue = 0.3;

    // That the reading itself is right.
    private const double MinReading = 0.12;

    // That a piece is part of another cue, so that it can be no part of what is said.
    private const double Sure = 0.9;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nobody = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "I", "we", "us", "you", "one", "nobody", "no one", "anyone").GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<Attribution> Find(Passage passage, NameMap names, QuoteModel model)
    {
        var view = PassageView.Of(passage, names);
        var first = FirstStage(view, model.Cues);
        var likelihood = FoundCue.Likelihood(first);
        var found = new List<Attribution>();
        var cues = FoundCue.In(likelihood, first);
        if (cues.Count == 0)
            return found;
        var features = new CandidateFeatures(view, likelihood);
        var readings = new List<(Candidate Best, Evidence Evidence)>();
        foreach (var cue in cues)
        {
            var candidates = Candidate.Of(passage, cue, SecondStage(view, first, likelihood, cue, model.Roles));
            if (candidates.Count == 0)
                continue;
            var probabilities = model.Ranker.Probabilities(features, candidates);
            var best = Array.IndexOf(probabilities, probabilities.Max());
            readings.Add((candidates[best], new Evidence(probabilities.Sum(), probabilities[best])));
        }

        // The surest first: what stands in its words is said by it and attributes nothing itself.
        foreach (var (best, evidence) in readings.OrderByDescending(reading => reading.Evidence.Cue))
        {
            if (evidence.Cue < MinCue || evidence.Reading < MinReading || found.Exists(other => IsWithin(best, other)))
                continue;
            var attribution = AttributionOf(passage, best);
            if (!IsTerm(attribution, best.Cue) && !(IsNobody(attribution) && KindOf(attribution) == QuoteKind.Indirect))
                found.Add(attribution with { Evidence = evidence });
        }

        return found;
    }

    /// <summary>Whether its cue stands in what the other says, or both say the same words.</summary>
    private static bool IsWithin(Candidate candidate, Attribution other) => other.Content.Any(said =>
        (candidate.Cue.Start >= said.Start && candidate.Cue.Start < said.End) || candidate.Content.Any(own => own.Start < said.End && said.Start < own.End));

    public static Chained FirstStage(PassageView view, TagWeights weights) =>
        Chained.Of(view.Count, _ => 0x7FFF, weights, (int i, ref FeatureList features) => CueFeatures.Extract(view, i, ref features));

    public static Chained SecondStage(PassageView view, Chained first, double[] likelihood, FoundCue cue, TagWeights weights)
    {
        var roles = new RoleFeatures(view, first.Tags);
        roles.Face(cue.Start, cue.End);
        return Chained.Of(view.Count, i => RoleMask(i, cue, likelihood), weights, roles.Extract);
    }

    /// <summary>The tags of one side of the cue, and of the cue itself. No other cue is part of what is said.</summary>
    public static ushort RoleMask(int i, FoundCue cue, double[] likelihood) =>
        i < cue.Start ? (ushort)(likelihood[i] > Sure ? 0x0F : 0x7F) : i < cue.End ? (ushort)0x80 : (ushort)(likelihood[i] > Sure ? 0x0F00 : 0x7F00);

    public static Attribution AttributionOf(Passage passage, Candidate candidate) => new()
    {
        Passage = passage,
        Cue = passage.SpanOf(candidate.Cue.Start, CueEnd(passage, candidate)),
        Source = candidate.Source is var (start, end) && !IsImpersonal(passage, candidate.Cue, start, end) ? passage.SpanOf(start, end) : null,
        Content = candidate.Content,
    };

    public static QuoteKind KindOf(Attribution attribution)
    {
        var draft = new Draft(attribution);
        foreach (var (start, end) in attribution.Content)
            draft.Add(attribution.Passage, start, end);
        return draft.Kind;
    }

    /// <summary>"It is said that".</summary>
    private static bool IsImpersonal(Passage passage, FoundCue cue, int start, int end) =>
        end - start == 1 && end == cue.Start && passage.IsWord(start, "it") && passage.Is(cue.Start, WordClass.Be);

    /// <summary>"We asked", "you know", "no one denies": the writer, the reader or nobody is no speaker.</summary>
    private static bool IsNobody(Attribution attribution) =>
        attribution.Source is { } source && source.Length <= 8 && Nobody.Contains(source.In(attribution.Passage.Text));

    /// <summary>
    /// Without the place or the occasion, "said [in a statement]", and without the colon; "went on to say" is whole, and so is "warned of"
    /// right before what was warned of.
    /// </summary>
    private static int CueEnd(Passage passage, Candidate candidate)
    {
        var (cue, end) = (candidate.Cue, candidate.Cue.End);
        if (passage.Is(end, WordClass.Preposition) && passage.KindAt(end + 1) == PieceKind.Word && candidate.Content.Any(said => said.Start == end + 1))
            return end + 1;
        while (end - 1 > cue.Start && !Candidate.Holds(passage, end - 1))
            end--;
        for (var i = cue.Start + 1; i + 1 < end; i++)
        {
            if (passage.Is(i, WordClass.Preposition) && !passage.IsWord(i, "to") && !passage.IsWord(i + 1, "to"))
                return i;
        }

        return end;
    }

    /// <summary>"signed a 'de-escalation agreement'": words in marks that are no sentence, and no word that reports.</summary>
    private static bool IsTerm(Attribution attribution, FoundCue cue)
    {
        const int sentence = 30;   // in letters and signs
        var passage = attribution.Passage;
        for (var i = cue.Start; i < cue.End; i++)
        {
            if (passage.KindAt(i) != PieceKind.Word || CueVerbs.Find(passage.Word(i)) is not null || passage.IsWord(i, "according"))
                return false;
        }

        var quotations = attribution.Content.SelectMany(range => passage.QuotationsIn(range.Start, range.End)).ToList();
        return quotations.Count > 0 && quotations.TrueForAll(quotation => quotation.Inner.Length < sentence);
    }
}
