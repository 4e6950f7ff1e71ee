namespace Ingest.Text.Entities.Tagging;

/// <summary>32-bit hashes of words and features (FNV-1a, then a finaliser of MurmurHash3); the same on every machine.</summary>
internal static class FeatureHash
{
    public const uint Seed = 2166136261;   // FNV's offset basis

    public static uint Add(uint hash, uint value) => (hash ^ value) * 16777619;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text)
            hash = Add(hash, c);
        return hash;
    }

    /// <summary>A feature of one value.</summary>
    public static uint Of(uint template, uint value) => Finish((value ^ template * 0x9E3779B1) * 0x85EBCA77 + template);

    /// <summary>A feature of two values, in order.</summary>
    public static uint Of(uint template, uint first, uint second) =>
        Finish((first ^ template * 0x9E3779B1) * 0x85EBCA77 + (second + template) * 0xC2B2AE3D);

    private static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ hash >> 16;
    }
}
