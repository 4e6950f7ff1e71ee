using System.Numerics;
using System.Runtime.InteropServices;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Training.Entities;

/// <summary>
/// All the sequences of tags of one sentence, with what they weigh: how often each tag and each transition is expected by the
/// forward-backward algorithm. Arrays have <see cref="Tags.Stride"/> values a token, or a tag before.
/// </summary>
internal sealed class TagLattice
{
    private const int Tag = Tags.Count, Stride = Tags.Stride;

    private float[] _alpha = [], _beta = [];

    /// <summary>The scores of each token's tags, to be filled before the counts are asked for.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>What <see cref="Accumulate"/> adds up for each token's tags.</summary>
    public float[] Counts { get; private set; } = [];

    /// <summary>exp of the transitions' scores, 0 where forbidden; the row after the last tag's is that of the start.</summary>
    public float[] Moves { get; } = new float[(Tag + 1) * Stride];

    /// <summary>What <see cref="Accumulate"/> adds up for each transition.</summary>
    public float[] MoveCounts { get; } = new float[(Tag + 1) * Stride];

    /// <summary>Makes room for a sentence, and forgets the counts.</summary>
    public void Start(int tokens)
    {
        if (Scores.Length < tokens * Stride)
        {
            Scores = new float[tokens * Stride * 2];
            Counts = new float[tokens * Stride * 2];
            _alpha = new float[tokens * Stride * 2];
            _beta = new float[tokens * Stride * 2];
        }

        Counts.AsSpan(0, tokens * Stride).Clear();
        MoveCounts.AsSpan().Clear();
    }

    /// <summary>Takes exp of the transitions that are allowed for the moves.</summary>
    /// <param name="transitions">Rows of <see cref="Tags.Stride"/> scores, one for each tag before; the row after the last tag's is that of
    /// the start.</param>
    public void MoveBy(ReadOnlySpan<float> transitions)
    {
        for (var before = 0; before <= Tag; before++)
        {
            for (var tag = 0; tag < Tag; tag++)
            {
                var may = before == Tag ? !Tags.GoesOn(tag) : Tags.MayFollow(before, tag);
                Moves[before * Stride + tag] = may ? MathF.Exp(transitions[before * Stride + tag]) : 0;
            }
        }
    }

    /// <summary>
    /// The loss of partial labels (Tsuboi et al. 2008), −log of the allowed sequences' share among all; the counts become its gradient.
    /// 0, and no counts, where no sequence is allowed.
    /// </summary>
    /// <param name="allowed">Bits of the tags that each token may have.</param>
    public double Loss(ReadOnlySpan<ulong> allowed)
    {
        var all = new ulong[allowed.Length];
        Array.Fill(all, ulong.MaxValue);
        var loss = Accumulate(all, sign: 1) - Accumulate(allowed, sign: -1);
        if (!double.IsPositiveInfinity(loss))
            return loss;
        Start(allowed.Length);
        return 0;
    }

    /// <summary>
    /// Adds the expected counts, times <paramref name="sign"/>; returns the log of the partition function, −∞ where no sequence is
    /// allowed.
    /// </summary>
    /// <param name="allowed">Bits of the tags that each token may have.</param>
    /// <param name="sign">1 or −1.</param>
    public double Accumulate(ReadOnlySpan<ulong> allowed, float sign)
    {
        var log = Forward(allowed);
        if (!double.IsNegativeInfinity(log))
            Backward(allowed, sign);
        return log;
    }

    private double Forward(ReadOnlySpan<ulong> allowed)
    {
        var n = allowed.Length;
        var log = 0.0;
        Span<float> local = stackalloc float[Stride];
        for (var i = 0; i < n; i++)
        {
            var alpha = _alpha.AsSpan(i * Stride, Stride);
            var max = Local(i, allowed[i], local);
            if (i == 0)
                Moves.AsSpan(Tag * Stride, Stride).CopyTo(alpha);
            else
                Move(_alpha.AsSpan((i - 1) * Stride, Stride), alpha);

            var sum = 0f;
            for (var t = 0; t < Stride; t++)
            {
                alpha[t] *= local[t];
                if (i == n - 1 && t < Tag && Tags.IsOpen(t))
                    alpha[t] = 0;
                sum += alpha[t];
            }

            if (!(sum > 0))
                return double.NegativeInfinity;
            var scale = 1 / sum;
            for (var t = 0; t < Stride; t++)
                alpha[t] *= scale;
            log += Math.Log(sum) + max;
        }

        return log;
    }

    /// <summary>What comes from the token before by all moves.</summary>
    private void Move(ReadOnlySpan<float> before, Span<float> alpha)
    {
        alpha.Clear();
        for (var b = 0; b < Tag; b++)
        {
            if (before[b] == 0)
                continue;
            if (!Tags.IsOpen(b))
            {
                AddScaled(Moves.AsSpan(b * Stride, Stride), before[b], alpha);
                continue;
            }

            var (inside, end) = After(b);
            alpha[inside] += Moves[b * Stride + inside] * before[b];
            alpha[end] += Moves[b * Stride + end] * before[b];
        }
    }

    private void Backward(ReadOnlySpan<ulong> allowed, float sign)
    {
        var n = allowed.Length;
        var last = _beta.AsSpan((n - 1) * Stride, Stride);
        for (var t = 0; t < Stride; t++)
            last[t] = t < Tag && !Tags.IsOpen(t) ? 1 : 0;
        Span<float> ahead = stackalloc float[Stride];
        for (var i = n - 1; i > 0; i--)
        {
            Count(i, Counts.AsSpan(i * Stride, Stride), sign);
            var beta = _beta.AsSpan(i * Stride, Stride);
            Local(i, allowed[i], ahead);
            for (var t = 0; t < Stride; t++)
                ahead[t] *= beta[t];
            var before = _alpha.AsSpan((i - 1) * Stride, Stride);
            var earlier = _beta.AsSpan((i - 1) * Stride, Stride);
            var norm = MoveBack(before, ahead, earlier);
            CountMoves(before, ahead, sign / norm);
            for (var b = 0; b < Tag; b++)
                earlier[b] /= norm;
        }

        Count(0, Counts.AsSpan(0, Stride), sign);
        Count(0, MoveCounts.AsSpan(Tag * Stride, Stride), sign);
    }

    /// <summary>Adds the expected counts of a token's tags.</summary>
    private void Count(int i, Span<float> counts, float sign)
    {
        var alpha = _alpha.AsSpan(i * Stride, Stride);
        var beta = _beta.AsSpan(i * Stride, Stride);
        var total = Vectors.Dot(alpha, beta);
        for (var t = 0; t < Stride; t++)
            counts[t] += sign * alpha[t] * beta[t] / total;
    }

    /// <summary>What comes from the token behind by all moves; the sum over the tags of this one.</summary>
    private float MoveBack(ReadOnlySpan<float> before, ReadOnlySpan<float> ahead, Span<float> earlier)
    {
        var norm = 0f;
        earlier.Clear();
        for (var b = 0; b < Tag; b++)
        {
            if (before[b] == 0)
                continue;
            var (inside, end) = After(b);
            earlier[b] = Tags.IsOpen(b)
                ? Moves[b * Stride + inside] * ahead[inside] + Moves[b * Stride + end] * ahead[end]
                : Vectors.Dot(Moves.AsSpan(b * Stride, Stride), ahead);
            norm += before[b] * earlier[b];
        }

        return norm;
    }

    /// <summary>Adds the expected counts of the moves between two tokens.</summary>
    private void CountMoves(ReadOnlySpan<float> before, ReadOnlySpan<float> ahead, float share)
    {
        for (var b = 0; b < Tag; b++)
        {
            if (!(before[b] > 1e-7f))
                continue;
            if (!Tags.IsOpen(b))
            {
                AddProduct(Moves.AsSpan(b * Stride, Stride), ahead, before[b] * share, MoveCounts.AsSpan(b * Stride, Stride));
                continue;
            }

            foreach (var tag in (ReadOnlySpan<int>)[After(b).Inside, After(b).Last])
                MoveCounts[b * Stride + tag] += Moves[b * Stride + tag] * ahead[tag] * (before[b] * share);
        }
    }

    private float Local(int i, ulong allowed, Span<float> local)
    {
        var scores = Scores.AsSpan(i * Stride, Stride);
        var max = float.NegativeInfinity;
        for (var t = 0; t < Tag; t++)
            max = Math.Max(max, scores[t]);
        for (var t = 0; t < Tag; t++)
            local[t] = (allowed >> t & 1) != 0 ? MathF.Exp(Math.Max(scores[t] - max, -60)) : 0;
        for (var t = Tag; t < Stride; t++)
            local[t] = 0;
        return max;
    }

    /// <summary>The two tags that may follow one within a name.</summary>
    private static (int Inside, int Last) After(int tag) =>
        (Tags.Inside(Math.Max(0, Tags.TypeOf(tag))), Tags.Last(Math.Max(0, Tags.TypeOf(tag))));

    private static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> target)
    {
        var r = MemoryMarshal.Cast<float, Vector<float>>(row);
        var t = MemoryMarshal.Cast<float, Vector<float>>(target);
        for (var k = 0; k < t.Length; k++)
            t[k] += r[k] * factor;
    }

    private static void AddProduct(ReadOnlySpan<float> a, ReadOnlySpan<float> b, float factor, Span<float> target)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        var t = MemoryMarshal.Cast<float, Vector<float>>(target);
        for (var k = 0; k < t.Length; k++)
            t[k] += x[k] * y[k] * factor;
    }
}
