using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>Rows of eight-bit weights, one a feature, found by the feature's hash, and the transitions.</summary>
internal sealed class TagWeights
{
    private readonly HashIndex _index;

    public TagWeights(TagRows learnt) =>
        (Learnt, _index, Transitions) = (learnt, new HashIndex(learnt.Hashes), new Transitions(learnt.Moves));

    public TagRows Learnt { get; }

    public Transitions Transitions { get; }

    /// <summary>The sums of the features' rows, <see cref="Chain.Stride"/> of them.</summary>
    /// <param name="features">Their hashes; used up.</param>
    /// <param name="scores">One a tag.</param>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(Span<uint> features, Span<float> scores)
    {
        var sum = Vector256<short>.Zero;
        var rows = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(Learnt.Weights);
        foreach (var place in features[.._index.Replace(features)])
            sum += Vector256.WidenLower(rows[(int)place].ToVector256Unsafe());
        var (lower, upper) = Vector256.Widen(sum);
        (Vector512.ConvertToSingle(Vector512.Create(lower, upper)) * Learnt.Unit).CopyTo(scores);
    }
}
