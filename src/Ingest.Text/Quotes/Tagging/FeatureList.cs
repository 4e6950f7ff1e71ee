namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The hashed features of one piece, in the fixed order of their templates: the n-th one added has template n, so every piece adds all of
/// them. FNV-1a with the finaliser of MurmurHash3; the same on every machine, and part of the model's format.
/// </summary>
internal ref struct FeatureList(Span<uint> target)
{
    private const uint Prime = 16777619, Basis = 2166136261;

    private readonly Span<uint> _target = target;

    public int Count { get; private set; }

    public readonly Span<uint> Hashes => _target[..Count];

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

    private readonly uint Start() => (uint)(Count + 1) * 0x9E3779B1;

    private void Put(uint hash)
    {
        hash *= 0x85EBCA77;
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        hash ^= hash >> 16;
        _target[Count++] = hash == 0 ? 1 : hash;   // 0 marks a free slot of the weights
    }
}
