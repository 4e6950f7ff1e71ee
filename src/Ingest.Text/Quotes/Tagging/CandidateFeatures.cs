using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The features by which the ranker judges a reading of a cue: where the content begins and ends, and what it leaves out.
/// </summary>
/// <param name="view">Of the passage.</param>
/// <param name="likelihood">How likely each piece is to be part of a cue.</param>
internal sealed class CandidateFeatures(PassageView view, double[] likelihood)
{
    public const int Max = 120;

    private readonly Passage _passage = view.Passage;

    public void Extract(Candidate candidate, ref FeatureList features)
    {
        var cue = candidate.Cue;
        var head = Head(cue);
        var (stem, form, cluster) = (view[head].Stem, view[head].Symbol, view[head].Middle);
        var pattern = PatternOf(candidate);
        var behind = Bucket(candidate.Behind);
        var sure = (uint)(cue.Probability * 10);

        features.Add(0);
        features.Add(behind);
        features.Add(sure);
        features.Add(sure, behind);
        features.Add(pattern);
        features.Add(pattern, behind);
        features.Add(pattern, form);
        features.Add(pattern, stem);
        features.Add(pattern, cluster);
        features.Add(pattern, sure);
        features.Add(stem);
        features.Add(form, sure);
        AddSource(candidate, stem, ref features);
        AddContent(candidate, isAfter: false, pattern, stem, ref features);
        AddContent(candidate, isAfter: true, pattern, stem, ref features);
    }

    private void AddSource(Candidate candidate, uint stem, ref FeatureList features)
    {
        var cue = candidate.Cue;
        if (candidate.Source is not var (start, end))
        {
            var before = S(cue.Start - 1);
            features.Add(0);
            features.Add(before);
            features.Add(1, W(cue.Start - 1));
            features.Add(2, S(cue.Start), before);
            features.Add(3, stem);
            features.Add(4, S(0), CueFeatures.Distance(cue.Start));
            features.Add(5);
            features.Add(6);
            features.Add(7);
            features.Add(8);
            return;
        }

        var isBefore = end <= cue.Start;
        var side = isBefore ? 1u : 2u;
        var gap = CueFeatures.Distance(isBefore ? cue.Start - end : start - cue.End);
        var inner = isBefore ? S(end) : S(start - 1);
        features.Add(side, gap, inner);
        features.Add(side, S(start), S(end - 1));
        features.Add(side, N(start), N(end - 1));
        features.Add(side, S(start - 1), S(start));
        features.Add(side, S(end - 1), S(end));
        features.Add(side, W(start - 1), S(start));
        features.Add(side, W(end), gap);
        features.Add(side, CueFeatures.Distance(end - start), S(start));
        features.Add(side, N(start - 1), N(end));
        features.Add(side, stem, gap);
    }

    /// <summary>
    /// Adds the content on one side of the cue. As everywhere, the order of the features is the contract with the model.
    /// </summary>
    private void AddContent(Candidate candidate, bool isAfter, uint pattern, uint stem, ref FeatureList features)
    {
        var cue = candidate.Cue;
        var (start, end) = (-1, -1);
        foreach (var run in candidate.Content)
        {
            if (run.Start >= cue.End == isAfter)
                (start, end) = (start < 0 ? run.Start : start, run.End);
        }

        var limit = isAfter ? _passage.Count : cue.Start;
        if (start < 0)
        {
            AddNothingSaid(cue, isAfter, limit, pattern, stem, ref features);
            return;
        }

        var said = new SaidOnSide(start, end, limit, isAfter, pattern, stem, CueFeatures.Distance((end - start) / 2));
        AddEdges(said, cue, ref features);
        AddVerbs(said, cue, ref features);
        AddRest(said, ref features);
        AddTags(said, ref features);
    }

    /// <summary>The content on one side of the cue, taken as one stretch.</summary>
    /// <param name="Start">Index of its first piece.</param>
    /// <param name="End">Index behind its last.</param>
    /// <param name="Limit">Where the side ends: at the cue, or at the passage's end.</param>
    /// <param name="IsAfter">Whether it is the side behind the cue.</param>
    /// <param name="Pattern">Of all that is said.</param>
    /// <param name="Stem">Of the cue's head.</param>
    /// <param name="Length">Of the stretch, coarsely.</param>
    private readonly record struct SaidOnSide(int Start, int End, int Limit, bool IsAfter, uint Pattern, uint Stem, uint Length);

    /// <summary>
    /// Adds whether a side without content leaves out a quotation, and fills up to as many features as another side has.
    /// </summary>
    private void AddNothingSaid(FoundCue cue, bool isAfter, int limit, uint pattern, uint stem, ref FeatureList features)
    {
        var (from, to) = isAfter ? (cue.End, limit) : (0, limit);
        features.Add(Quotations(from, to), pattern);
        features.Add(S(isAfter ? cue.End : cue.Start - 1), 99, stem);
        for (var k = 0; k < 39; k++)
            features.Add(0);
    }

    /// <summary>Adds the pieces at either end, and the quotations beyond the outer end.</summary>
    private void AddEdges(in SaidOnSide said, FoundCue cue, ref FeatureList features)
    {
        var (start, end, isAfter) = (said.Start, said.End, said.IsAfter);
        var outer = isAfter ? Quotations(end, said.Limit) : Quotations(0, start);
        features.Add(outer, isAfter ? S(end) : S(start - 1));
        features.Add(outer, said.Pattern);
        features.Add(S(start - 1), S(start), isAfter ? CueFeatures.Distance(start - cue.End) : 0);
        features.Add(W(start), S(start - 1), S(start + 1));
        features.Add(W(start), said.Stem);
        features.Add(W(start), said.Pattern);
        features.Add(S(end), S(end + 1), said.Pattern);
        features.Add(W(end), S(end + 1));
        features.Add(W(end), W(end + 1));
        features.Add(S(end - 1), S(end), said.Length);
        features.Add(M(end), S(end), M(end + 1));
    }

    /// <summary>Adds the verbs and other cues inside the content, its length, and its distance from the ends of the side.</summary>
    private void AddVerbs(in SaidOnSide said, FoundCue cue, ref FeatureList features)
    {
        var (start, end, limit, isAfter) = (said.Start, said.End, said.Limit, said.IsAfter);
        var (verbs, other) = (Verbs(start, end), Mass(start, end, cue));
        features.Add(verbs, said.Length, said.Pattern);
        features.Add(verbs, S(start), S(end));
        features.Add(other, said.Stem);
        features.Add(other, said.Pattern);
        features.Add(Mass(isAfter ? end : 0, isAfter ? limit : start, cue), S(end));
        features.Add(said.Length, S(end));
        features.Add(Brackets(start, end));
        features.Add(CueFeatures.Distance(limit - end), S(end), isAfter ? 1u : 0);
        features.Add(CueFeatures.Distance(start), S(start - 1), isAfter ? 1u : 0);
        features.Add(Segments(end, limit), S(end), S(end + 1));
    }

    /// <summary>Adds the pieces behind the content up to the next comma, and all pieces behind it.</summary>
    private void AddRest(in SaidOnSide said, ref FeatureList features)
    {
        var (start, end, limit) = (said.Start, said.End, said.Limit);
        var rest = Rest(end, limit);
        features.Add(Verbs(end, rest), W(end), rest == limit ? 1u : 0);
        features.Add(Verbs(end, rest), S(end), S(end + 1));
        features.Add(Verbs(end, limit), CueFeatures.Distance((limit - end) / 2), S(end));
        features.Add(S(end), S(end + 1), S(end + 2));
        features.Add(S(start), S(start + 1), said.Pattern);
    }

    /// <summary>Adds the ends and the clauses of the content, by the tagger of parts of speech.</summary>
    private void AddTags(in SaidOnSide said, ref FeatureList features)
    {
        var (start, end, limit) = (said.Start, said.End, said.Limit);
        var (rest, clauses) = (Rest(end, limit), Clauses(start, end));
        features.Add(T(end), T(end + 1), T(end + 2));
        features.Add(T(end - 1), T(end), T(end + 1));
        features.Add(T(start - 1), T(start), T(start + 1));
        features.Add(T(start), T(start + 1), said.Stem);
        features.Add(T(start), T(start + 1), said.Pattern);
        features.Add(W(end), T(end + 1), T(end + 2));
        features.Add(W(start - 1), T(start));
        features.Add(clauses, said.Length, said.Pattern);
        features.Add(clauses, said.Stem);
        features.Add(clauses, T(start), said.Stem);
        features.Add(Clauses(end, rest), W(end), T(end + 1));
        features.Add(Clauses(end, limit), S(end), T(end + 1));
        features.Add(clauses, Clauses(end, rest), S(end));
        features.Add(W(end - 1), T(end));
    }

    /// <summary>Which stretches of content there are, on which sides, and whether quotation marks stand around or inside them.</summary>
    private uint PatternOf(Candidate candidate)
    {
        var pattern = 1u;
        foreach (var (start, end) in candidate.Content)
        {
            var (quotations, words) = (0u, 0u);
            for (var i = start; i < end; i++)
            {
                if (_passage.KindAt(i) == PieceKind.Quotation)
                    quotations = 1;
                else if (_passage.KindAt(i) is PieceKind.Word or PieceKind.Number)
                    words = 1;
            }

            pattern = (pattern * 9) + 1 + (quotations * 2) + words + (start >= candidate.Cue.End ? 4u : 0);
        }

        return (pattern * 3) + (candidate.Source is not { } source ? 0u : source.End <= candidate.Cue.Start ? 1u : 2u);
    }

    private int Head(FoundCue cue)
    {
        for (var i = cue.Start; i < cue.End; i++)
        {
            if (_passage.KindAt(i) == PieceKind.Word && (_passage[i].Class & (WordClass.Auxiliary | WordClass.Be | WordClass.Adverb)) == 0)
                return i;
        }

        return cue.Start;
    }

    private uint S(int i) => view.At(i).Symbol;

    private uint W(int i) => view.At(i).Word;

    private uint M(int i) => view.At(i).Middle;

    private uint N(int i) => view.At(i).Name;

    private uint T(int i) => view.At(i).Tag;

    /// <summary>Number of main verbs inside the stretch, by the tagger of parts of speech, up to three.</summary>
    private uint Clauses(int start, int end)
    {
        var count = 0u;
        for (var i = start; i < end && count < 3; i++)
            count += view.TagAt(i) is WordTag.Present or WordTag.Past or WordTag.Modal ? 1u : 0;
        return count;
    }

    private uint Quotations(int start, int end)
    {
        var count = 0u;
        for (var i = start; i < end && count < 2; i++)
            count += _passage.KindAt(i) == PieceKind.Quotation ? 1u : 0;
        return count;
    }

    private uint Verbs(int start, int end)
    {
        var count = 0u;
        for (var i = start; i < end && count < 3; i++)
            count += view.IsFinite(i) ? 1u : 0;
        return count;
    }

    /// <summary>Probability of another cue inside the stretch, in quarters.</summary>
    private uint Mass(int start, int end, FoundCue cue)
    {
        var most = 0.0;
        for (var i = start; i < end; i++)
            most = Math.Max(most, i >= cue.Start && i < cue.End ? 0 : likelihood[i]);
        return (uint)(most * 4.99);
    }

    private uint Brackets(int start, int end)
    {
        var (open, least) = (0, 0);
        for (var i = start; i < end; i++)
        {
            open += _passage.KindAt(i) == PieceKind.OpenBracket ? 1 : _passage.KindAt(i) == PieceKind.CloseBracket ? -1 : 0;
            least = Math.Min(least, open);
        }

        return (uint)(Math.Clamp(open, 0, 1) + (least < 0 ? 2 : 0));
    }

    private int Rest(int end, int limit)
    {
        var rest = end + 1;
        while (rest < limit && view[rest].Segment == view[rest - 1].Segment)
            rest++;
        return Math.Min(rest, limit);
    }

    private uint Segments(int from, int to) => from >= to ? 0 : CueFeatures.Steps(view[to - 1].Segment - view[from].Segment);

    private static uint Bucket(float behind) =>
        behind switch { 0 => 0, < 0.3f => 1, < 0.7f => 2, < 1.2f => 3, < 2 => 4, < 3 => 5, < 4 => 6, _ => 7 };
}
