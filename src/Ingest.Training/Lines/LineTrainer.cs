using Ingest.Text.Articles.PlainText;

namespace Ingest.Training.Lines;

/// <summary>
/// Fits the weights of <see cref="LineModel"/>: multinomial logistic regression by AdaGrad, features left out at random, the weights
/// averaged over the second half.
/// </summary>
internal static class LineTrainer
{
    private const int Epochs = 6;
    private const double Rate = 0.1;
    private const double Dropout = 0.25;

    // What was seen on fewer pages is their own: names, subjects.
    private const int MinPages = 25;

    public static LineModel Train(LineExamples examples, Progress progress)
    {
        const int classes = LineModel.Classes;
        var rows = new Dictionary<uint, int>();
        foreach (var (feature, pages) in examples.Pages)
        {
            if (pages >= MinPages && feature != 0)
                rows.Add(feature, rows.Count);
        }

        var known = examples.Features.ConvertAll(own => own.Where(rows.ContainsKey).Select(feature => rows[feature]).ToArray());
        var weights = new float[rows.Count * classes];
        var squares = new float[weights.Length];
        var sums = new double[weights.Length];
        var random = new Random(7);
        var order = Enumerable.Range(0, known.Count).ToArray();
        var kept = new List<int>();
        Span<double> odds = stackalloc double[classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var e in order)
            {
                kept.Clear();
                foreach (var row in known[e])
                {
                    if (random.NextDouble() >= Dropout)
                        kept.Add(row * classes);
                }

                odds.Clear();
                foreach (var row in kept)
                {
                    for (var c = 0; c < classes; c++)
                        odds[c] += weights[row + c];
                }

                Softmax(odds);
                var right = (int)examples.Classes[e];
                loss -= Math.Log(Math.Max(1e-9, odds[right]));
                for (var c = 0; c < classes; c++)
                {
                    var gradient = (float)(((c == right ? 1 : 0) - odds[c]) * examples.Weights[e]);
                    if (Math.Abs(gradient) < 1e-4)
                        continue;
                    foreach (var row in kept)
                    {
                        squares[row + c] += gradient * gradient;
                        weights[row + c] += (float)(Rate * gradient / (Math.Sqrt(squares[row + c]) + 1e-3));
                    }
                }
            }

            if (epoch >= Epochs / 2)
            {
                for (var i = 0; i < weights.Length; i++)
                    sums[i] += weights[i];
            }

            progress.Say($"epoch {epoch + 1}: loss {loss / order.Length:F4}");
        }

        // A weight counts whole where none is left out.
        var scale = (1 - Dropout) / (Epochs - Epochs / 2) / LineModel.Unit;
        sbyte Whole(double sum) => (sbyte)Math.Clamp(Math.Round(sum * scale), sbyte.MinValue, sbyte.MaxValue);
        return new LineModel(rows.ToDictionary(
            pair => pair.Key, pair => Enumerable.Range(0, classes).Select(c => Whole(sums[pair.Value * classes + c])).ToArray())
            .Where(pair => pair.Value.Any(weight => weight != 0)).ToDictionary());
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
