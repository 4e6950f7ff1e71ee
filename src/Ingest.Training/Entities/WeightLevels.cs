using Ingest.Text.Entities.Tagging;

namespace Ingest.Training.Entities;

/// <summary>
/// The levels that stand for the weights of a model, so that a weight takes half a byte: those with the least squared error (Lloyd 1982),
/// with one of them at zero.
/// </summary>
internal sealed class WeightLevels
{
    private const int Largest = 127, Rounds = 60;

    private readonly float _scale;
    private readonly byte[] _places = new byte[2 * Largest + 1];     // the nearest level of each value from −127 to 127

    /// <param name="weights">All that there are.</param>
    /// <param name="scale">Units of a level to a unit of the weights.</param>
    public WeightLevels(IEnumerable<float> weights, float scale)
    {
        _scale = scale;
        var counts = new long[_places.Length];
        foreach (var weight in weights)
            counts[Value(weight) + Largest]++;

        const int Zero = FeatureWeights.Levels / 2;
        var centers = Enumerable.Range(0, FeatureWeights.Levels).Select(level => (level - Zero) * 6.0).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            Assign(centers);
            for (var level = 0; level < centers.Length; level++)
            {
                var (sum, number) = (0.0, 0L);
                for (var value = -Largest; value <= Largest; value++)
                {
                    if (_places[value + Largest] != level)
                        continue;
                    sum += value * (double)counts[value + Largest];
                    number += counts[value + Largest];
                }

                if (level != Zero && number > 0)
                    centers[level] = sum / number;
            }
        }

        Values = Array.ConvertAll(centers, center => (sbyte)Math.Round(center));
        Assign(centers);
    }

    public sbyte[] Values { get; }

    public byte PlaceOf(float weight) => _places[Value(weight) + Largest];

    private int Value(float weight) => (int)Math.Clamp(MathF.Round(weight * _scale), -Largest, Largest);

    private void Assign(double[] centers)
    {
        for (var value = -Largest; value <= Largest; value++)
            _places[value + Largest] = (byte)Enumerable.Range(0, centers.Length).MinBy(level => Math.Abs(centers[level] - value));
    }
}
