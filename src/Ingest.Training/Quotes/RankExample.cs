using Ingest.Text.Documents;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>The readings of a cue of an article that the taggers did not learn from.</summary>
/// <param name="Features">Of each reading.</param>
/// <param name="Best">The readings that are nearest to the label; none where there is no label, or nothing near it.</param>
/// <param name="IsRight">Of each reading: what is said overlaps the label's by 0.8, and the one who speaks touches its.</param>
/// <param name="Kinds">Of each reading.</param>
/// <param name="Fold">That of the article.</param>
internal sealed record RankExample(uint[][] Features, int[] Best, bool[] IsRight, QuoteKind[] Kinds, int Fold)
{
    public static RankExample Of(
        PassageView view, CandidateFeatures features, List<Candidate> candidates, LabelledAttribution? label, int fold)
    {
        var buffer = new uint[CandidateFeatures.Max];
        var hashes = new uint[candidates.Count][];
        var (right, kinds, near) = (new bool[candidates.Count], new QuoteKind[candidates.Count], new double[candidates.Count]);
        for (var i = 0; i < hashes.Length; i++)
        {
            var list = new FeatureList(buffer);
            features.Extract(candidates[i], ref list);
            hashes[i] = list.Finish().ToArray();
            var attribution = AttributionTagger.AttributionOf(view, candidates[i]);
            kinds[i] = attribution.Kind();
            if (label is null)
                continue;
            var said =
                JudgedQuote.Overlap(
                    view.Passage.Text,
                    [.. candidates[i].Content.Select(range => view.Passage.SpanOf(range))],
                    label.Content);
            TextSpan[] source = attribution.Source is { } span ? [span] : [];
            var touches = source.Length == 0 ? label.Source.Length == 0 : label.Source.Any(source[0].Overlaps);
            right[i] = said >= 0.8 && touches;
            near[i] = said < 0.3
                ? 0
                : said
                    + (0.3 * (source.Length + label.Source.Length == 0 ? 1 : JudgedQuote.Overlap(view.Passage.Text, source, label.Source)));
        }

        var most = near.DefaultIfEmpty().Max();
        return new RankExample(
            hashes, most == 0 ? [] : [.. Enumerable.Range(0, near.Length).Where(i => near[i] > most - 1e-6)], right, kinds, fold);
    }
}
