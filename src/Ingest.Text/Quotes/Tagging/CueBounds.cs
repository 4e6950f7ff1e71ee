using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// Chooses where a cue begins and ends, once its source and content are known: "said [in a statement]", "[has] pushed back [against]".
/// The choices are the stretches that contain part of the cue, and nothing of the source or the content.
/// </summary>
internal static class CueBounds
{
    private const int Before = 3, Behind = 6, Longest = 10;

    /// <param name="view">Of the passage.</param>
    /// <param name="likelihood">How likely each piece is to be part of a cue.</param>
    /// <param name="candidate">The cue's reading.</param>
    /// <param name="ranker">Learnt for this choice.</param>
    public static PieceSpan Choose(PassageView view, double[] likelihood, Candidate candidate, Ranker ranker)
    {
        Span<uint> buffer = stackalloc uint[CandidateFeatures.Max];
        var (best, most) = (new PieceSpan(candidate.Cue.Start, candidate.Cue.End), 0.0);
        foreach (var choice in Of(view.Passage, candidate))
        {
            var list = new FeatureList(buffer);
            Extract(view, likelihood, candidate, choice, ref list);
            if (ranker.Odds(list.Finish()) is var odds && odds > most)   // odds are above 0
                (best, most) = (choice, odds);
        }

        return best;
    }

    public static List<PieceSpan> Of(Passage passage, Candidate candidate)
    {
        var cue = candidate.Cue;
        var (first, limit) = (Math.Max(cue.Start - Before, 0), Math.Min(cue.End + Behind, passage.Count));
        foreach (var (start, end) in candidate.Source is { } source ? candidate.Content.Append(source) : candidate.Content)
        {
            if (end <= cue.Start)
                first = Math.Max(first, end);
            else if (start >= cue.End)
                limit = Math.Min(limit, start);
        }

        var found = new List<PieceSpan>();
        for (var start = first; start < cue.End; start++)
        {
            if (!Candidate.Holds(passage, start))
                continue;
            for (var end = start + 1; end <= Math.Min(limit, start + Longest)
                && passage.KindAt(end - 1) is not (PieceKind.Quotation or PieceKind.Stop); end++)
            {
                if (end > cue.Start && Candidate.Holds(passage, end - 1))
                    found.Add(new(start, end));
            }
        }

        return found;
    }

    public static uint[][] FeaturesOf(PassageView view, double[] likelihood, Candidate candidate, List<PieceSpan> choices)
    {
        Span<uint> buffer = stackalloc uint[CandidateFeatures.Max];
        var features = new uint[choices.Count][];
        for (var i = 0; i < features.Length; i++)
        {
            var list = new FeatureList(buffer);
            Extract(view, likelihood, candidate, choices[i], ref list);
            features[i] = list.Finish().ToArray();
        }

        return features;
    }

    private static void Extract(PassageView view, double[] likelihood, Candidate candidate, PieceSpan choice, ref FeatureList features)
    {
        var stem = view[Head(view, choice)].Stem;
        var gap = Gap(view, candidate, choice.End);
        features.Add(0);
        AddLikelihood(view, likelihood, candidate.Cue, choice, ref features);
        AddEnd(view, choice, stem, gap, ref features);
        AddStart(view, candidate, choice, stem, gap.Gap, ref features);
        features.Add(Path(view, choice));
        features.Add(Path(view, choice), gap.Gap);
    }

    /// <summary>
    /// Adds how likely the pieces in the choice and beside it are to be part of a cue, and how far the choice goes beyond the cue that
    /// was found.
    /// </summary>
    private static void AddLikelihood(PassageView view, double[] likelihood, FoundCue cue, PieceSpan choice, ref FeatureList features)
    {
        uint T(int i) => view.At(i).Tag;
        var (start, end) = choice;
        var (least, most) = (1.0, 0.0);
        for (var i = start; i < end; i++)
            least = Math.Min(least, likelihood[i]);
        for (var i = Math.Max(0, start - 2); i < Math.Min(view.Count, end + 3); i++)
            most = Math.Max(most, choice.Contains(i) ? 0 : likelihood[i]);
        var (left, right) = (start - cue.Start, end - cue.End);

        features.Add((uint)(least * 10));
        features.Add((uint)(most * 10));
        features.Add((uint)(least * 6), (uint)(most * 6));
        features.Add((uint)(left + 64), (uint)(right + 64));
        features.Add((uint)(Probability(likelihood, start) * 10), left == 0 ? 1u : 0, T(start));
        features.Add((uint)(Probability(likelihood, start - 1) * 10), left == 0 ? 1u : 0, T(start - 1));
        features.Add((uint)(Probability(likelihood, end - 1) * 10), right == 0 ? 1u : 0, T(end - 1));
        features.Add((uint)(Probability(likelihood, end) * 10), right == 0 ? 1u : 0, T(end));
    }

    /// <summary>Adds the length of the choice, its head, its last piece and the pieces up to the content.</summary>
    private static void AddEnd(PassageView view, PieceSpan choice, uint stem, (uint Gap, uint Between) next, ref FeatureList features)
    {
        uint W(int i) => view.At(i).Word;
        uint S(int i) => view.At(i).Symbol;
        uint T(int i) => view.At(i).Tag;
        var (end, (gap, between)) = (choice.End, next);
        features.Add((uint)choice.Length);
        features.Add((uint)choice.Length, stem);
        features.Add(stem);
        features.Add(W(end - 1), stem);
        features.Add(W(end - 1), W(end));
        features.Add(W(end - 1), gap);
        features.Add(W(end), gap);
        features.Add(W(end), stem);
        features.Add(S(end - 1), S(end), gap);
        features.Add(T(end - 1), T(end), gap);
        features.Add(T(end - 1), T(end), T(end + 1));
        features.Add(between, stem);
        features.Add(between);
        features.Add(between, view[Head(view, choice)].Middle);
        features.Add(gap, stem);
    }

    /// <summary>Adds the distance from the source, the first piece of the choice, and the place of its head.</summary>
    private static void AddStart(
        PassageView view, Candidate candidate, PieceSpan choice, uint stem, uint gap, ref FeatureList features)
    {
        uint W(int i) => view.At(i).Word;
        uint S(int i) => view.At(i).Symbol;
        uint T(int i) => view.At(i).Tag;
        var (start, end) = choice;
        var head = Head(view, choice);
        var lead = candidate.Source is var (_, to) && to <= start ? CueFeatures.Distance(start - to) : candidate.Source is null ? 20u : 21u;
        features.Add(gap, lead);
        features.Add(lead, T(start));
        features.Add(lead, W(start));
        features.Add(W(start), W(start - 1));
        features.Add(T(start - 1), T(start), T(start + 1));
        features.Add(S(start - 1), S(start), lead);
        features.Add(W(start), stem);
        features.Add(W(start - 1), stem);
        features.Add(T(start), T(end - 1), (uint)(end - start));
        features.Add(W(head), W(end - 1), gap);
        features.Add(head - start > 3 ? 4u : (uint)(head - start), end - head > 3 ? 4u : (uint)(end - head));
        features.Add(view.At(end - 1).Name, view.At(end).Name);
    }

    private static double Probability(double[] likelihood, int i) => i >= 0 && i < likelihood.Length ? likelihood[i] : 0;

    /// <summary>The word that the cue turns on.</summary>
    private static int Head(PassageView view, PieceSpan choice)
    {
        for (var i = choice.Start; i < choice.End; i++)
        {
            if (view.Passage.KindAt(i) == PieceKind.Word
                && (view.Passage[i].Class & (WordClass.Auxiliary | WordClass.Be | WordClass.Adverb)) == 0)
                return i;
        }

        return choice.Start;
    }

    /// <summary>Number of pieces up to the content, and which they are, where there are few.</summary>
    private static (uint Gap, uint Between) Gap(PassageView view, Candidate candidate, int end)
    {
        var next = candidate.Source is { } source && source.Start >= end ? source.Start : int.MaxValue;
        foreach (var (start, _) in candidate.Content)
            next = start >= end ? Math.Min(next, start) : next;
        if (next == int.MaxValue)
            return (30, 30 + view.At(end).Symbol);
        var between = 1u;
        for (var i = end; i < Math.Min(next, end + 3); i++)
            between = (between * 16777619) ^ view[i].Word;
        return (CueFeatures.Distance(next - end), between);
    }

    private static uint Path(PassageView view, PieceSpan choice)
    {
        var path = 1u;
        for (var i = choice.Start; i < choice.End; i++)
            path = (path * 31) + view[i].Tag;
        return path;
    }
}
