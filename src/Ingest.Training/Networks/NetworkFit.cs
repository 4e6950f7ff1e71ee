using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Training.Networks;

/// <summary>
/// What all networks are learnt by: batches in a seeded order, first weights at random, in the end rounded to eight bits.
/// </summary>
internal static class NetworkFit
{
    private const int Batch = 96;   // sequences

    /// <param name="examples">What is learnt from.</param>
    /// <param name="epochs">Times that each is seen.</param>
    /// <param name="random">For the order.</param>
    /// <param name="parts">All that is learnt.</param>
    /// <param name="learn">Adds a batch's gradient; returns its loss.</param>
    /// <param name="say">Told of the progress.</param>
    public static void Run<T>(
        IReadOnlyList<T> examples, int epochs, Xorshift random, IReadOnlyList<Adam> parts, Func<ArraySegment<T>, double> learn,
        Action<string>? say)
    {
        var order = examples.ToArray();
        var batches = (order.Length + Batch - 1) / Batch;
        var optimizer = new Optimizer(parts, epochs * batches);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle<T>(order);
            var loss = 0.0;
            for (var at = 0; at < order.Length; at += Batch)
            {
                loss += learn(new ArraySegment<T>(order, at, Math.Min(Batch, order.Length - at)));
                optimizer.Step();
            }

            say?.Invoke($"epoch {epoch} of {epochs}: loss {loss / batches:F4}");
        }
    }

    public static EncoderWeights FirstEncoder(int features, Xorshift random)
    {
        const float spread = 0.1f;
        var weights = new EncoderWeights(features);
        Draw(weights.Rows, spread, random);
        foreach (var layer in weights.Convolutions)
            Draw(layer, random);
        return weights;
    }

    public static void Draw(Layer layer, Xorshift random) => Draw(layer.Weights, 1 / MathF.Sqrt(3 * layer.Inputs), random);

    /// <summary>Evenly around zero.</summary>
    public static void Draw(float[] weights, float deviation, Xorshift random)
    {
        for (var i = 0; i < weights.Length; i++)
            weights[i] = deviation * MathF.Sqrt(3) * (2 * random.NextSingle() - 1);
    }

    /// <summary>The encoder as it will be read again.</summary>
    /// <param name="learnt">Its weights.</param>
    /// <param name="features">The features and their rows.</param>
    public static Encoder Pack(EncoderWeights learnt, IEnumerable<(uint Hash, int Row)> features)
    {
        var ordered = features.OrderBy(feature => feature.Hash).ToArray();
        var unit = NetworkFile.UnitOf(learnt.Rows);
        var rows = NetworkFile.Round(learnt.Rows, unit);
        Round(learnt.Dense);
        return new Encoder(
            [.. ordered.Select(feature => feature.Hash)],
            [.. ordered.SelectMany(feature => rows[(feature.Row * EncoderWeights.Width)..((feature.Row + 1) * EncoderWeights.Width)])],
            unit, learnt);
    }

    /// <summary>Each number becomes what the file says of it.</summary>
    public static void Round(IEnumerable<float[]> arrays)
    {
        foreach (var array in arrays)
        {
            var unit = NetworkFile.UnitOf(array);
            var rounded = NetworkFile.Round(array, unit);
            for (var i = 0; i < array.Length; i++)
                array[i] = rounded[i] * unit;
        }
    }
}
