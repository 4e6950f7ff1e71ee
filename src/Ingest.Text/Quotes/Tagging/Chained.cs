using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>A passage under one of the taggers: the best tags, and how likely they are.</summary>
internal sealed class Chained
{
    private readonly float[] _scores;
    private readonly ushort[] _masks;
    private readonly Transitions _transitions;
    private byte[]? _tags;
    private float[]? _masses;   // of each tag at each piece, up to a factor a piece

    /// <param name="scores"><see cref="Chain.Stride"/> a piece.</param>
    /// <param name="masks">Bits of the tags that each piece may have.</param>
    /// <param name="transitions">Of the tagger.</param>
    public Chained(float[] scores, ushort[] masks, Transitions transitions) =>
        (_scores, _masks, _transitions) = (scores, masks, transitions);

    public delegate void Extract(int i, ref FeatureList features);

    /// <summary>Pieces of the passage.</summary>
    public int Count => _masks.Length;

    /// <summary>The best sequence, decoded when it is asked for.</summary>
    public byte[] Tags
    {
        get
        {
            if (_tags is null)
                Chain.Decode(_scores, _transitions.Scores, _masks, _tags = new byte[_masks.Length]);
            return _tags;
        }
    }

    /// <param name="count">Pieces of the passage.</param>
    /// <param name="mask">Bits of the tags that a piece may have.</param>
    /// <param name="mayEnd">Bits of the tags that the last piece may have.</param>
    /// <param name="weights">Those of the tagger.</param>
    /// <param name="extract">The features of a piece.</param>
    public static Chained Of(int count, Func<int, ushort> mask, ushort mayEnd, TagWeights weights, Extract extract)
    {
        var scores = new float[count * Chain.Stride];
        var masks = new ushort[count];
        Span<uint> buffer = stackalloc uint[CueFeatures.Max];
        for (var i = 0; i < count; i++)
        {
            var features = new FeatureList(buffer);
            extract(i, ref features);
            weights.Score(features.Hashes, scores.AsSpan(i * Chain.Stride, Chain.Stride));
            masks[i] = mask(i);
        }

        masks[^1] &= mayEnd;
        return new Chained(scores, masks, weights.Transitions);
    }

    /// <summary>The same with other scores added to its own.</summary>
    /// <param name="others"><see cref="Chain.Stride"/> a piece.</param>
    public Chained With(float[] others)
    {
        var scores = new float[_scores.Length];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = _scores[i] + others[i];
        return new Chained(scores, _masks, _transitions);
    }

    /// <summary>Of one tag at one piece.</summary>
    public double Probability(int i, byte tag)
    {
        var masses = MassesAt(i);
        return masses[tag] / Sum(masses);
    }

    /// <summary>Of either of two tags at one piece.</summary>
    public double Probability(int i, byte tag, byte other)
    {
        var masses = MassesAt(i);
        var sum = Sum(masses);
        return (double)(masses[tag] / sum) + masses[other] / sum;
    }

    /// <summary>The likeliest sequences of tags, with what each is less likely than the first, as a log.</summary>
    public List<(byte[] Tags, float Behind)> Paths(int most, float within) =>
        new ChainPaths(_scores, _transitions.Scores, _masks).Find(most, within);

    private ReadOnlySpan<float> MassesAt(int i) => (_masses ??= Weigh()).AsSpan(i * Chain.Stride, Chain.Stride);

    private float[] Weigh()
    {
        var masses = new float[_scores.Length];
        using var scratch = new Scratch(masses.Length);
        var beta = scratch.Take(masses.Length);
        Chain.Marginals(_scores, _transitions.Weights, _masks, masses, beta);
        for (var k = 0; k < masses.Length; k++)
            masses[k] *= beta[k];
        return masses;
    }

    private static float Sum(ReadOnlySpan<float> masses)
    {
        var sum = 0f;
        foreach (var mass in masses)
            sum += mass;
        return sum;
    }
}
