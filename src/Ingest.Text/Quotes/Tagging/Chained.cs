using System.Buffers;
using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// A passage read by one of the taggers: the best tags and their probabilities. Its arrays are rented; do not use it after it is disposed
/// of.
/// </summary>
/// <param name="masks">Bits of the tags that each piece may have.</param>
/// <param name="transitions">Of the tagger.</param>
internal sealed class Chained(ushort[] masks, Transitions transitions) : IDisposable
{
    private readonly int _length = masks.Length * Chain.Stride;
    private readonly float[] _rented = ArrayPool<float>.Shared.Rent(2 * masks.Length * Chain.Stride);
    private byte[]? _tags;
    private bool _isWeighed;

    public delegate void Extract(PassageView view, int i, ref FeatureList features);

    /// <summary>To be filled in: <see cref="Chain.Stride"/> a piece.</summary>
    public Span<float> Scores => _rented.AsSpan(0, _length);

    /// <summary>The probability of each tag at each piece, up to a factor for each piece, once they are computed.</summary>
    private Span<float> Masses => _rented.AsSpan(_length, _length);

    /// <summary>The best sequence, decoded when it is asked for.</summary>
    public byte[] Tags
    {
        get
        {
            if (_tags is null)
                Chain.Decode(Scores, transitions.Scores, masks, _tags = new byte[masks.Length]);
            return _tags;
        }
    }

    /// <param name="view">Of the passage.</param>
    /// <param name="mask">Bits of the tags that a piece may have.</param>
    /// <param name="mayEnd">Bits of the tags that the last piece may have.</param>
    /// <param name="weights">Those of the tagger.</param>
    /// <param name="extract">The features of a piece.</param>
    public static Chained Of(PassageView view, ushort mask, ushort mayEnd, TagWeights weights, Extract extract)
    {
        var masks = new ushort[view.Count];
        Array.Fill(masks, mask);
        masks[^1] &= mayEnd;
        var chained = new Chained(masks, weights.Transitions);
        Span<uint> buffer = stackalloc uint[CueFeatures.Max];
        for (var i = 0; i < masks.Length; i++)
        {
            var features = new FeatureList(buffer);
            extract(view, i, ref features);
            weights.Score(features.Finish(), chained.Scores.Slice(i * Chain.Stride, Chain.Stride));
        }

        return chained;
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_rented);

    /// <summary>Adds other scores to its own.</summary>
    /// <param name="others"><see cref="Chain.Stride"/> a piece.</param>
    public void Add(ReadOnlySpan<float> others)
    {
        Convolution.Add(others, Scores);
        (_tags, _isWeighed) = (null, false);
    }

    /// <summary>The probability of one tag at one piece.</summary>
    public double Probability(int i, byte tag)
    {
        var masses = MassesAt(i);
        return masses[tag] / Sum(masses);
    }

    /// <summary>The probability of either of two tags at one piece.</summary>
    public double Probability(int i, byte tag, byte other)
    {
        var masses = MassesAt(i);
        var sum = Sum(masses);
        return (double)(masses[tag] / sum) + masses[other] / sum;
    }

    /// <summary>The likeliest sequences of tags, each with how much less likely it is than the first, as a log.</summary>
    public List<(byte[] Tags, float Behind)> Paths(int most, float within)
    {
        using var paths = new ChainPaths(Scores, transitions.Scores, masks);
        return paths.Find(most, within);
    }

    private ReadOnlySpan<float> MassesAt(int i)
    {
        if (!_isWeighed)
            Weigh();
        return Masses.Slice(i * Chain.Stride, Chain.Stride);
    }

    private void Weigh()
    {
        var masses = Masses;
        using var scratch = new Scratch(masses.Length);
        var beta = scratch.Take(masses.Length);
        Chain.Marginals(Scores, transitions.Weights, masks, masses, beta);
        for (var k = 0; k < masses.Length; k++)
            masses[k] *= beta[k];
        _isWeighed = true;
    }

    private static float Sum(ReadOnlySpan<float> masses)
    {
        var sum = 0f;
        foreach (var mass in masses)
            sum += mass;
        return sum;
    }
}
