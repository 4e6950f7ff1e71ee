namespace Ingest.Text.Entities.Tagging;

/// <summary>What the features of a token and of its neighbours need to know of it.</summary>
internal struct TokenTraits
{
    /// <summary>Hash of the word in small letters.</summary>
    public uint Lower;

    /// <summary>Hash of the word as written, and of its shape; one value for all words of a sentence whose case tells nothing.</summary>
    public uint Cased, Shape;

    /// <summary>Hashes of its first and last letters, small.</summary>
    public uint Prefix2, Prefix3, Prefix4, Suffix1, Suffix2, Suffix3, Suffix4;

    public Cluster Cluster;

    /// <summary>Lists that hold the word alone.</summary>
    public WordLists Lists;

    /// <summary>Lists with an entry of several words that begins here, or goes on here.</summary>
    public WordLists Begins, GoesOn;

    /// <summary>The words with a capital that it stands among, and those with the small words between them.</summary>
    public CapitalRun Run, Wide;

    /// <summary>All of the lists as one value.</summary>
    public readonly uint Signature => (uint)Lists ^ (uint)Begins * 0x9E3779B1 ^ (uint)GoesOn * 0x85EBCA77;
}
