using Ingest.Text.Entities.Tagging;
using Ingest.Text.Entities.Tagging.Network;
using Ingest.Training.Corpora;

namespace Ingest.Training.Entities;

/// <summary>Trains the recogniser of names. The same data and options give the same model, bit by bit.</summary>
/// <param name="Epochs">Times that each sentence is seen.</param>
/// <param name="Dropout">Share of a token's features that is left out at each step, so that the model doesn't lean on single words.</param>
/// <param name="Rows">Features that are kept, those with the largest weights.</param>
/// <param name="MinCount">Occurrences under which a feature isn't learnt.</param>
internal sealed record NameTrainer(int Epochs, double Dropout, int Rows, int MinCount)
{
    private const int Seed = 11;

    /// <summary>
    /// Fields that are learnt, each in its own order and with its own features left out; the model is their mean, which hangs less on
    /// chance than one of them.
    /// </summary>
    private const int Members = 4;
    private const float Rate = 0.1f, Decay = 1e-5f;

    /// <summary>Weights beyond ±3 are rare; eight bits cover what lies between.</summary>
    private const float LargestWeight = 3, Scale = 127 / LargestWeight;

    /// <summary>
    /// Share of the texts of which a copy in small letters, or in capitals, is learnt too: headlines, slugs and chat have no case.
    /// </summary>
    private const double CaseShare = 0.15;

    /// <summary>The chain, and the network beside it.</summary>
    public NameModel Train(IReadOnlyList<TaggedText> texts, WordClusters clusters, Progress progress)
    {
        var all = WithCopies(texts, progress);
        var (weights, transitions) = FitChain(all, clusters, progress);
        return AddNetwork(all, clusters, weights, transitions, progress);
    }

    /// <summary>Keeps the clusters and the chain of a model, of its features the strongest, and learns the network anew.</summary>
    public NameModel TrainNetwork(IReadOnlyList<TaggedText> texts, NameModel chain, Progress progress) =>
        AddNetwork(WithCopies(texts, progress), chain.Clusters, Strongest(chain.Weights), chain.Transitions, progress);

    private static NameModel AddNetwork(
        TaggedText[] texts, WordClusters clusters, FeatureWeights weights, int[] transitions, Progress progress)
    {
        var sentences = new TrainingSentences(texts, clusters, TokenFeatures.Extract);
        var network =
            NameNetworkTraining.Train(sentences, Array.ConvertAll(transitions, score => score / Scale), Scale, Seed, progress.Say);
        return new NameModel(clusters, weights, transitions, network);
    }

    private (FeatureWeights Weights, int[] Transitions) FitChain(TaggedText[] all, WordClusters clusters, Progress progress)
    {
        var texts = new TrainingSentences(all, clusters, (features, s, i, hashes) => features.Extract(s, i, hashes));
        var index = texts.Index(MinCount);
        progress.Say($"{index.Count} features");
        var sentences = texts.Read(index);
        var members = new PartialCrf[Members];
        // No more at a time than there are processors: each holds three floats a weight.
        Parallel.For(0, Members, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            members[i] = Fit(index.Count, sentences, Seed + i, i == 0 ? progress : null));
        var chain = PartialCrf.Mean(members);
        return (Quantize(chain, index), Array.ConvertAll(chain.Transitions, weight => (int)MathF.Round(weight * Scale)));
    }

    private PartialCrf Fit(int features, TrainingSentence[] all, int seed, Progress? progress)
    {
        TrainingSentence[] sentences = [.. all];
        var crf = new PartialCrf(features, Rate, Decay, (float)Dropout, seed);
        var random = new Random(seed);
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(sentences);
            var loss = 0.0;
            for (var i = 0; i < sentences.Length; i++)
            {
                loss += crf.Learn(sentences[i]);
                // The average of some moments of the last epoch is steadier than its end (Polyak and Juditsky 1992).
                if (epoch == Epochs && (i + 1) % (sentences.Length / 4) == 0)
                    crf.Remember();
                progress?.Update($"epoch {epoch} of {Epochs}", (i + 1.0) / sentences.Length);
            }

            progress?.Say($"epoch {epoch} of {Epochs}: loss a sentence {loss / sentences.Length:F3}");
        }

        crf.Average();
        return crf;
    }

    private static TaggedText[] WithCopies(IReadOnlyList<TaggedText> texts, Progress progress)
    {
        TaggedText[] all = [.. texts, .. InOtherCase(texts)];
        progress.Say(
            $"{texts.Count} texts and {all.Length - texts.Count} copies in another case, {all.Sum(text => text.Doc.Tokens.Count)} tokens");
        return all;
    }

    private static IEnumerable<TaggedText> InOtherCase(IReadOnlyList<TaggedText> texts)
    {
        var random = new Random(Seed);
        foreach (var text in texts.Where(text => text.Scheme == LabelScheme.FourClasses || text.Scheme == LabelScheme.Worldwide))
        {
            var chance = random.NextDouble();
            if (chance < CaseShare)
                yield return EntityCorpora.Tag(new LabelledText(text.Doc.Text.ToLowerInvariant(), text.Labels), text.Scheme);
            else if (chance < 2 * CaseShare)
                yield return EntityCorpora.Tag(new LabelledText(text.Doc.Text.ToUpperInvariant(), text.Labels), text.Scheme);
        }
    }

    private FeatureWeights Quantize(PartialCrf crf, Dictionary<uint, int> index)
    {
        var kept = index.OrderByDescending(feature => Largest(crf, feature.Value)).ThenBy(feature => feature.Key).Take(Rows)
            .OrderBy(feature => feature.Key).ToArray();
        var levels = new WeightLevels(kept.SelectMany(feature => crf.Weights.Skip(feature.Value * Tags.Stride).Take(Tags.Count)), Scale);
        var rows = new byte[kept.Length * FeatureWeights.RowBytes];
        for (var k = 0; k < kept.Length; k++)
        {
            for (var tag = 0; tag < Tags.Stride; tag++)
                rows[k * FeatureWeights.RowBytes
                    + tag / 2] |= (byte)(levels.PlaceOf(crf.Weights[kept[k].Value * Tags.Stride + tag]) << (tag & 1) * 4);
        }

        return new FeatureWeights(Array.ConvertAll(kept, feature => feature.Key), rows, levels.Values);
    }

    private static float Largest(PartialCrf crf, int row)
    {
        var largest = 0f;
        foreach (var weight in crf.Weights.AsSpan(row * Tags.Stride, Tags.Count))
            largest = Math.Max(largest, Math.Abs(weight));
        return largest;
    }

    /// <summary>So many of the features, those whose weights have the largest squares together.</summary>
    private FeatureWeights Strongest(FeatureWeights weights)
    {
        var levels = weights.LevelValues.ToArray();
        var rows = weights.Rows.ToArray().Chunk(FeatureWeights.RowBytes).ToArray();
        var kept = rows.Index()
            .OrderByDescending(row => row.Item.Sum(pair => Square(pair & 15) + Square(pair >> 4)))
            .ThenBy(row => row.Index)
            .Take(Rows)
            .OrderBy(row => row.Index).ToArray();
        var hashes = weights.Hashes.ToArray();
        return new FeatureWeights([.. kept.Select(row => hashes[row.Index])], [.. kept.SelectMany(row => row.Item)], levels);

        int Square(int level) => levels[level] * levels[level];
    }
}
