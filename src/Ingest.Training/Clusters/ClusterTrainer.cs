using System.Runtime.InteropServices;
using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Training.Clusters;

/// <summary>Learns <see cref="WordClusters"/> from raw text: vectors of words that stand in like company, then k-means.</summary>
internal static class ClusterTrainer
{
    private const int Dimensions = 64;
    private const int MinCount = 5;
    private const int MaxWords = 50_000;
    private const int Rounds = 20;
    private const int Epochs = 10;

    // Coarse, middle, fine; the sizes that Brown clusters are usually cut to (Ratinov and Roth 2009: prefixes of 4, 6, 10 bits), a little
    // finer.
    private static readonly int[] Sizes = [64, 256, 1024];
    private const int Topics = 512;

    public static WordClusters Train(IEnumerable<string> texts, Progress progress)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var sentences = texts.SelectMany(text => Sentences(Document.Parse(text), counts)).ToList();
        var vocabulary = counts.Where(count => count.Value >= MinCount)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(MaxWords).ToArray();
        progress.Say($"{sentences.Count} sentences, {vocabulary.Length} words of {counts.Count}");

        var numbers = vocabulary.Index().ToDictionary(word => word.Item.Key, word => word.Index, StringComparer.Ordinal);
        var numbered = sentences.ConvertAll(sentence => Array.ConvertAll(sentence, word => numbers.GetValueOrDefault(word, -1)));
        float[] alike = [], together = [];
        Parallel.Invoke(
            () => alike = Vectors(window: 2, places: true, _ => { }),
            () => together = Vectors(window: 6, places: false, share => progress.Update("word vectors", share)));
        var levels = Array.ConvertAll(Sizes, size => KMeans.Cluster(alike, Dimensions, Math.Min(size, vocabulary.Length), Rounds));
        var topics = KMeans.Cluster(together, Dimensions, Math.Min(Topics, vocabulary.Length), Rounds);
        var clusters = new Dictionary<uint, Cluster>(vocabulary.Length);
        for (var i = 0; i < vocabulary.Length; i++)
            clusters.TryAdd(
                FeatureHash.Of(vocabulary[i].Key),
                new Cluster(Number(levels[0][i]), Number(levels[1][i]), Number(levels[2][i]), Number(topics[i])));
        progress.Say($"clusters of {clusters.Count} words");
        return new WordClusters(clusters);

        float[] Vectors(int window, bool places, Action<double> advance) =>
            new SkipGram(
                vocabulary.Length, Dimensions, window, places, negatives: 5, Epochs,
                seed: 1).Train(numbered, Array.ConvertAll(vocabulary, word => word.Value), advance);
    }

    private static ushort Number(int cluster) => (ushort)(cluster + 1);

    private static IEnumerable<string[]> Sentences(Document doc, Dictionary<string, int> counts)
    {
        foreach (var sentence in doc.Sentences)
        {
            var words = new string[sentence.EndToken - sentence.FirstToken];
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = Fold(doc.TextOf(doc.Tokens[sentence.FirstToken + i]));
                CollectionsMarshal.GetValueRefOrAddDefault(counts, words[i], out _)++;
            }

            yield return words;
        }
    }

    // As NameFeatures looks clusters up: small, digits as 0.
    private static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new char[word.Length];
        word.ToLowerInvariant(folded);
        for (var i = 0; i < folded.Length; i++)
        {
            if (char.IsDigit(folded[i]))
                folded[i] = '0';
        }

        return new string(folded);
    }
}
