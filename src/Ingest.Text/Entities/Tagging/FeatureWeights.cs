using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// Rows of weights, one a feature, a weight for each tag. A weight is one of sixteen levels, so that two of them lie in a byte:
/// that of an even tag in the low half, that of the tag after it in the high one.
/// </summary>
/// <param name="hashes">Of the features, ascending.</param>
/// <param name="rows"><see cref="RowBytes"/> a feature.</param>
/// <param name="levels">Sixteen.</param>
internal sealed class FeatureWeights(uint[] hashes, byte[] rows, sbyte[] levels)
{
    public const int Levels = 16;
    public const int RowBytes = Tags.Stride / 2;

    private readonly HashIndex _index = new(hashes);
    private readonly Vector256<byte> _levels = Vector256.Create(Vector128.Create(levels), Vector128.Create(levels)).AsByte();

    public ReadOnlySpan<uint> Hashes => _index.Hashes;

    public ReadOnlySpan<byte> Rows => rows;

    public ReadOnlySpan<sbyte> LevelValues => levels;

    /// <summary>Adds the rows of the features that have one to <paramref name="scores"/>, of <see cref="Tags.Stride"/>.</summary>
    /// <param name="features">Their hashes; used up.</param>
    /// <param name="scores">One a tag.</param>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(Span<uint> features, Span<short> scores)
    {
        var half = Vector256.Create((byte)0x0f);
        var (even, odd) = (Vector512<short>.Zero, Vector512<short>.Zero);
        foreach (var place in features[.._index.Replace(features)])
        {
            var row = rows.AsSpan((int)place * RowBytes, RowBytes);
            var pairs =
                Vector256.Create(Vector128.Create<byte>(row), Vector128.CreateScalarUnsafe(MemoryMarshal.Read<ulong>(row[16..])).AsByte());
            even += Weights(pairs & half);
            odd += Weights((pairs.AsUInt16() >>> 4).AsByte() & half);
        }

        // Side by side again: the lower half of an integer is a tag, the upper one the tag after it.
        var (evenFirst, evenRest) = Vector512.Widen(even.AsUInt16());
        var (oddFirst, oddRest) = Vector512.Widen(odd.AsUInt16());
        ref var target = ref MemoryMarshal.GetReference(scores);
        (Vector512.LoadUnsafe(ref target) + (evenFirst | oddFirst << 16).AsInt16()).StoreUnsafe(ref target);
        ref var rest = ref Unsafe.Add(ref target, Vector512<short>.Count);
        (Vector256.LoadUnsafe(ref rest) + (evenRest | oddRest << 16).AsInt16().GetLower()).StoreUnsafe(ref rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<short> Weights(Vector256<byte> levels) =>
        Vector512.WidenLower(Vector256.ShuffleNative(_levels, levels).AsSByte().ToVector512Unsafe());
}
