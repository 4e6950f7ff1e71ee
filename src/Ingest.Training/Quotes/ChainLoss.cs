using System.Numerics.Tensors;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>
/// The loss of whole sequences of tags, −log of the right one's share among all those that <see cref="Parts.MayFollow"/> allows, and its
/// gradient.
/// </summary>
internal static class ChainLoss
{
    /// <summary>Puts the gradient in the scores' place; returns the mean loss of a piece.</summary>
    /// <param name="scores"><see cref="Chain.Stride"/> a piece.</param>
    /// <param name="tags">The right ones.</param>
    /// <param name="masks">Bits of the tags that each piece may have.</param>
    /// <param name="sequences">Where each lies among the pieces.</param>
    public static double Back(float[] scores, byte[] tags, ushort[] masks, IReadOnlyList<Range> sequences)
    {
        var (alpha, beta) = (new float[scores.Length], new float[scores.Length]);
        var loss = 0.0;
        foreach (var sequence in sequences)
        {
            var (first, end) = (sequence.Start.Value, sequence.End.Value);
            var own = (first * Chain.Stride)..(end * Chain.Stride);
            loss += Chain.Marginals(
                scores.AsSpan(own), Transitions.OfParts.Weights, masks.AsSpan(first..end), alpha.AsSpan(own), beta.AsSpan(own));
            for (var i = first; i < end; i++)
                loss -= scores[i * Chain.Stride + tags[i]];
        }

        TensorPrimitives.Multiply(alpha, beta, scores);
        for (var i = 0; i < tags.Length; i++)
        {
            var row = scores.AsSpan(i * Chain.Stride, Chain.Stride);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum<float>(row), row);
            row[tags[i]] -= 1;
        }

        TensorPrimitives.Divide(scores, tags.Length, scores);
        return loss / tags.Length;
    }

    /// <summary>The mask of each piece, with what is right; the last of a sequence ends whatever goes on.</summary>
    public static IEnumerable<ushort> MasksOf(byte[] tags, Func<int, ushort> mask) =>
        tags.Select((tag, i) => (ushort)((mask(i) & (i == tags.Length - 1 ? Parts.MayEnd : ushort.MaxValue)) | 1 << tag));
}
