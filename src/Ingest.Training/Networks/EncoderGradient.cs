using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Training.Networks;

/// <summary>An encoder that learns.</summary>
internal sealed class EncoderGradient(EncoderWeights weights)
{
    public EncoderWeights Weights => weights;

    public Adam Rows { get; } = new(weights.Rows);

    public Adam Bias { get; } = new(weights.Bias);

    public LayerGradient[] Convolutions { get; } = Array.ConvertAll(weights.Convolutions, layer => new LayerGradient(layer));

    public IEnumerable<Adam> Parts => Convolutions.SelectMany(layer => layer.Parts).Prepend(Bias).Prepend(Rows);
}
