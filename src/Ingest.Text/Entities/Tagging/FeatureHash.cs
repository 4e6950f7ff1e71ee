using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    public static uint Of(uint template, uint value) => Finish(Begin(template, value));

    /// <summary>A feature of two values, in order.</summary>
    public static uint Of(uint template, uint first, uint second) => Finish(Begin(template, first, second));

    /// <summary>A feature of one value, before it is finished.</summary>
    public static uint Begin(uint template, uint value) => (value ^ template * 0x9E3779B1) * 0x85EBCA77 + template;

    /// <summary>A feature of two values, before it is finished.</summary>
    public static uint Begin(uint template, uint first, uint second) =>
        (first ^ template * 0x9E3779B1) * 0x85EBCA77 + (second + template) * 0xC2B2AE3D;

    /// <summary>Finishes features, sixteen at once; none of them is 0 then.</summary>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Finish(Span<uint> hashes)
    {
        var sixteens = MemoryMarshal.Cast<uint, Vector512<uint>>(hashes);
        foreach (ref var hash in sixteens)
            hash = Vector512.Max(Finish(hash), Vector512<uint>.One);
        foreach (ref var hash in hashes[(sixteens.Length * Vector512<uint>.Count)..])
            hash = Math.Max(Finish(hash), 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Finish(Vector512<uint> hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ hash >> 16;
    }

    private static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ hash >> 16;
    }
}
