using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>
/// The network's scores for a passage's pieces, once the encoder has read them:
/// <code>
/// cue tags  := Cues of hidden
/// pair[0]   := relu(Pieces of hidden + Cue of the cue's mean hidden + the distance's row)
/// pair[k]   := pair[k−1] + relu(Pairs[k−1] of three of pair[k−1], PairDilations[k−1] apart)
/// role tags := Roles of pair
/// </code>
/// </summary>
internal sealed class PassageHeads
{
    private const int Width = EncoderWeights.Width;

    /// <summary>Distance between the pairs that each of their convolutions reads.</summary>
    public static ReadOnlySpan<int> PairDilations => [1];

    public Layer Cues { get; } = new(Width, Chain.Stride);

    public Layer Pieces { get; } = new(Width, Width);

    public Layer Cue { get; } = new(Width, Width);

    /// <summary>A row a <see cref="Distance"/>.</summary>
    public float[] Distances { get; } = new float[Distance.Count * Width];

    public Layer[] Pairs { get; } = [.. PairDilations.ToArray().Select(_ => new Layer(EncoderWeights.Window * Width, Width))];

    public Layer Roles { get; } = new(Width, Chain.Stride);

    public Layer[] Layers => [Cues, Pieces, Cue, .. Pairs, Roles];

    /// <summary>All the numbers, in the order of the file.</summary>
    public IEnumerable<float[]> Arrays => Layers.SelectMany(layer => layer.Arrays).Append(Distances);
}
