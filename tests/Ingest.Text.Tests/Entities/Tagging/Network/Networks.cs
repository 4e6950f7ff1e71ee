using Ingest.Text.Entities.Tagging;
using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Tests.Entities.Tagging.Network;

/// <summary>Networks of names whose numbers a file holds as they are.</summary>
internal static class Networks
{
    /// <param name="hashes">Of the features, ascending.</param>
    /// <param name="row">The weight at each place of the rows.</param>
    public static NameNetwork Of(uint[] hashes, Func<int, sbyte> row)
    {
        var weights = new EncoderWeights(features: 0);
        var head = new Layer(EncoderWeights.Width, Tags.Stride);
        foreach (var array in weights.Dense.Concat(head.Arrays))
        {
            for (var i = 0; i < array.Length; i++)
                array[i] = 127 - i * 37 % 255;
        }

        return new NameNetwork(new Encoder(hashes, [.. Enumerable.Range(0, hashes.Length * EncoderWeights.Width).Select(row)], unit: 0.25f, weights), head);
    }
}
