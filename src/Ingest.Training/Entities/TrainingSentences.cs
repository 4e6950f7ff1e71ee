using System.Runtime.InteropServices;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Tagging;
using Ingest.Training.Corpora;

namespace Ingest.Training.Entities;

/// <summary>A sentence for training.</summary>
/// <param name="Rows">Weight rows of each token's features.</param>
/// <param name="Allowed">Bits of the tags that each token may have.</param>
internal sealed record TrainingSentence(int[][] Rows, ulong[] Allowed);

/// <summary>Texts as the features of their tokens, for what learns from these.</summary>
/// <param name="texts">All that is learnt from.</param>
/// <param name="clusters">Of the words.</param>
/// <param name="extract">What a token's features are.</param>
internal sealed class TrainingSentences(IReadOnlyList<TaggedText> texts, WordClusters clusters, TrainingSentences.Extractor extract)
{
    /// <summary>Writes a token's features; returns how many.</summary>
    public delegate int Extractor(NameFeatures features, int sentence, int token, Span<uint> hashes);

    /// <summary>Rows of the features that occur so often, in ascending order of their hashes.</summary>
    public Dictionary<uint, int> Index(int minCount)
    {
        var counts = new Dictionary<uint, int>();
        Span<uint> hashes = new uint[NameFeatures.Max];
        foreach (var text in texts)
        {
            using var features = new NameFeatures(text.Doc, clusters, Gazetteer.Default);
            for (var s = 0; s < text.Doc.Sentences.Count; s++)
            {
                for (var i = text.Doc.Sentences[s].FirstToken; i < text.Doc.Sentences[s].EndToken; i++)
                {
                    foreach (var hash in hashes[..extract(features, s, i, hashes)])
                        CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _)++;
                }
            }
        }

        return counts.Where(count => count.Value >= minCount && count.Key != 0).Select(count => count.Key).Order().Index()
            .ToDictionary(feature => feature.Item, feature => feature.Index);
    }

    /// <param name="index">The features that have rows.</param>
    public TrainingSentence[] Read(Dictionary<uint, int> index) => [.. texts.SelectMany(text => Read(text, index))];

    private IEnumerable<TrainingSentence> Read(TaggedText text, Dictionary<uint, int> index)
    {
        var hashes = new uint[NameFeatures.Max];
        using var features = new NameFeatures(text.Doc, clusters, Gazetteer.Default);
        for (var s = 0; s < text.Doc.Sentences.Count; s++)
        {
            var (_, first, end, _) = text.Doc.Sentences[s];
            var rows = new int[end - first][];
            for (var i = first; i < end; i++)
            {
                var known = new List<int>();
                foreach (var hash in hashes.AsSpan(0, extract(features, s, i, hashes)))
                {
                    if (index.TryGetValue(hash, out var row))
                        known.Add(row);
                }

                rows[i - first] = [.. known];
            }

            yield return new TrainingSentence(rows, text.Allowed[first..end]);
        }
    }
}
