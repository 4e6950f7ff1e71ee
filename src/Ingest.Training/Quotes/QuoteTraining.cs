using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Tagging.Network;

namespace Ingest.Training.Quotes;

/// <summary>
/// Trains the tagger of cues, the networks, the rankers and the calibration. By jackknifing, each learns from what the one before it says
/// of articles that it never saw.
/// </summary>
internal sealed class QuoteTraining
{
    private const int MinCount = 3, CueEpochs = 6, NetworkMinCount = 5, NetworkEpochs = 14, CueRows = 120_000;

    // Weights in units of the file, at most: seven bits for the chain of cues, six for parts of speech, five for the networks' features.
    private const int MostOfCues = 63, MostOfWords = 31, MostOfNetworks = 15;

    // Of each model, the one of all articles and those of the folds, so that the rankers and the confidence learn from as good answers as
    // they will get.
    private const int Networks = 2;

    private const float Dropout = 0.35f;

    // A product of two experts (Hinton 2002), who are wrong together more often than apart: the shares add up to less than two.
    private const float ChainShare = 0.6f, NetworkShare = 0.3f;

    /// <summary>
    /// Fields that are learnt of each kind, each in its own order and with its own features left out; their mean hangs less on chance than
    /// one of them.
    /// </summary>
    private const int Members = 4;

    private readonly IReadOnlyList<ReadArticle> _articles;
    private readonly TagRows _words;
    private readonly Action<string> _say;
    private readonly LabelledPassage[][] _passages;

    /// <summary>A cue of the first stage, right or not.</summary>
    private sealed record CueExample(LabelledPassage Passage, FirstStage First, FoundCue Cue, LabelledCue? Label, int Fold);

    /// <param name="articles">Those to learn from.</param>
    /// <param name="words">The tagger of parts of speech, trained before.</param>
    /// <param name="say">Told of the progress.</param>
    public QuoteTraining(IReadOnlyList<ReadArticle> articles, TagRows words, Action<string> say)
    {
        (_articles, _words, _say) = (articles, words.Rounded(MostOfWords), say);
        var tagger = new TagWeights(_words);
        _passages = [.. articles.Select(article => LabelledPassage.Of(article, tagger).ToArray())];
        say($"{articles.Count} articles, {_passages.Sum(own => own.Length)} passages, {_passages.Sum(own => own.Sum(p => p.Cues.Count))} "
            + "cues");
    }

    /// <summary>Parts that the articles are cut into, by number.</summary>
    public const int Folds = 5;

    /// <summary>Writes the model of all articles; returns for each fold the model of the others.</summary>
    /// <param name="model">Where it goes.</param>
    /// <param name="kept">Chains and networks of an earlier run, which are taken where they are there, and kept else; null for
    /// none.</param>
    public QuoteModel[] Run(Stream model, KeptStages? kept = null)
    {
        var (networks, cues) = kept?.Read() ?? Train(kept);
        var examples = new List<CueExample>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = new TagWeights(cues[fold]);
            for (var a = fold; a < _passages.Length; a += Folds)
                examples.AddRange(_passages[a].SelectMany(passage => ExamplesOf(passage, weights, networks[fold], a % Folds)));
        }

        var ranked = RankedOf(examples);
        var rankers = RankersOf(ranked);
        Report(ranked, rankers);
        var cut = BoundsOf(examples);
        var bounds = RankersOf(cut);
        var asLabelled = cut.Count(example => example.IsRight[bounds[example.Fold].Best(example.Features)]);
        _say($"of {cut.Length} labelled cues of unseen articles, {asLabelled} begin and end as labelled");
        var folds = Enumerable.Range(0, Folds)
            .Select(fold => ModelOf(fold, new Calibration(new float[Calibration.Count]))).ToArray();
        var judged = _articles.SelectMany((article, a) => JudgedQuote.In(article, folds[a % Folds])).ToArray();
        var calibration = LogisticFit.Fit(judged);
        Report(judged, calibration);
        ModelOf(Folds, calibration).Write(model);
        return Array.ConvertAll(folds, fold => fold with { Calibration = calibration });

        QuoteModel ModelOf(int fold, Calibration calibration) =>
            new(new TagWeights(_words), new TagWeights(cues[fold]), networks[fold], rankers[fold], bounds[fold], calibration);
    }

    private (PassageNetworks[] Networks, TagRows[] Cues) Train(KeptStages? kept)
    {
        var (networks, cues) = (TrainNetworks(), TrainCues());
        kept?.Write(_words, networks, cues);
        return (networks, cues);
    }

    /// <summary>One without each fold, and one of all.</summary>
    private static Ranker[] RankersOf(RankExample[] examples) =>
        [.. Enumerable.Range(0, Folds + 1).Select(fold => RankFit.Fit([.. examples.Where(example => example.Fold != fold)]))];

    /// <inheritdoc cref="RankersOf"/>
    private PassageNetworks[] TrainNetworks()
    {
        var features = _passages.Select(own => own.Select(passage => FeaturesOf(passage.View, PieceFeatures.Extract)).ToArray()).ToArray();
        var index = new FeatureIndex(features.SelectMany(own => own), NetworkMinCount);
        _say($"network: {index.Count} features");
        var examples = _passages.Select((own, a) => own.Select((passage, p) => new PassageExample(
            index.RowsOf(features[a][p]), passage.Tags,
            [.. passage.Cues.Select(cue => (cue.Start, cue.End, Parts.Placed(cue.Roles)))])).ToArray()).ToArray();
        var members = new PassageNetwork[(Folds + 1) * Networks];
        Parallel.For(0, members.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var (fold, member) = (i / Networks, i % Networks);
            members[i] = PassageTraining.Train([.. examples.Where((_, a) => a % Folds != fold).SelectMany(own => own)],
                index, NetworkEpochs, NetworkShare, seed: 11 + (uint)member,
                line => _say($"network {member + 1} {NameOf(fold)}, {line}")).Rounded(MostOfNetworks);
        });
        return [.. members.Chunk(Networks).Select(own => new PassageNetworks(own))];
    }

    /// <inheritdoc cref="RankersOf"/>
    private TagRows[] TrainCues()
    {
        var features = _passages.Select(own => own.Select(passage => FeaturesOf(passage.View, CueFeatures.Extract)).ToArray()).ToArray();
        var index = new FeatureIndex(features.SelectMany(own => own), MinCount);
        _say($"cues: {index.Count} features");
        var sequences = new Sequence[_passages.Length][];
        for (var a = 0; a < sequences.Length; a++)
        {
            sequences[a] =
                [.. _passages[a].Select(
                    (passage, p) => new Sequence(index.RowsOf(features[a][p]), MaskOf(passage.Tags, _ => 0x7FFF), passage.Tags))];
            features[a] = [];
        }

        return [.. Enumerable.Range(0, Folds + 1).Select(fold =>
        {
            var crf = Fit(
                () => new ChainCrf(index.Count, MayFollow),
                [.. sequences.Where((_, a) => a % Folds != fold).SelectMany(s => s)], CueEpochs,
                line => _say($"cues {NameOf(fold)}, {line}"));
            return index.Quantize(crf.Weights, crf.Moves, CueRows).Rounded(MostOfCues).Scaled(ChainShare);
        })];

        // Inside a cue goes on with a cue, and nothing else can.
        static bool MayFollow(int before, int tag) =>
            Parts.MayFollow(before, tag) && (tag != (int)CueTag.CueInside || before is (int)CueTag.Cue or (int)CueTag.CueInside);
    }

    private static ChainCrf Fit(Func<ChainCrf> field, IReadOnlyList<Sequence> sequences, int epochs, Action<string> say)
    {
        var members = new ChainCrf[Members];
        // No more at a time than there are processors: each holds three floats a weight.
        Parallel.For(0, Members, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            members[i] = field();
            members[i].Train(sequences, epochs, Dropout, seed: 11 + i, i == 0 ? say : null);
        });
        return ChainCrf.Mean(members);
    }

    private static string NameOf(int fold) => fold == Folds ? "of all" : $"without fold {fold + 1}";

    public static uint[][] FeaturesOf(PassageView view, Chained.Extract extract)
    {
        var buffer = new uint[CueFeatures.Max];
        var features = new uint[view.Count][];
        for (var i = 0; i < features.Length; i++)
        {
            var list = new FeatureList(buffer);
            extract(view, i, ref list);
            features[i] = list.Finish().ToArray();
        }

        return features;
    }

    /// <summary>What the taggers would allow, and what is right.</summary>
    private static ushort[] MaskOf(byte[] tags, Func<int, ushort> mask)
    {
        var masks = tags.Select((tag, i) => (ushort)(mask(i) | (1 << tag))).ToArray();
        masks[^1] &= Parts.MayEnd;
        return masks;
    }

    private static IEnumerable<CueExample> ExamplesOf(LabelledPassage passage, TagWeights weights, PassageNetworks networks, int fold)
    {
        var first = FirstStage.Of(passage.View, weights, networks);
        foreach (var cue in first.Cues())
        {
            var label = passage.Cues.FirstOrDefault(own => own.Start < cue.End && cue.Start < own.End);
            yield return new CueExample(passage, first, cue, label, fold);
        }
    }

    private static RankExample[] RankedOf(List<CueExample> examples)
    {
        var ranked = new List<RankExample>();
        foreach (var example in examples)
        {
            var view = example.Passage.View;
            using var second = example.First.RolesOf(example.Cue);
            var candidates = Candidate.Of(view.Passage, example.Cue, second);
            if (candidates.Count > 0)
                ranked.Add(RankExample.Of(
                    view, new CandidateFeatures(view, example.First.Likelihood), candidates, example.Label?.Label, example.Fold));
        }

        return [.. ranked];
    }

    /// <summary>Where each labelled cue may begin and end, of those that may so as the label says.</summary>
    private static RankExample[] BoundsOf(List<CueExample> examples)
    {
        var cut = new List<RankExample>();
        foreach (var example in examples.Where(example => example.Label is not null))
        {
            var view = example.Passage.View;
            using var second = example.First.RolesOf(example.Cue);
            if (Candidate.Of(view.Passage, example.Cue, second) is not [var candidate, ..])
                continue;
            var choices = CueBounds.Of(view.Passage, candidate);
            var right = choices.IndexOf(new(example.Label!.Start, example.Label.End));
            if (right < 0)
                continue;
            var features = CueBounds.FeaturesOf(view, example.First.Likelihood, candidate, choices);
            cut.Add(new RankExample(features, [right], [.. choices.Select((_, i) => i == right)], [], example.Fold));
        }

        return [.. cut];
    }

    private void Report(RankExample[] ranked, Ranker[] rankers)
    {
        var chosen = ranked.Count(example => example.IsRight[0]);
        var preferred =
            ranked.Count(example => rankers[example.Fold].Probabilities(example.Features) is var p
                && example.IsRight[Array.IndexOf(p, p.Max())]);
        _say($"{ranked.Length} cues of unseen articles, {ranked.Count(example => example.Best.Length > 0)} with a label; right are the "
            + $"chain's first reading of {chosen}, "
            + $"the ranker's of {preferred}, any of {ranked.Count(example => example.IsRight.Contains(true))}");
    }

    private void Report(JudgedQuote[] judged, Calibration calibration)
    {
        _say($"{judged.Length} quotes of unseen articles, {judged.Count(quote => quote.IsRight)} right");
        foreach (var bin in judged.GroupBy(quote => (int)(calibration.Of(quote.Evidence, quote.Kind) * 10)).OrderBy(bin => bin.Key))
            _say($"confidence {bin.Key / 10.0:F1} to {(bin.Key + 1) / 10.0:F1}: {bin.Count(),6} quotes, "
                + $"{bin.Count(quote => quote.IsRight) / (double)bin.Count():P1} right");
    }
}
