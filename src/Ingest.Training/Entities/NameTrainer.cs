using System.Runtime.InteropServices;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Tagging;
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

    /// <summary>Fields that are learnt, each in its own order and with its own features left out; the model is their mean, which hangs less on chance than one of them.</summary>
    private const int Members = 4;
    private const float Rate = 0.1f, Decay = 1e-5f;

    /// <summary>Weights beyond ±3 are rare; eight bits cover what lies between.</summary>
    private const float LargestWeight = 3, Scale = 127 / LargestWeight;

    /// <summary>Share of the texts of which a copy in small letters, or in capitals, is learnt too: headlines, slugs and chat have no case.</summary>
    private const double CaseShare = 0.15;

    public NameModel Train(IReadOnlyList<TaggedText> texts, WordClusters clusters, Progress progress)
    {
        TaggedText[] all = [.. texts, .. InOtherCase(texts)];
        progress.Say($"{texts.Count} texts and {all.Length - texts.Count} copies in another case, {all.Sum(text => text.Doc.Tokens.Count)} tokens");
        var index = IndexFeatures(all, clusters);
        progress.Say($"{index.Count} features");
        var sentences = all.SelectMany(text => Sentences(text, clusters, index)).ToArray();

        var members = new PartialCrf[Members];
        // No more at a time than there are processors: each holds three floats a weight.
        Parallel.For(0, Members, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => members[i] = Fit(index.Count, sentences, Seed + i, i == 0 ? progress : null));
        return Quantize(PartialCrf.Mean(members), index, clusters);
    }

    private PartialCrf Fit(int features, IEnumerable<TrainingSentence> all, int seed, Progress? progress)
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

    private Dictionary<uint, int> IndexFeatures(TaggedText[] texts, WordClusters clusters)
    {
        var counts = new Dictionary<uint, int>();
        Span<uint> features = new uint[NameFeatures.Max];
        foreach (var text in texts)
        {
            using var extractor = new NameFeatures(text.Doc, clusters, Gazetteer.Default);
            for (var s = 0; s < text.Doc.Sentences.Count; s++)
            {
                for (var i = text.Doc.Sentences[s].FirstToken; i < text.Doc.Sentences[s].EndToken; i++)
                {
                    foreach (var feature in features[..extractor.Extract(s, i, features)])
                        CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
                }
            }
        }

        return counts.Where(count => count.Value >= MinCount && count.Key != 0).Select(count => count.Key).Order().Index()
            .ToDictionary(feature => feature.Item, feature => feature.Index);
    }

    private static IEnumerable<TrainingSentence> Sentences(TaggedText text, WordClusters clusters, Dictionary<uint, int> index)
    {
        var features = new uint[NameFeatures.Max];
        using var extractor = new NameFeatures(text.Doc, clusters, Gazetteer.Default);
        for (var s = 0; s < text.Doc.Sentences.Count; s++)
        {
            var (_, first, end, _) = text.Doc.Sentences[s];
            var rows = new int[end - first][];
            for (var i = first; i < end; i++)
            {
                var known = new List<int>();
                foreach (var feature in features.AsSpan(0, extractor.Extract(s, i, features)))
                {
                    if (index.TryGetValue(feature, out var row))
                        known.Add(row);
                }

                rows[i - first] = [.. known];
            }

            yield return new TrainingSentence(rows, text.Allowed[first..end]);
        }
    }

    private NameModel Quantize(PartialCrf crf, Dictionary<uint, int> index, WordClusters clusters)
    {
        var kept = index.OrderByDescending(feature => Largest(crf, feature.Value)).ThenBy(feature => feature.Key).Take(Rows)
            .OrderBy(feature => feature.Key).ToArray();
        var levels = new WeightLevels(kept.SelectMany(feature => crf.Weights.Skip(feature.Value * Tags.Stride).Take(Tags.Count)), Scale);
        var rows = new byte[kept.Length * FeatureWeights.RowBytes];
        for (var k = 0; k < kept.Length; k++)
        {
            for (var tag = 0; tag < Tags.Stride; tag++)
                rows[k * FeatureWeights.RowBytes + tag / 2] |= (byte)(levels.PlaceOf(crf.Weights[kept[k].Value * Tags.Stride + tag]) << (tag & 1) * 4);
        }

        return new NameModel(
            clusters, new FeatureWeights(Array.ConvertAll(kept, feature => feature.Key), rows, levels.Values),
            Array.ConvertAll(crf.Transitions, weight => (int)MathF.Round(weight * Scale)));
    }

    private static float Largest(PartialCrf crf, int row)
    {
        var largest = 0f;
        foreach (var weight in crf.Weights.AsSpan(row * Tags.Stride, Tags.Count))
            largest = Math.Max(largest, Math.Abs(weight));
        return largest;
    }
}
