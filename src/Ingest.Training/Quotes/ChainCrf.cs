using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>A sequence to learn from.</summary>
/// <param name="Rows">Weight rows of each piece's features.</param>
/// <param name="Masks">Bits of the tags that each piece may have.</param>
/// <param name="Tags">The right ones.</param>
internal sealed record Sequence(int[][] Rows, ushort[] Masks, byte[] Tags);

/// <summary>
/// A linear-chain conditional random field, learnt by AdaGrad (Duchi et al. 2011), one sequence a step in a seeded order, features dropped
/// at random, the weights averaged over snapshots.
/// </summary>
internal sealed class ChainCrf
{
    private const int Stride = Chain.Stride;
    private const float Rate = 0.02f;

    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly float[] _sum;
    private readonly float[] _moves = new float[(Stride + 1) * Stride];
    private readonly float[] _moveSquares = new float[(Stride + 1) * Stride];
    private readonly float[] _moveSum = new float[(Stride + 1) * Stride];
    private readonly float[] _moveGradient = new float[(Stride + 1) * Stride];
    private readonly float[] _moveWeights = new float[(Stride + 1) * Stride];
    private float[] _scores = [], _alpha = [], _beta = [];
    private int _snapshots;

    public ChainCrf(int rows, Func<int, int, bool> mayFollow)
    {
        (_weights, _squares, _sum) = (new float[rows * Stride], new float[rows * Stride], new float[rows * Stride]);
        for (var before = 0; before <= Stride; before++)
        {
            for (var tag = 0; tag < Stride; tag++)
                _moves[before * Stride + tag] = mayFollow(before, tag) ? 0 : Transitions.Forbidden;
        }
    }

    public ReadOnlySpan<float> Weights => _weights;

    public float[] Moves => _moves;

    /// <summary>Learns from the sequences.</summary>
    /// <param name="sequences">What is learnt from.</param>
    /// <param name="epochs">Times that each is seen.</param>
    /// <param name="dropout">Share of the features left out at each step.</param>
    /// <param name="seed">For the order and for what is left out.</param>
    /// <param name="say">Told of the progress.</param>
    public void Train(IReadOnlyList<Sequence> sequences, int epochs, float dropout, int seed, Action<string>? say)
    {
        const int snapshotsPerEpoch = 4;
        var random = new Random(seed);
        var order = Enumerable.Range(0, sequences.Count).ToArray();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            for (var step = 1; step <= order.Length; step++)
            {
                loss += Learn(sequences[order[step - 1]], dropout, random);
                if (epoch > 1 && step % (order.Length / snapshotsPerEpoch) == 0)
                    Snapshot();
            }

            say?.Invoke($"epoch {epoch} of {epochs}: loss {loss / order.Length:F4} a sequence");
        }

        for (var i = 0; i < _weights.Length; i++)
            _weights[i] = _sum[i] / _snapshots;
        for (var i = 0; i < _moves.Length; i++)
            _moves[i] = _moveSum[i] / _snapshots;
    }

    /// <summary>The mean of all weights, in the first of the fields.</summary>
    public static ChainCrf Mean(ChainCrf[] fields)
    {
        WeightMean.Of(Array.ConvertAll(fields, field => field._weights));
        WeightMean.Of(Array.ConvertAll(fields, field => field._moves));
        return fields[0];
    }

    private void Snapshot()
    {
        _snapshots++;
        TensorPrimitives.Add(_sum, _weights, _sum);
        TensorPrimitives.Add(_moveSum, _moves, _moveSum);
    }

    private double Learn(Sequence sequence, float dropout, Random random)
    {
        var n = sequence.Tags.Length;
        Reserve(n);
        var kept = Thin(sequence.Rows, dropout, random);
        Score(kept);
        for (var i = 0; i < _moves.Length; i++)
            _moveWeights[i] = MathF.Exp(_moves[i]);
        var log = Chain.Marginals(_scores.AsSpan(0, n * Stride), _moveWeights, sequence.Masks, _alpha, _beta);
        var gold = GoldScore(sequence);
        AccumulateMoves(sequence);
        Step(kept, sequence.Tags);
        return log - gold;
    }

    private double GoldScore(Sequence sequence)
    {
        double score = 0;
        for (var i = 0; i < sequence.Tags.Length; i++)
            score += _scores[i * Stride + sequence.Tags[i]]
                + _moves[(i == 0 ? Chain.Start : sequence.Tags[i - 1]) * Stride + sequence.Tags[i]];
        return score;
    }

    private static int[][] Thin(int[][] rows, float dropout, Random random)
    {
        var kept = new int[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            var buffer = new int[rows[i].Length];
            var n = 0;
            foreach (var row in rows[i])
            {
                if (random.NextSingle() >= dropout)
                    buffer[n++] = row;
            }

            kept[i] = buffer[..n];
        }

        return kept;
    }

    private void Score(int[][] rows)
    {
        var weights = MemoryMarshal.Cast<float, Vector512<float>>(_weights.AsSpan());
        for (var i = 0; i < rows.Length; i++)
        {
            var sum = Vector512<float>.Zero;
            foreach (var row in rows[i])
                sum += weights[row];
            sum.CopyTo(_scores.AsSpan(i * Stride));
        }
    }

    private void AccumulateMoves(Sequence sequence)
    {
        _moveGradient.AsSpan().Clear();
        Span<Vector512<float>> pairs = stackalloc Vector512<float>[Stride];
        var weights = MemoryMarshal.Cast<float, Vector512<float>>(_moveWeights.AsSpan());
        var gradient = MemoryMarshal.Cast<float, Vector512<float>>(_moveGradient.AsSpan());
        for (var i = 0; i < sequence.Tags.Length; i++)
        {
            if (i == 0)
            {
                var total = Dot(0);
                for (var t = 0; t < Stride; t++)
                    _moveGradient[Chain.Start * Stride + t] += _alpha[t] * _beta[t] / total;
                _moveGradient[Chain.Start * Stride + sequence.Tags[0]] -= 1;
                continue;
            }

            Chain.Local(_scores.AsSpan(i * Stride, Stride), sequence.Masks[i], out var local);
            local *= Vector512.Create(_beta.AsSpan(i * Stride, Stride));
            var sum = Vector512<float>.Zero;
            for (var before = 0; before < Stride; before++)
            {
                var pair = _alpha[(i - 1) * Stride + before] * weights[before] * local;
                pairs[before] = pair;
                sum += pair;
            }

            var norm = Vector512.Sum(sum);
            for (var before = 0; before < Stride; before++)
                gradient[before] += pairs[before] / norm;
            _moveGradient[sequence.Tags[i - 1] * Stride + sequence.Tags[i]] -= 1;
        }

        for (var k = 0; k < _moves.Length; k++)
        {
            var g = _moveGradient[k];
            _moveSquares[k] += g * g;
            _moves[k] -= Rate * g / (MathF.Sqrt(_moveSquares[k]) + 1e-3f);
        }
    }

    private void Step(int[][] rows, byte[] tags)
    {
        var weights = MemoryMarshal.Cast<float, Vector512<float>>(_weights.AsSpan());
        var squares = MemoryMarshal.Cast<float, Vector512<float>>(_squares.AsSpan());
        Span<float> gradient = stackalloc float[Stride];
        var guard = Vector512.Create(1e-3f);
        for (var i = 0; i < rows.Length; i++)
        {
            var total = Dot(i);
            var largest = 0f;
            for (var t = 0; t < Stride; t++)
            {
                gradient[t] = _alpha[i * Stride + t] * _beta[i * Stride + t] / total - (tags[i] == t ? 1 : 0);
                largest = Math.Max(largest, Math.Abs(gradient[t]));
            }

            if (largest < 0.003f)
                continue;
            var g = Vector512.Create((ReadOnlySpan<float>)gradient);
            foreach (var row in rows[i])
            {
                squares[row] += g * g;
                weights[row] -= Rate * g / (Vector512.Sqrt(squares[row]) + guard);
            }
        }
    }

    private float Dot(int i)
    {
        var sum = 0f;
        for (var t = 0; t < Stride; t++)
            sum += _alpha[i * Stride + t] * _beta[i * Stride + t];
        return sum;
    }

    private void Reserve(int n)
    {
        if (_scores.Length < n * Stride)
            (_scores, _alpha, _beta) = (new float[n * Stride * 2], new float[n * Stride * 2], new float[n * Stride * 2]);
    }
}
