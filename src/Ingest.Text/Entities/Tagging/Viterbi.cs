using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Entities.Tagging;

/// <summary>The best sequence of tags (Viterbi 1967) over the transitions that <see cref="Tags.MayFollow"/> allows.</summary>
internal sealed class Viterbi
{
    private const int Never = int.MinValue / 2;

    private static readonly int[] Closed = [.. Enumerable.Range(0, Tags.Count).Where(tag => !Tags.IsOpen(tag))];
    private static readonly int[] Begins = [.. Enumerable.Range(0, Tags.Count).Where(tag => !Tags.GoesOn(tag))];

    private readonly int[] _transitions;     // [before * Stride + tag]
    private readonly (int Tag, int Least, int Most)[] _closed;   // of the transitions to those that begin

    /// <param name="transitions">Scores in the unit of the emissions, <see cref="Tags.Stride"/> to a row of the tag before; row
    /// <see cref="Tags.Count"/> is the start.</param>
    public Viterbi(int[] transitions)
    {
        _transitions = transitions;
        _closed =
            Array.ConvertAll(
                Closed,
                tag =>
                    (
                        tag,
                        Begins.Min(next => transitions[tag * Tags.Stride + next]),
                        Begins.Max(next => transitions[tag * Tags.Stride + next])));
    }

    /// <param name="emissions">Scores, <see cref="Tags.Stride"/> a token.</param>
    /// <param name="tags">One a token.</param>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode(ReadOnlySpan<short> emissions, Span<byte> tags)
    {
        if (tags.IsEmpty)
            return;
        var rented = ArrayPool<byte>.Shared.Rent(tags.Length * Tags.Stride);
        Span<int> scores = stackalloc int[Tags.Stride], next = stackalloc int[Tags.Stride];
        try
        {
            scores.Fill(Never);
            foreach (var tag in Begins)
                scores[tag] = _transitions[Tags.Count * Tags.Stride + tag] + emissions[tag];
            for (var i = 1; i < tags.Length; i++)
            {
                Step(scores, next, emissions.Slice(i * Tags.Stride, Tags.Stride), rented.AsSpan(i * Tags.Stride, Tags.Stride));
                next.CopyTo(scores);
            }

            var best = 0;
            foreach (var tag in Closed)
            {
                if (scores[tag] > scores[best])
                    best = tag;
            }

            for (var i = tags.Length - 1; i >= 0; i--)
            {
                tags[i] = (byte)best;
                best = rented[i * Tags.Stride + best];
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(ReadOnlySpan<int> scores, Span<int> next, ReadOnlySpan<short> emissions, Span<byte> from)
    {
        // Most tags before are so far behind the best that no transition makes up for it.
        var floor = int.MinValue;
        foreach (var (before, least, _) in _closed)
            floor = Math.Max(floor, scores[before] + least);
        Span<int> rivals = stackalloc int[Tags.Stride];
        var count = 0;
        foreach (var (before, _, most) in _closed)
        {
            if (scores[before] + most >= floor)
                rivals[count++] = before;
        }

        rivals = rivals[..count];
        // For the tags that begin; what comes out for the others is replaced below.
        for (var tag = 0; tag < Tags.Stride; tag += Vector512<int>.Count)
        {
            var (best, score) = (Vector512<int>.Zero, Vector512.Create(int.MinValue));
            foreach (var before in rivals)
            {
                var candidate = Vector512.Create(scores[before]) + Vector512.Create(_transitions.AsSpan(before * Tags.Stride + tag));
                var isBetter = Vector512.GreaterThan(candidate, score);
                score = Vector512.ConditionalSelect(isBetter, candidate, score);
                best = Vector512.ConditionalSelect(isBetter, Vector512.Create(before), best);
            }

            var (lower, upper) = Vector256.Widen(Vector256.Create(emissions[tag..]));
            (score + Vector512.Create(lower, upper)).CopyTo(next[tag..]);
            var halves = Vector256.Narrow(best.GetLower(), best.GetUpper());
            Vector128.Narrow(halves.GetLower(), halves.GetUpper()).AsByte().CopyTo(from[tag..]);
        }

        for (var type = 0; type < Tags.Types.Length; type++)
        {
            int first = Tags.First(type), inside = Tags.Inside(type), last = Tags.Last(type);
            foreach (var tag in (ReadOnlySpan<int>)[inside, last])
            {
                var fromFirst = scores[first] + _transitions[first * Tags.Stride + tag];
                var fromInside = scores[inside] + _transitions[inside * Tags.Stride + tag];
                from[tag] = (byte)(fromFirst >= fromInside ? first : inside);
                next[tag] = Math.Max(fromFirst, fromInside) + emissions[tag];
            }
        }
    }
}
