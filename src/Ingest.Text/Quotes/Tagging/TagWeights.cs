using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>Rows of eight-bit weights, one a feature, found by the feature's hash (open addressing, linear probing), and the transitions.</summary>
internal sealed class TagWeights
{
    private readonly uint[] _slots;      // 0: free
    private readonly int[] _rowOf;
    private readonly sbyte[] _rows;
    private readonly float _unit;
    private readonly int _mask;

    public TagWeights(TagRows learnt)
    {
        var (hashes, rows, unit, moves) = learnt;
        var capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)hashes.Length * 2 + 1);
        (_slots, _rowOf, _rows, _unit, _mask) = (new uint[capacity], new int[capacity], rows, unit, capacity - 1);
        for (var row = 0; row < hashes.Length; row++)
        {
            var slot = (int)hashes[row] & _mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & _mask;
            (_slots[slot], _rowOf[slot]) = (hashes[row], row * Chain.Stride);
        }

        Moves = moves;
        MoveWeights = [.. moves.Select(move => MathF.Exp(move))];
    }

    public float[] Moves { get; }

    /// <summary>exp of <see cref="Moves"/>.</summary>
    public float[] MoveWeights { get; }

    /// <summary>The sums of the features' rows, <see cref="Chain.Stride"/> of them.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        var sum = Vector256<short>.Zero;
        var rows = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(_rows);
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row >= 0)
                sum += Vector256.WidenLower(rows[row / Chain.Stride].ToVector256());
        }

        for (var t = 0; t < Chain.Stride; t++)
            scores[t] = sum[t] * _unit;
    }

    private int Find(uint hash)
    {
        for (var slot = (int)hash & _mask; ; slot = (slot + 1) & _mask)
        {
            if (_slots[slot] == hash)
                return _rowOf[slot];
            if (_slots[slot] == 0)
                return -1;
        }
    }
}
