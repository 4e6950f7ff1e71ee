namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>
/// What an encoder has learnt:
/// <code>
/// hidden[0] := relu(sum of the features' rows + Bias)
/// hidden[k] := hidden[k−1] + relu(Convolutions[k−1] of three words of hidden[k−1], Dilations[k−1] apart)
/// </code>
/// </summary>
/// <param name="features">Number of features.</param>
internal sealed class EncoderWeights(int features)
{
    /// <summary>Numbers that stand for a word.</summary>
    public const int Width = 64;

    /// <summary>Words that a convolution sees: itself and one on each side.</summary>
    public const int Window = 3;

    /// <summary>How far apart the words are that each convolution sees.</summary>
    public static ReadOnlySpan<int> Dilations => [1, 2, 4, 1];

    /// <summary><see cref="Width"/> a feature.</summary>
    public float[] Rows { get; } = new float[features * Width];

    public float[] Bias { get; } = new float[Width];

    public Layer[] Convolutions { get; } = [.. Dilations.ToArray().Select(_ => new Layer(Window * Width, Width))];

    /// <summary>All the numbers but <see cref="Rows"/>, in the order of the file.</summary>
    public IEnumerable<float[]> Dense => Convolutions.SelectMany(layer => layer.Arrays).Prepend(Bias);
}
