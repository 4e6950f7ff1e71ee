using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Entities.Tagging;

/// <summary>Rows of eight-bit weights, one a feature, found by the feature's hash (open addressing, linear probing).</summary>
internal sealed class FeatureWeights
{
    private readonly uint[] _hashes;      // 0: free
    private readonly int[] _rowOf;
    private readonly sbyte[] _rows;
    private readonly int _mask;

    /// <param name="hashes">One a row, none of them twice.</param>
    /// <param name="rows">Rows of <see cref="Tags.Stride"/> weights, one after the other.</param>
    public FeatureWeights(ReadOnlySpan<uint> hashes, sbyte[] rows)
    {
        var capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)hashes.Length * 2 + 1);
        _hashes = new uint[capacity];
        _rowOf = new int[capacity];
        _rows = rows;
        _mask = capacity - 1;
        for (var row = 0; row < hashes.Length; row++)
        {
            var slot = (int)hashes[row] & _mask;
            while (_hashes[slot] != 0)
                slot = slot + 1 & _mask;
            _hashes[slot] = hashes[row];
            _rowOf[slot] = row * Tags.Stride;
        }
    }

    /// <summary>Adds the rows of the features that have one to <paramref name="scores"/>, of <see cref="Tags.Stride"/>.</summary>
    public void Sum(ReadOnlySpan<uint> features, Span<short> scores)
    {
        ref var target = ref MemoryMarshal.GetReference(scores);
        var sum0 = Vector256.LoadUnsafe(ref target);
        var sum1 = Vector256.LoadUnsafe(ref target, 16);
        var sum2 = Vector256.LoadUnsafe(ref target, 32);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row < 0)
                continue;
            sum0 += Widen(Vector128.LoadUnsafe(ref rows, (nuint)row));
            sum1 += Widen(Vector128.LoadUnsafe(ref rows, (nuint)row + 16));
            sum2 += Widen(Vector128.LoadUnsafe(ref rows, (nuint)row + 32));
        }

        sum0.StoreUnsafe(ref target);
        sum1.StoreUnsafe(ref target, 16);
        sum2.StoreUnsafe(ref target, 32);
    }

    private static Vector256<short> Widen(Vector128<sbyte> row)
    {
        var (low, high) = Vector128.Widen(row);
        return Vector256.Create(low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint hash)
    {
        for (var slot = (int)hash & _mask; ; slot = slot + 1 & _mask)
        {
            var found = _hashes[slot];
            if (found == hash)
                return _rowOf[slot];
            if (found == 0)
                return -1;
        }
    }
}
