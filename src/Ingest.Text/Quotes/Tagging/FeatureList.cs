using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The hashed features of one piece, in the fixed order of their templates: the n-th one added has template n, so every piece adds all of
/// them. FNV-1a with the finaliser of MurmurHash3; the same on every machine, and part of the model's format.
/// </summary>
/// <param name="target">Room for them.</param>
internal ref struct FeatureList(Span<uint> target)
{
    private const uint Prime = 16777619, Basis = 2166136261;

    private readonly Span<uint> _target = target;

    private int _count;

    /// <summary>The hashes of the features, when all are added.</summary>
    public readonly Span<uint> Finish()
    {
        var hashes = _target[.._count];
        FeatureHash.Finish(hashes);
        return hashes;
    }

    public void Add(uint value) => Put(Start() ^ value);

    public void Add(uint first, uint second) => Put(((Start() ^ first) * 0x85EBCA77) + second);

    public void Add(uint first, uint second, uint third) => Put(((((Start() ^ first) * 0x85EBCA77) + second) * 0xC2B2AE3D) + third);

    public static uint HashOf(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    private readonly uint Start() => (uint)(_count + 1) * 0x9E3779B1;

    private void Put(uint hash) => _target[_count++] = hash * 0x85EBCA77;
}
