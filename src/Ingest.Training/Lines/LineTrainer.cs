using Ingest.Text.Articles.PlainText;

namespace Ingest.Training.Lines;

/// <summary>
/// Fits the weights of <see cref="LineModel"/>: multinomial logistic regression by AdaGrad, features left out at random, the weights
/// averaged over the second half.
/// </summary>
internal sealed class LineTrainer
{
    private const int Epochs = 6;
    private const double Rate = 0.1;
    private const double Dropout = 0.25;
    private const int Classes = LineModel.Classes;

    // What was seen on fewer pages is their own: names, subjects.
    private const int MinPages = 25;

    private readonly LineExamples _examples;

    /// <summary>Of each feature that is learnt.</summary>
    private readonly Dictionary<uint, int> _rows = [];

    /// <summary>The rows of each example.</summary>
    private readonly List<int[]> _known;

    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly double[] _sums;
    private readonly Random _random = new(7);

    private LineTrainer(LineExamples examples)
    {
        _examples = examples;
        foreach (var (feature, pages) in examples.Pages)
        {
            if (pages >= MinPages && feature != 0)
                _rows.Add(feature, _rows.Count);
        }

        _known = examples.Features.ConvertAll(own => own.Where(_rows.ContainsKey).Select(feature => _rows[feature]).ToArray());
        _weights = new float[_rows.Count * Classes];
        (_squares, _sums) = (new float[_weights.Length], new double[_weights.Length]);
    }

    public static LineModel Train(LineExamples examples, Progress progress)
    {
        var trainer = new LineTrainer(examples);
        trainer.Learn(progress);
        return trainer.Averaged();
    }

    private void Learn(Progress progress)
    {
        var order = Enumerable.Range(0, _known.Count).ToArray();
        var kept = new List<int>();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            _random.Shuffle(order);
            var loss = 0.0;
            foreach (var example in order)
            {
                Keep(_known[example], kept);
                loss += Learn(example, kept);
            }

            if (epoch >= Epochs / 2)
            {
                for (var i = 0; i < _weights.Length; i++)
                    _sums[i] += _weights[i];
            }

            progress.Say($"epoch {epoch + 1}: loss {loss / order.Length:F4}");
        }
    }

    /// <summary>Where the weights of the features begin that are not left out.</summary>
    private void Keep(int[] rows, List<int> kept)
    {
        kept.Clear();
        foreach (var row in rows)
        {
            if (_random.NextDouble() >= Dropout)
                kept.Add(row * Classes);
        }
    }

    /// <summary>One step; the loss before it.</summary>
    private double Learn(int example, List<int> kept)
    {
        Span<double> odds = stackalloc double[Classes];
        foreach (var row in kept)
        {
            for (var c = 0; c < Classes; c++)
                odds[c] += _weights[row + c];
        }

        Softmax(odds);
        var right = (int)_examples.Classes[example];
        for (var c = 0; c < Classes; c++)
        {
            var gradient = (float)(((c == right ? 1 : 0) - odds[c]) * _examples.Weights[example]);
            if (Math.Abs(gradient) < 1e-4)
                continue;
            foreach (var row in kept)
            {
                _squares[row + c] += gradient * gradient;
                _weights[row + c] += (float)(Rate * gradient / (Math.Sqrt(_squares[row + c]) + 1e-3));
            }
        }

        return -Math.Log(Math.Max(1e-9, odds[right]));
    }

    private LineModel Averaged()
    {
        // A weight counts whole where none is left out.
        var scale = (1 - Dropout) / (Epochs - Epochs / 2) / LineModel.Unit;
        return new LineModel(_rows
            .ToDictionary(pair => pair.Key, pair => Enumerable.Range(pair.Value * Classes, Classes).Select(i => Whole(_sums[i])).ToArray())
            .Where(pair => pair.Value.Any(weight => weight != 0)).ToDictionary());

        sbyte Whole(double sum) => (sbyte)Math.Clamp(Math.Round(sum * scale), sbyte.MinValue, sbyte.MaxValue);
    }

    private static void Softmax(Span<double> odds)
    {
        var max = double.MinValue;
        foreach (var odd in odds)
            max = Math.Max(max, odd);
        var sum = 0.0;
        for (var c = 0; c < odds.Length; c++)
            sum += odds[c] = Math.Exp(odds[c] - max);
        for (var c = 0; c < odds.Length; c++)
            odds[c] /= sum;
    }
}
