using System.Numerics.Tensors;
using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Training.Networks;

/// <summary>Several sequences on their way through an encoder and back.</summary>
internal sealed class EncoderPass
{
    private const int Width = EncoderWeights.Width;
    private const float FeatureDropout = 0.2f;

    private readonly int[][] _features;
    private readonly float[] _first;
    private readonly ConvolutionPass[] _convolutions;
    private readonly Dropout _dropout;

    /// <param name="sequences">Of each, the rows of each word's features.</param>
    /// <param name="weights">The encoder's.</param>
    /// <param name="random">For what is left out.</param>
    public EncoderPass(IEnumerable<int[][]> sequences, EncoderWeights weights, Xorshift random)
    {
        var ranges = new List<Range>();
        var features = new List<int[]>();
        foreach (var sequence in sequences)
        {
            features.AddRange(sequence.Select(word => Array.FindAll(word, _ => random.NextSingle() >= FeatureDropout)));
            ranges.Add((features.Count - sequence.Length)..features.Count);
        }

        (_features, Sequences) = ([.. features], ranges);
        _first = Sum(_features, weights);
        var hidden = _first.AsSpan().ToArray();
        _convolutions = new ConvolutionPass[weights.Convolutions.Length];
        for (var k = 0; k < _convolutions.Length; k++)
            _convolutions[k] = new ConvolutionPass(hidden, ranges, EncoderWeights.Dilations[k], weights.Convolutions[k], random);
        _dropout = new Dropout(hidden.Length, random);
        Hidden = _dropout.Apply(hidden);
    }

    /// <summary>Where each sequence lies among the words.</summary>
    public IReadOnlyList<Range> Sequences { get; }

    /// <summary><see cref="EncoderWeights.Width"/> numbers a word, some of them left out.</summary>
    public float[] Hidden { get; }

    /// <param name="gradient">To which the encoder's is added.</param>
    /// <param name="hidden">That of <see cref="Hidden"/>.</param>
    public void Back(EncoderGradient gradient, float[] hidden)
    {
        var back = _dropout.Apply(hidden);
        for (var k = _convolutions.Length - 1; k >= 0; k--)
            _convolutions[k].Back(gradient.Convolutions[k], back);
        Positive.Back(_first, back);
        for (var i = 0; i < _features.Length; i++)
        {
            var own = back.AsSpan(i * Width, Width);
            Convolution.Add(own, gradient.Bias.Gradient);
            TensorPrimitives.Divide(own, 1 - FeatureDropout, own);
            foreach (var row in _features[i])
                Convolution.Add(own, gradient.Rows.Gradient.AsSpan(row * Width, Width));
        }
    }

    private static float[] Sum(int[][] features, EncoderWeights weights)
    {
        var sums = new float[features.Length * Width];
        for (var i = 0; i < features.Length; i++)
        {
            var own = sums.AsSpan(i * Width, Width);
            foreach (var row in features[i])
                Convolution.Add(weights.Rows.AsSpan(row * Width, Width), own);
            TensorPrimitives.MultiplyAdd(own, 1 / (1 - FeatureDropout), weights.Bias, own);
            TensorPrimitives.Max(own, 0, own);
        }

        return sums;
    }
}
