namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// A chain of tags (Lafferty et al. 2001) over scores: the best sequence, and how likely it and its parts are. At most <see cref="Stride"/> tags.
/// A tag that a piece may not have is left out by the piece's mask.
/// </summary>
internal static class Chain
{
    /// <summary>Tags a row, used or not.</summary>
    public const int Stride = 8;

    /// <summary>Row of the transitions from the start.</summary>
    public const int Start = Stride;

    private const float Never = -1e9f;

    /// <summary>Viterbi's sequence.</summary>
    /// <param name="scores"><see cref="Stride"/> a piece.</param>
    /// <param name="moves">Scores of the transitions, <see cref="Stride"/> a tag before, the last row for the start.</param>
    /// <param name="masks">Bits of the tags that each piece may have.</param>
    /// <param name="tags">One a piece.</param>
    public static void Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> moves, ReadOnlySpan<byte> masks, Span<byte> tags)
    {
        var n = tags.Length;
        if (n == 0)
            return;
        Span<float> best = stackalloc float[Stride], next = stackalloc float[Stride];
        Span<byte> from = n <= 512 ? stackalloc byte[n * Stride] : new byte[n * Stride];
        for (var t = 0; t < Stride; t++)
            best[t] = (masks[0] >> t & 1) != 0 ? scores[t] + moves[Start * Stride + t] : Never;
        for (var i = 1; i < n; i++)
        {
            for (var t = 0; t < Stride; t++)
            {
                next[t] = Never;
                if ((masks[i] >> t & 1) == 0)
                    continue;
                for (var before = 0; before < Stride; before++)
                {
                    var score = best[before] + moves[before * Stride + t];
                    if (score > next[t])
                        (next[t], from[i * Stride + t]) = (score, (byte)before);
                }

                next[t] += scores[i * Stride + t];
            }

            next.CopyTo(best);
        }

        var last = 0;
        for (var t = 1; t < Stride; t++)
        {
            if (best[t] > best[last])
                last = t;
        }

        for (var i = n - 1; i >= 0; i--)
        {
            tags[i] = (byte)last;
            last = from[i * Stride + last];
        }
    }

    /// <summary>Fills <paramref name="alpha"/> and <paramref name="beta"/> so that alpha · beta is each tag's probability; returns the log of the partition function.</summary>
    /// <param name="scores"><see cref="Stride"/> a piece.</param>
    /// <param name="weights">exp of the transitions; 0 where forbidden.</param>
    /// <param name="masks">Bits of the tags that each piece may have.</param>
    /// <param name="alpha">Of the scores' length.</param>
    /// <param name="beta">Of the scores' length.</param>
    public static double Marginals(ReadOnlySpan<float> scores, ReadOnlySpan<float> weights, ReadOnlySpan<byte> masks, Span<float> alpha, Span<float> beta)
    {
        var n = masks.Length;
        var log = 0.0;
        Span<float> local = stackalloc float[Stride];
        for (var i = 0; i < n; i++)
        {
            var max = Local(scores.Slice(i * Stride, Stride), masks[i], local);
            var row = alpha.Slice(i * Stride, Stride);
            row.Clear();
            for (var before = 0; before < Stride; before++)
            {
                var mass = i == 0 ? (before == 0 ? 1f : 0f) : alpha[(i - 1) * Stride + before];
                if (mass == 0)
                    continue;
                var from = (i == 0 ? Start : before) * Stride;
                for (var t = 0; t < Stride; t++)
                    row[t] += mass * weights[from + t];
            }

            var sum = 0f;
            for (var t = 0; t < Stride; t++)
                sum += row[t] *= local[t];
            for (var t = 0; t < Stride; t++)
                row[t] /= sum;
            log += Math.Log(sum) + max;
        }

        beta.Slice((n - 1) * Stride, Stride).Fill(1);
        for (var i = n - 1; i > 0; i--)
        {
            Local(scores.Slice(i * Stride, Stride), masks[i], local);
            for (var t = 0; t < Stride; t++)
                local[t] *= beta[i * Stride + t];
            var norm = 0f;
            for (var before = 0; before < Stride; before++)
            {
                var sum = 0f;
                for (var t = 0; t < Stride; t++)
                    sum += weights[before * Stride + t] * local[t];
                beta[(i - 1) * Stride + before] = sum;
                norm += sum * alpha[(i - 1) * Stride + before];
            }

            for (var before = 0; before < Stride; before++)
                beta[(i - 1) * Stride + before] /= norm;
        }

        return log;
    }

    /// <summary>exp of the scores less their maximum, which is returned; 0 for tags outside the mask.</summary>
    public static float Local(ReadOnlySpan<float> scores, byte mask, Span<float> local)
    {
        var max = Never;
        for (var t = 0; t < Stride; t++)
        {
            if ((mask >> t & 1) != 0)
                max = Math.Max(max, scores[t]);
        }

        for (var t = 0; t < Stride; t++)
            local[t] = (mask >> t & 1) != 0 ? MathF.Exp(Math.Max(scores[t] - max, -50)) : 0;
        return max;
    }
}
