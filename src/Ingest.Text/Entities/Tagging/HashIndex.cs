using System.Runtime.CompilerServices;

namespace Ingest.Text.Entities.Tagging;

/// <summary>The places of hashes in ascending order, found by their first bits. Nothing is inserted: that is what a cold start saves.</summary>
internal sealed class HashIndex
{
    private readonly uint[] _hashes;
    private readonly int[] _starts;      // by the first bits, one to two hashes each
    private readonly int _shift;

    /// <param name="ascending">None of them twice.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HashIndex(uint[] ascending)
    {
        var bits = Math.Max(1, System.Numerics.BitOperations.Log2((uint)ascending.Length + 1));
        _hashes = ascending;
        _shift = 32 - bits;
        _starts = new int[(1 << bits) + 1];
        var bucket = 0u;
        for (var i = 0; i < ascending.Length; i++)
        {
            while (bucket < ascending[i] >> _shift)
                _starts[++bucket] = i;
        }

        _starts.AsSpan((int)bucket + 1).Fill(ascending.Length);
    }

    public ReadOnlySpan<uint> Hashes => _hashes;

    /// <summary>−1 for one that is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(uint hash)
    {
        var bucket = (int)(hash >> _shift);
        for (var i = _starts[bucket]; i < _starts[bucket + 1]; i++)
        {
            if (_hashes[i] == hash)
                return i;
        }

        return -1;
    }
}
