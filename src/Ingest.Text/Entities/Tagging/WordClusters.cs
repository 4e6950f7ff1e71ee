namespace Ingest.Text.Entities.Tagging;

/// <summary>Words that can stand in each other's place, in clusters of three sizes; learnt from raw news.</summary>
/// <param name="clusters">By the hash of the word in small letters with every digit as 0.</param>
internal sealed class WordClusters(Dictionary<uint, Cluster> clusters)
{
    /// <summary>Number of words that are in a cluster.</summary>
    public int Count => clusters.Count;

    public IEnumerable<KeyValuePair<uint, Cluster>> Entries => clusters;

    public Cluster Of(uint word) => clusters.GetValueOrDefault(word);
}

/// <summary>Numbers of a word's clusters, from coarse to fine, from 1; 0 is none.</summary>
internal readonly record struct Cluster(ushort Coarse, ushort Middle, ushort Fine);
