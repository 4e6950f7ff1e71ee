using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The best sequence of tags and its rivals: for every piece and tag, the best sequence that has this tag there (max-marginals).
/// Where a rival differs, it does so at a boundary that the chain is least sure of.
/// </summary>
internal sealed class ChainPaths
{
    private const int Stride = Chain.Stride;

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
        (_through, _from, _to) = (new float[_count * Stride], new byte[_count * Stride], new byte[_count * Stride]);
        var rows = MemoryMarshal.Cast<float, Vector512<float>>(moves);
        var own = MemoryMarshal.Cast<float, Vector512<float>>(scores);
        var through = MemoryMarshal.Cast<float, Vector512<float>>(_through.AsSpan());
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

    /// <summary>The best sequence first, each with what it scores less than that one.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="within">What scores less by more than this is no rival.</param>
    public List<(byte[] Tags, float Behind)> Find(int most, float within)
    {
        var best = _through.Max();
        var order = new List<(float Score, int At)>();
        for (var at = 0; at < _through.Length; at++)
        {
            if (_through[at] >= best - within)
                order.Add((_through[at], at));
        }

        order.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.At.CompareTo(b.At));
        var found = new List<(byte[] Tags, float Behind)>();
        foreach (var (score, at) in order)
        {
            var (i, tag) = (at / Stride, (byte)(at % Stride));
            if (IsOnAny(found, i, tag))
                continue;   // that one is the best through here, or it would have come later
            found.Add((PathThrough(i, tag), best - score));
            if (found.Count == most)
                break;
        }

        return found;
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
