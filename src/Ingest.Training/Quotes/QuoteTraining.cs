using Ingest.Text.Documents;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>
/// Trains the two taggers. By jackknifing, the second one learns from what the first one says of articles it never saw, and the
/// confidence from what both say of such articles.
/// </summary>
internal sealed class QuoteTraining(IReadOnlyList<LabelledArticle> articles, Action<string> say)
{
    private const int Folds = 5, MinCount = 3, CueEpochs = 6, RoleEpochs = 8, CueRows = 130_000, RoleRows = 110_000;
    private const float Dropout = 0.35f;

    /// <summary>A cue of the first stage, right or not, with the roles that are right for it.</summary>
    private sealed record RoleExample(LabelledPassage Passage, byte[] Tags, double Probability, int Start, int End, byte[] Roles, LabelledAttribution? Label, bool[] Sure, int Fold);

    public void Run(Stream model)
    {
        var passages = articles.Select(article => LabelledPassage.Of(article).ToArray()).ToArray();
        say($"{articles.Count} articles, {passages.Sum(own => own.Length)} passages, {passages.Sum(own => own.Sum(p => p.Cues.Count))} cues");
        var cueFeatures = passages.Select(own => own.Select(CueFeaturesOf).ToArray()).ToArray();
        var cueIndex = new FeatureIndex(cueFeatures.SelectMany(own => own), MinCount);
        var sequences = passages.Select((own, a) => own.Select((passage, p) => new Sequence(
            cueIndex.RowsOf(cueFeatures[a][p]), [.. own[p].Tags.Select((_, i) => AttributionTagger.CueMask(i))], passage.Tags)).ToArray()).ToArray();
        say($"cues: {cueIndex.Count} features");

        var examples = new List<RoleExample>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var own = fold;
            var crf = TrainCues(cueIndex, [.. sequences.Where((_, a) => a % Folds != own).SelectMany(s => s)], $"cues without fold {fold + 1}");
            var weights = WeightsOf(cueIndex, crf, CueRows);
            for (var a = fold; a < articles.Count; a += Folds)
                examples.AddRange(passages[a].SelectMany(passage => ExamplesOf(passage, weights, own)));
        }

        var cueCrf = TrainCues(cueIndex, [.. sequences.SelectMany(s => s)], "cues");
        sequences = [];
        var roleFeatures = examples.Select(RoleFeaturesOf).ToArray();
        var roleIndex = new FeatureIndex(roleFeatures, MinCount);
        say($"roles: {examples.Count} cues, {roleIndex.Count} features");
        var roleSequences = examples.Select((example, i) => new Sequence(roleIndex.RowsOf(roleFeatures[i]), MaskOf(example), example.Roles)).ToArray();
        var judged = new List<(double, double, QuoteKind, bool)>();
        var learnt = Enumerable.Range(0, examples.Count).Where(i => examples[i].Label is not null).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var own = fold;
            var crf = TrainRoles(roleIndex, [.. learnt.Where(i => examples[i].Fold != own).Select(i => roleSequences[i])], $"roles without fold {fold + 1}");
            var weights = WeightsOf(roleIndex, crf, RoleRows);
            judged.AddRange(examples.Where(example => example.Fold == own).Select(example => Judge(example, weights)).OfType<(double, double, QuoteKind, bool)>());
        }

        var calibration = LogisticFit.Fit(judged);
        Report(judged, calibration);
        var roleCrf = TrainRoles(roleIndex, [.. learnt.Select(i => roleSequences[i])], "roles");
        QuoteModel.Write(model, Writer(cueIndex, cueCrf, CueRows), Writer(roleIndex, roleCrf, RoleRows), calibration);
    }

    private ChainCrf TrainCues(FeatureIndex index, Sequence[] sequences, string name)
    {
        // Inside a cue goes on with a cue, and nothing else can.
        var crf = new ChainCrf(index.Count, (before, tag) => tag != (int)CueTag.CueInside || before is (int)CueTag.Cue or (int)CueTag.CueInside);
        crf.Train(sequences, CueEpochs, Dropout, line => say($"{name}, {line}"));
        return crf;
    }

    private ChainCrf TrainRoles(FeatureIndex index, Sequence[] sequences, string name)
    {
        var crf = new ChainCrf(index.Count, (_, _) => true);
        crf.Train(sequences, RoleEpochs, Dropout, line => say($"{name}, {line}"));
        return crf;
    }

    private static uint[][] CueFeaturesOf(LabelledPassage passage)
    {
        var buffer = new uint[CueFeatures.Max];
        var features = new uint[passage.View.Count][];
        for (var i = 0; i < features.Length; i++)
        {
            var list = new FeatureList(buffer);
            CueFeatures.Extract(passage.View, i, ref list);
            features[i] = list.Hashes.ToArray();
        }

        return features;
    }

    private static uint[][] RoleFeaturesOf(RoleExample example)
    {
        var buffer = new uint[RoleFeatures.Max];
        var features = new uint[example.Roles.Length][];
        var roles = new RoleFeatures(example.Passage.View, example.Tags);
        roles.Face(example.Start, example.End);
        for (var i = 0; i < features.Length; i++)
        {
            var list = new FeatureList(buffer);
            roles.Extract(i, ref list);
            features[i] = list.Hashes.ToArray();
        }

        return features;
    }

    private static byte[] MaskOf(RoleExample example) =>
        [.. example.Roles.Select((_, i) => (byte)(AttributionTagger.RoleMask(i, example.Start, example.End, example.Sure[i]) | (1 << example.Roles[i])))];

    private static IEnumerable<RoleExample> ExamplesOf(LabelledPassage passage, TagWeights weights, int fold)
    {
        var view = passage.View;
        var chained = Chained.Of(view.Count, AttributionTagger.CueMask, weights, (int i, ref FeatureList list) => CueFeatures.Extract(view, i, ref list));
        var sure = chained.Tags.Select((_, i) => AttributionTagger.IsSure(chained, i)).ToArray();
        foreach (var (start, end) in AttributionTagger.Cues(chained))
        {
            var label = passage.Cues.FirstOrDefault(cue => cue.Start < end && start < cue.End);
            var roles = new byte[view.Count];
            for (var i = 0; i < roles.Length; i++)
            {
                // Of a cue that is cut otherwise than the labelled one, what is beside this one and in that one has no role.
                var role = label is null || label.Roles[i] == (byte)RoleTag.Cue ? 0 : label.Roles[i] % (int)RoleTag.OutsideAfter;
                roles[i] = (byte)(i < start ? role : i < end ? (int)RoleTag.Cue : (int)RoleTag.OutsideAfter + role);
            }

            yield return new RoleExample(passage, chained.Tags, chained.Probability(start, (byte)CueTag.Cue), start, end, roles, label?.Label, sure, fold);
        }
    }

    private static (double, double, QuoteKind, bool)? Judge(RoleExample example, TagWeights weights)
    {
        var view = example.Passage.View;
        var roles = new RoleFeatures(view, example.Tags);
        roles.Face(example.Start, example.End);
        var chained = Chained.Of(view.Count, i => AttributionTagger.RoleMask(i, example.Start, example.End, example.Sure[i]), weights, roles.Extract);
        if (AttributionTagger.Read(view.Passage, chained.Tags, example.Start, example.End) is not { Content.Count: > 0 } found)
            return null;
        var said = found.Content.Select(range => view.Passage.SpanOf(range.Start, range.End)).ToArray();
        var right = example.Label is { } label && Overlap(view.Passage.Text, said, label.Content) >= 0.8
            && (label.Source.Length == 0 ? found.Source is null : found.Source is { } source && label.Source.Any(source.Overlaps));
        return (example.Probability, chained.LogProbability(), AttributionTagger.KindOf(found), right);
    }

    /// <summary>Letters and digits common to both, of those in either.</summary>
    private static double Overlap(string text, TextSpan[] first, TextSpan[] second)
    {
        HashSet<int> Letters(TextSpan[] spans) => [.. spans.SelectMany(span => Enumerable.Range(span.Start, span.Length)).Where(i => char.IsLetterOrDigit(text[i]))];
        var (a, b) = (Letters(first), Letters(second));
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : common / (double)(a.Count + b.Count - common);
    }

    private void Report(List<(double Cue, double Roles, QuoteKind Kind, bool IsRight)> judged, Calibration calibration)
    {
        say($"{judged.Count} attributions of unseen articles, {judged.Count(j => j.IsRight)} right");
        foreach (var bin in judged.GroupBy(j => (int)(calibration.Of(j.Cue, j.Roles, j.Kind) * 10)).OrderBy(bin => bin.Key))
            say($"confidence {bin.Key / 10.0:F1} to {(bin.Key + 1) / 10.0:F1}: {bin.Count(),6} attributions, {bin.Count(j => j.IsRight) / (double)bin.Count():P1} right");
    }

    private static TagWeights WeightsOf(FeatureIndex index, ChainCrf crf, int most)
    {
        var (rows, unit) = index.Quantize(crf.Weights, most);
        return new TagWeights([.. rows.Select(row => row.Hash)], [.. rows.SelectMany(row => row.Weights)], unit, crf.Moves);
    }

    private static Action<BinaryWriter> Writer(FeatureIndex index, ChainCrf crf, int most)
    {
        var (rows, unit) = index.Quantize(crf.Weights, most);
        return writer => QuoteModel.WriteWeights(writer, rows, unit, crf.Moves);
    }
}
