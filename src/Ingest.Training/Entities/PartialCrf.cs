using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Training.Entities;

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
    private readonly TagLattice _lattice = new();
    private readonly float _rate, _decay, _dropout;
    private readonly Random _random;
    private int _remembered;

    /// <summary>Rows of <see cref="Tags.Stride"/> weights, one a feature.</summary>
    public float[] Weights { get; }

    /// <summary>
    /// Rows of <see cref="Tags.Stride"/> weights, one for each tag before; the row after the last tag's is that of the start.
    /// </summary>
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

    /// <summary>One step; returns the loss.</summary>
    public double Learn(TrainingSentence sentence)
    {
        var rows = Array.ConvertAll(sentence.Rows, Thin);
        _lattice.Start(rows.Length);
        _lattice.MoveBy(Transitions);
        Score(rows);
        var loss = _lattice.Loss(sentence.Allowed);
        Step(rows);
        return loss;
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
            var target = MemoryMarshal.Cast<float, Vector<float>>(_lattice.Scores.AsSpan(i * Stride, Stride));
            target.Clear();
            foreach (var row in rows[i])
            {
                var weights = MemoryMarshal.Cast<float, Vector<float>>(Weights.AsSpan(row * Stride, Stride));
                for (var k = 0; k < target.Length; k++)
                    target[k] += weights[k];
            }
        }
    }

    private void Step(int[][] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var gradient = _lattice.Counts.AsSpan(i * Stride, Stride);
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
                MemoryMarshal.Cast<float, Vector<float>>(_lattice.MoveCounts.AsSpan(b * Stride, Stride)));
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
}
