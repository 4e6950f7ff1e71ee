using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>
/// Fits a <see cref="Ranker"/>: AdaGrad on the log of the likelihood of the best readings, or of none, with the weights averaged.
/// </summary>
internal static class RankFit
{
    private const int Epochs = 12, MinCount = 4;

    // The decay by what is right of the cues of unseen articles: 11,414 with 2e-6, 11,417 with this, 11,404 with 4e-2.
    private const float Rate = 0.03f, Decay = 2e-3f, Dropout = 0.3f;

    // Units of the largest weight: seven bits in the file.
    private const int Most = 63;

    public static Ranker Fit(IReadOnlyList<RankExample> examples)
    {
        var (weights, squares, sum) = (new float[Ranker.Size], new float[Ranker.Size], new float[Ranker.Size]);
        var counts = new int[Ranker.Size];
        foreach (var row in examples.SelectMany(
            example => example.Features.SelectMany(own => own).Select(hash => hash % Ranker.Size).Distinct()))
            counts[row]++;
        var random = new Random(5);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var at in order)
                Learn(examples[at], weights, squares, counts, random);
            if (epoch >= Epochs / 3)
                System.Numerics.Tensors.TensorPrimitives.Add(sum, weights, sum);
        }

        var unit = Math.Max(sum.Max(Math.Abs), float.Epsilon * Most) / Most;
        return new Ranker(Array.ConvertAll(sum, weight => (sbyte)MathF.Round(weight / unit)), unit / (Epochs - (Epochs / 3)));
    }

    private static void Learn(RankExample example, float[] weights, float[] squares, int[] counts, Random random)
    {
        var scores = new double[example.Features.Length];
        var kept = new int[example.Features.Length][];
        // The same templates are dropped from every reading, so that what differs stays comparable.
        var isDropped = new bool[CandidateFeatures.Max];
        for (var k = 1; k < isDropped.Length; k++)
            isDropped[k] = random.NextSingle() < Dropout;
        for (var i = 0; i < scores.Length; i++)
        {
            kept[i] =
                [.. example.Features[i].Where((_, k) => !isDropped[k])
                    .Select(hash => (int)(hash % Ranker.Size))
                    .Where(row => counts[row] >= MinCount)];
            foreach (var row in kept[i])
                scores[i] += weights[row];
        }

        var max = Math.Max(0, scores.DefaultIfEmpty().Max());
        var all = Math.Exp(-max) + scores.Sum(score => Math.Exp(score - max));
        var good = example.Best.Length == 0 ? Math.Exp(-max) : example.Best.Sum(i => Math.Exp(scores[i] - max));
        for (var i = 0; i < scores.Length; i++)
        {
            var p = Math.Exp(scores[i] - max);
            var g = (float)((p / all) - (example.Best.Contains(i) ? p / good : 0));
            if (Math.Abs(g) < 1e-4f)
                continue;
            foreach (var row in kept[i])
            {
                var step = g + (Decay * weights[row]);
                squares[row] += step * step;
                weights[row] -= Rate * step / (MathF.Sqrt(squares[row]) + 1e-2f);
            }
        }
    }
}
