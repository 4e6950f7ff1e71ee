using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// The places of hashes in ascending order. A hash's first bits choose a block; one look at it finds nearly all, without a branch that
/// depends on what is found. There are as few blocks as will do, so that they stay in the processor's caches. Nothing is inserted: that is
/// what a cold start saves.
/// <code>
/// block  := head hash*                   32 bytes
/// head   := (place of the block's first hash: 29 bits, number of its hashes: 3 bits, 7 for seven or more)
/// hash   := one of the first seven       what is more is looked up among the hashes
/// </code>
/// </summary>
internal sealed class HashIndex
{
    private const int Held = 7, NumberBits = 3;

    // Hashes a block, on average at most: of blocks with four, one in twenty has more than seven.
    private const int Load = 4;

    private readonly uint[] _hashes;
    private readonly Vector256<uint>[] _blocks;
    private readonly int _shift;

    /// <param name="ascending">None of them twice.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HashIndex(uint[] ascending)
    {
        _hashes = ascending;
        var bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(1, ascending.Length - 1) / Load) + 1);
        (_blocks, _shift) = (new Vector256<uint>[1 << bits], 32 - bits);
        var lanes = MemoryMarshal.Cast<Vector256<uint>, uint>(_blocks.AsSpan());
        for (int i = 0, first = 0; i < ascending.Length; i++)
        {
            var block = (int)(ascending[i] >> _shift);
            if (ascending[first] >> _shift != block)
                first = i;
            var number = i - first + 1;
            if (number <= Held)
                lanes[block * Vector256<uint>.Count + number] = ascending[i];
            lanes[block * Vector256<uint>.Count] = (uint)(first << NumberBits | Math.Min(number, Held));
        }
    }

    public ReadOnlySpan<uint> Hashes => _hashes;

    /// <summary>−1 for one that is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(uint hash)
    {
        var found = Look(_blocks[hash >> _shift], hash, out var place, out var head);
        return found != 0 ? place : (head & Held) == Held ? IndexBeyond(hash, head) : -1;
    }

    /// <summary>Puts the places of those that are there where the hashes stood, from the front; returns how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Replace(Span<uint> hashes)
    {
        var (blocks, shift, count) = (_blocks, _shift, 0);
        // All blocks are fetched at once. Below, each look waits for what the looks before it have written, and few would be under way.
        var all = Vector256<uint>.Zero;
        foreach (var hash in hashes)
            all |= blocks[hash >> shift];
        if (all == Vector256<uint>.Zero)
            return 0;
        foreach (var hash in hashes)
        {
            var found = Look(blocks[hash >> shift], hash, out var place, out var head);
            hashes[count] = (uint)place;
            count += found != 0 ? 1 : 0;
            if ((found | (~head & Held)) == 0 && IndexBeyond(hash, head) is var beyond and >= 0)
                hashes[count++] = (uint)beyond;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Look(Vector256<uint> block, uint hash, out int place, out uint head)
    {
        head = block.ToScalar();
        var found = Vector256.Equals(block, Vector256.Create(hash)).ExtractMostSignificantBits() >> 1 & ((1u << (int)(head & Held)) - 1);
        place = (int)(head >> NumberBits) + BitOperations.TrailingZeroCount(found);
        return found;
    }

    private int IndexBeyond(uint hash, uint head)
    {
        for (var i = (int)(head >> NumberBits) + Held; i < _hashes.Length && _hashes[i] <= hash; i++)
        {
            if (_hashes[i] == hash)
                return i;
        }

        return -1;
    }
}
