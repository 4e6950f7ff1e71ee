using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The best sequence of tags and its rivals: for every piece and tag, the best sequence that has this tag at this piece (max-marginals).
/// A rival differs from the best sequence at a boundary where the chain is least sure.
/// </summary>
internal sealed class ChainPaths : IDisposable
{
    private const int Stride = Chain.Stride;

    // Rented, so longer than needed.
    private readonly float[] _through;   // score of the best sequence through a tag at a piece
    private readonly byte[] _from;
    private readonly byte[] _to;
    private readonly int _count;

    /// <inheritdoc cref="Chain.Decode"/>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ChainPaths(ReadOnlySpan<float> scores, ReadOnlySpan<float> moves, ReadOnlySpan<ushort> masks)
    {
        _count = masks.Length;
        _through = ArrayPool<float>.Shared.Rent(_count * Stride);
        (_from, _to) = (ArrayPool<byte>.Shared.Rent(_count * Stride), ArrayPool<byte>.Shared.Rent(_count * Stride));
        var rows = MemoryMarshal.Cast<float, Vector512<float>>(moves);
        var own = MemoryMarshal.Cast<float, Vector512<float>>(scores);
        var through = MemoryMarshal.Cast<float, Vector512<float>>(_through.AsSpan(0, _count * Stride));
        through[0] = Chain.Allowed(masks[0], own[0] + rows[Chain.Start], Chain.Never);
        for (var i = 1; i < _count; i++)
            through[i] =
                Chain.Allowed(
                    masks[i],
                    Chain.Best(_through.AsSpan((i - 1) * Stride, Stride), rows, _from.AsSpan(i * Stride, Stride)) + own[i],
                    Chain.Never);

        Span<float> turned = stackalloc float[Stride * Stride];
        for (var k = 0; k < turned.Length; k++)
            turned[k] = moves[(k % Stride * Stride) + (k / Stride)];
        var columns = MemoryMarshal.Cast<float, Vector512<float>>(turned);
        Span<float> rest = stackalloc float[Stride];
        var behind = Vector512<float>.Zero;
        for (var i = _count - 2; i >= 0; i--)
        {
            Chain.Allowed(masks[i + 1], behind + own[i + 1], Chain.Never).CopyTo(rest);
            behind = Chain.Best(rest, columns, _to.AsSpan(i * Stride, Stride));
            through[i] += behind;
        }
    }

    /// <summary>The sequences, the best first, each with how much less it scores than the best.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="within">A sequence that scores less than the best by more than this is no rival.</param>
    public List<(byte[] Tags, float Behind)> Find(int most, float within)
    {
        var through = _through.AsSpan(0, _count * Stride);
        var best = float.NegativeInfinity;
        foreach (var score in through)
            best = Math.Max(best, score);
        var order = ArrayPool<(float Score, int At)>.Shared.Rent(through.Length);
        var rivals = 0;
        for (var at = 0; at < through.Length; at++)
        {
            if (through[at] >= best - within)
                order[rivals++] = (through[at], at);
        }

        order.AsSpan(0, rivals).Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.At.CompareTo(b.At));
        var found = new List<(byte[] Tags, float Behind)>(most);
        for (var k = 0; k < rivals && found.Count < most; k++)
        {
            var (score, at) = order[k];
            var (i, tag) = (at / Stride, (byte)(at % Stride));
            if (!IsOnAny(found, i, tag))   // a path found before with this tag here is the best path through here
                found.Add((PathThrough(i, tag), best - score));
        }

        ArrayPool<(float Score, int At)>.Shared.Return(order);
        return found;
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_through);
        ArrayPool<byte>.Shared.Return(_from);
        ArrayPool<byte>.Shared.Return(_to);
    }

    /// <summary>Whether one of the paths has the tag at the piece.</summary>
    private static bool IsOnAny(List<(byte[] Tags, float Behind)> paths, int i, byte tag)
    {
        foreach (var (tags, _) in paths)
        {
            if (tags[i] == tag)
                return true;
        }

        return false;
    }

    private byte[] PathThrough(int at, byte tag)
    {
        var tags = new byte[_count];
        tags[at] = tag;
        for (var i = at; i > 0; i--)
            tags[i - 1] = _from[(i * Stride) + tags[i]];
        for (var i = at; i + 1 < _count; i++)
            tags[i + 1] = _to[(i * Stride) + tags[i]];
        return tags;
    }
}
