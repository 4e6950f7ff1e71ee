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
    private readonly Vector128<byte> _levels = Vector128.Create(levels).AsByte();

    public ReadOnlySpan<uint> Hashes => _index.Hashes;

    public ReadOnlySpan<byte> Rows => rows;

    public ReadOnlySpan<sbyte> LevelValues => levels;

    /// <summary>Adds the rows of the features that have one to <paramref name="scores"/>, of <see cref="Tags.Stride"/>.</summary>
    /// <param name="features">Their hashes; used up.</param>
    /// <param name="scores">One a tag.</param>
    public void Sum(Span<uint> features, Span<short> scores)
    {
        ref var target = ref MemoryMarshal.GetReference(scores);
        var sum0 = Vector256.LoadUnsafe(ref target);
        var sum1 = Vector256.LoadUnsafe(ref target, 16);
        var sum2 = Vector256.LoadUnsafe(ref target, 32);
        foreach (var place in features[.._index.Replace(features)])
        {
            var row = rows.AsSpan((int)place * RowBytes, RowBytes);
            sum0 += Expand(MemoryMarshal.Read<ulong>(row));
            sum1 += Expand(MemoryMarshal.Read<ulong>(row[8..]));
            sum2 += Expand(MemoryMarshal.Read<ulong>(row[16..]));
        }

        sum0.StoreUnsafe(ref target);
        sum1.StoreUnsafe(ref target, 16);
        sum2.StoreUnsafe(ref target, 32);
    }

    /// <summary>The weights of sixteen tags.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<short> Expand(ulong packed)
    {
        var pairs = Vector128.WidenLower(Vector128.CreateScalarUnsafe(packed).AsByte());
        var places = ((pairs | pairs << 4) & Vector128.Create((ushort)0x0f0f)).AsByte();
        var weights = Vector128.ShuffleNative(_levels, places).AsSByte();
        return Vector256.Create(Vector128.WidenLower(weights), Vector128.WidenUpper(weights));
    }
}
