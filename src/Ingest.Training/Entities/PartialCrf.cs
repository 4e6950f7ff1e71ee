using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Training.Entities;

/// <summary>A sentence for training.</summary>
/// <param name="Rows">Weight rows of each token's features.</param>
/// <param name="Allowed">Bits of the tags that each token may have.</param>
internal sealed record TrainingSentence(int[][] Rows, ulong[] Allowed);

/// <summary>
/// A linear-chain conditional random field (Lafferty et al. 2001) learnt from partial labels (Tsuboi et al. 2008): it maximises the
/// likelihood of all the tag sequences that the annotation allows. AdaGrad (Duchi et al. 2011), one sentence a step, in a fixed order.
/// </summary>
internal sealed class PartialCrf
{
    private const int Tag = Tags.Count, Stride = Tags.Stride;

    private readonly float[] _squares;
    private readonly float[] _sum;
    private readonly float[] _transitionSquares = new float[(Tag + 1) * Stride];
    private readonly float[] _moves = new float[(Tag + 1) * Stride];      // exp of the transitions, 0 where forbidden
    private readonly float[] _moveGradient = new float[(Tag + 1) * Stride];
    private readonly float _rate, _decay, _dropout;
    private readonly Random _random;
    private int _remembered;

    // Of the sentence at hand, Stride values a token.
    private float[] _emissions = [], _gradient = [], _alpha = [], _beta = [];

    /// <summary>Rows of <see cref="Tags.Stride"/> weights, one a feature.</summary>
    public float[] Weights { get; }

    /// <summary>Rows of <see cref="Tags.Stride"/> weights, one for each tag before; the row after the last tag's is that of the start.</summary>
    public float[] Transitions { get; } = new float[(Tag + 1) * Stride];

    /// <param name="rows">Number of features.</param>
    /// <param name="rate">AdaGrad's step.</param>
    /// <param name="decay">Pull of each weight towards zero at each step that touches it.</param>
    /// <param name="dropout">Share of a token's features that is left out at each step.</param>
    /// <param name="seed">For the dropout.</param>
    public PartialCrf(int rows, float rate, float decay, float dropout, int seed)
    {
        Weights = new float[(long)rows * Stride];
        _squares = new float[(long)rows * Stride];
        _sum = new float[(long)rows * Stride];
        (_rate, _decay, _dropout, _random) = (rate, decay, dropout, new Random(seed));
    }

    /// <summary>One step; returns the loss, −log of the allowed sequences' share.</summary>
    public double Learn(TrainingSentence sentence)
    {
        var rows = Array.ConvertAll(sentence.Rows, Thin);
        Reserve(rows.Length);
        UpdateMoves();
        Score(rows);
        _gradient.AsSpan(0, rows.Length * Stride).Clear();
        _moveGradient.AsSpan().Clear();
        var all = Accumulate(sentence.Allowed, constrained: false, sign: 1);
        var allowed = Accumulate(sentence.Allowed, constrained: true, sign: -1);
        if (double.IsNegativeInfinity(allowed))
            return 0;
        Step(rows);
        return all - allowed;
    }

    /// <summary>Takes the weights as they are now into the average.</summary>
    public void Remember()
    {
        TensorPrimitives.Add(_sum, Weights, _sum);
        _remembered++;
    }

    /// <summary>Puts the average in place of the weights.</summary>
    public void Average() => TensorPrimitives.Divide(_sum, (float)_remembered, Weights);

    /// <summary>The mean of all weights, in the first of them.</summary>
    public static PartialCrf Mean(PartialCrf[] fields)
    {
        WeightMean.Of(Array.ConvertAll(fields, field => field.Weights));
        WeightMean.Of(Array.ConvertAll(fields, field => field.Transitions));
        return fields[0];
    }

    private int[] Thin(int[] rows)
    {
        var kept = new List<int>(rows.Length);
        foreach (var row in rows)
        {
            if (_random.NextSingle() >= _dropout)
                kept.Add(row);
        }

        return [.. kept];
    }

    private void Score(int[][] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var target = MemoryMarshal.Cast<float, Vector<float>>(_emissions.AsSpan(i * Stride, Stride));
            target.Clear();
            foreach (var row in rows[i])
            {
                var weights = MemoryMarshal.Cast<float, Vector<float>>(Weights.AsSpan(row * Stride, Stride));
                for (var k = 0; k < target.Length; k++)
                    target[k] += weights[k];
            }
        }
    }

    private void Reserve(int n)
    {
        if (_emissions.Length >= n * Stride)
            return;
        _emissions = new float[n * Stride * 2];
        _gradient = new float[n * Stride * 2];
        _alpha = new float[n * Stride * 2];
        _beta = new float[n * Stride * 2];
    }

    private void UpdateMoves()
    {
        for (var before = 0; before <= Tag; before++)
        {
            for (var tag = 0; tag < Tag; tag++)
            {
                var may = before == Tag ? !Tags.GoesOn(tag) : Tags.MayFollow(before, tag);
                _moves[before * Stride + tag] = may ? MathF.Exp(Transitions[before * Stride + tag]) : 0;
            }
        }
    }

    /// <summary>Adds the expected counts, times <paramref name="sign"/>, to the gradients; returns the log of the partition function.</summary>
    private double Accumulate(ulong[] tagsAllowed, bool constrained, float sign)
    {
        var n = tagsAllowed.Length;
        var log = 0.0;
        Span<float> local = stackalloc float[Stride];
        for (var i = 0; i < n; i++)
        {
            var alpha = _alpha.AsSpan(i * Stride, Stride);
            var max = Local(i, constrained ? tagsAllowed[i] : ulong.MaxValue, local);
            alpha.Clear();
            if (i == 0)
            {
                _moves.AsSpan(Tag * Stride, Stride).CopyTo(alpha);
            }
            else
            {
                var before = _alpha.AsSpan((i - 1) * Stride, Stride);
                for (var b = 0; b < Tag; b++)
                {
                    if (before[b] == 0)
                        continue;
                    if (!Tags.IsOpen(b))
                    {
                        AddScaled(_moves.AsSpan(b * Stride, Stride), before[b], alpha);
                        continue;
                    }

                    var (inside, end) = After(b);
                    alpha[inside] += _moves[b * Stride + inside] * before[b];
                    alpha[end] += _moves[b * Stride + end] * before[b];
                }
            }

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

        var last = _beta.AsSpan((n - 1) * Stride, Stride);
        for (var t = 0; t < Stride; t++)
            last[t] = t < Tag && !Tags.IsOpen(t) ? 1 : 0;
        Span<float> ahead = stackalloc float[Stride];
        for (var i = n - 1; i >= 0; i--)
        {
            var alpha = _alpha.AsSpan(i * Stride, Stride);
            var beta = _beta.AsSpan(i * Stride, Stride);
            var total = Dot(alpha, beta);
            var gradient = _gradient.AsSpan(i * Stride, Stride);
            for (var t = 0; t < Stride; t++)
                gradient[t] += sign * alpha[t] * beta[t] / total;
            if (i == 0)
            {
                var start = _moveGradient.AsSpan(Tag * Stride, Stride);
                for (var t = 0; t < Stride; t++)
                    start[t] += sign * alpha[t] * beta[t] / total;
                break;
            }

            Local(i, constrained ? tagsAllowed[i] : ulong.MaxValue, local);
            for (var t = 0; t < Stride; t++)
                ahead[t] = local[t] * beta[t];
            var before = _alpha.AsSpan((i - 1) * Stride, Stride);
            var earlier = _beta.AsSpan((i - 1) * Stride, Stride);
            var norm = 0f;
            for (var b = 0; b < Tag; b++)
            {
                earlier[b] = 0;
                if (before[b] == 0)
                    continue;
                var (inside, end) = After(b);
                earlier[b] = Tags.IsOpen(b) ? _moves[b * Stride + inside] * ahead[inside] + _moves[b * Stride + end] * ahead[end] : Dot(_moves.AsSpan(b * Stride, Stride), ahead);
                norm += before[b] * earlier[b];
            }

            for (var b = Tag; b < Stride; b++)
                earlier[b] = 0;
            var share = sign / norm;
            for (var b = 0; b < Tag; b++)
            {
                if (!(before[b] > 1e-7f))
                    continue;
                if (!Tags.IsOpen(b))
                {
                    AddProduct(_moves.AsSpan(b * Stride, Stride), ahead, before[b] * share, _moveGradient.AsSpan(b * Stride, Stride));
                    continue;
                }

                foreach (var tag in (ReadOnlySpan<int>)[After(b).Inside, After(b).Last])
                    _moveGradient[b * Stride + tag] += _moves[b * Stride + tag] * ahead[tag] * (before[b] * share);
            }

            for (var b = 0; b < Tag; b++)
                earlier[b] /= norm;
        }

        return log;
    }

    private float Local(int i, ulong allowed, Span<float> local)
    {
        var emissions = _emissions.AsSpan(i * Stride, Stride);
        var max = float.NegativeInfinity;
        for (var t = 0; t < Tag; t++)
            max = Math.Max(max, emissions[t]);
        for (var t = 0; t < Tag; t++)
            local[t] = (allowed >> t & 1) != 0 ? MathF.Exp(Math.Max(emissions[t] - max, -60)) : 0;
        for (var t = Tag; t < Stride; t++)
            local[t] = 0;
        return max;
    }

    private void Step(int[][] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var gradient = _gradient.AsSpan(i * Stride, Stride);
            var largest = 0f;
            foreach (var g in gradient)
                largest = Math.Max(largest, Math.Abs(g));
            if (largest < 0.003f)
                continue;
            var g0 = MemoryMarshal.Cast<float, Vector<float>>(gradient);
            foreach (var row in rows[i])
                Move(Weights.AsSpan(row * Stride, Stride), _squares.AsSpan(row * Stride, Stride), g0);
        }

        for (var b = 0; b <= Tag; b++)
        {
            Move(Transitions.AsSpan(b * Stride, Stride), _transitionSquares.AsSpan(b * Stride, Stride),
                MemoryMarshal.Cast<float, Vector<float>>(_moveGradient.AsSpan(b * Stride, Stride)));
        }
    }

    private void Move(Span<float> weights, Span<float> squares, ReadOnlySpan<Vector<float>> gradient)
    {
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var s = MemoryMarshal.Cast<float, Vector<float>>(squares);
        for (var k = 0; k < w.Length; k++)
        {
            var g = gradient[k] + _decay * w[k];
            s[k] += g * g;
            w[k] -= _rate * g / (Vector.SquareRoot(s[k]) + new Vector<float>(1e-3f));
        }
    }

    /// <summary>The two tags that may follow one within a name.</summary>
    private static (int Inside, int Last) After(int tag) => (Tags.Inside(Math.Max(0, Tags.TypeOf(tag))), Tags.Last(Math.Max(0, Tags.TypeOf(tag))));

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

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var k = 0; k < x.Length; k++)
            sum += x[k] * y[k];
        return Vector.Sum(sum);
    }
}
