namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// Words that can stand in each other's place, in clusters of three sizes, and words that speak of the same things; learnt from raw news.
/// </summary>
/// <param name="words">Hashes of the words in small letters with every digit as 0, ascending.</param>
/// <param name="clusters">One a word.</param>
internal sealed class WordClusters(uint[] words, Cluster[] clusters)
{
    private readonly HashIndex _index = new(words);

    public WordClusters(IReadOnlyDictionary<uint, Cluster> clusters)
        : this([.. clusters.Keys.Order()], [.. clusters.OrderBy(word => word.Key).Select(word => word.Value)])
    {
    }

    public ReadOnlySpan<uint> Words => _index.Hashes;

    public ReadOnlySpan<Cluster> Clusters => clusters;

    public Cluster Of(uint word) => _index.IndexOf(word) is var place and >= 0 ? clusters[place] : default;
}

/// <summary>Numbers of a word's clusters, from coarse to fine, and of its topic, from 1; 0 is none.</summary>
internal readonly record struct Cluster(ushort Coarse, ushort Middle, ushort Fine, ushort Topic);
