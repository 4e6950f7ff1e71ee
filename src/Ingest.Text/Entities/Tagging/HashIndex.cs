using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// The places of hashes in ascending order. A hash's first sixteen bits choose one of 65,536 blocks; one look at it finds nearly all,
/// without a branch that depends on what is found, so that the looks of many hashes overlap. Nothing is inserted: that is what a cold start
/// saves.
/// <code>
/// block  := head rest*                   16 bytes
/// head   := (place of the block's first hash: 29 bits, number of its hashes, 7 for more than six: 3 bits)
/// rest   := (the hash's last 16 bits)    of the first six; what is more is looked up among the hashes
/// </code>
/// </summary>
internal sealed class HashIndex
{
    private const int Blocks = 1 << 16, HeadLanes = 2, Held = 6, NumberBits = 3, More = (1 << NumberBits) - 1;

    private readonly uint[] _hashes;
    private readonly Vector128<ushort>[] _blocks = new Vector128<ushort>[Blocks];

    /// <param name="ascending">None of them twice.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HashIndex(uint[] ascending)
    {
        _hashes = ascending;
        var heads = MemoryMarshal.Cast<Vector128<ushort>, uint>(_blocks.AsSpan());
        var lanes = MemoryMarshal.Cast<Vector128<ushort>, ushort>(_blocks.AsSpan());
        var first = 0;
        for (var i = 0; i < ascending.Length; i++)
        {
            var block = (int)(ascending[i] >> 16);
            if (ascending[first] >> 16 != block)
                first = i;
            var before = i - first;
            if (before < Held)
                lanes[block * Vector128<ushort>.Count + HeadLanes + before] = (ushort)ascending[i];
            heads[block * Vector128<uint>.Count] = (uint)(first << NumberBits | Math.Min(before + 1, More));
        }
    }

    public ReadOnlySpan<uint> Hashes => _hashes;

    /// <summary>−1 for one that is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(uint hash)
    {
        var found = Look(_blocks[hash >> 16], hash, out var place, out var head);
        return found != 0 ? place : (head & More) == More ? IndexBeyond(hash, head) : -1;
    }

    /// <summary>Puts the places of those that are there where the hashes stood, from the front; returns how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Replace(Span<uint> hashes)
    {
        var (blocks, count) = (_blocks, 0);
        foreach (var hash in hashes)
        {
            var found = Look(blocks[hash >> 16], hash, out var place, out var head);
            hashes[count] = (uint)place;
            count += found != 0 ? 1 : 0;
            if ((found | (~head & More)) == 0 && IndexBeyond(hash, head) is var beyond and >= 0)
                hashes[count++] = (uint)beyond;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Look(Vector128<ushort> block, uint hash, out int place, out uint head)
    {
        head = block.AsUInt32().ToScalar();
        var found = Vector128.Equals(block, Vector128.Create((ushort)hash))
            .ExtractMostSignificantBits() >> HeadLanes & ((1u << (int)(head & More)) - 1);
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
