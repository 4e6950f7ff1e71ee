namespace Ingest.Text.Quotes.Tagging;

/// <summary>A passage under one of the taggers: the best tags, and how likely they are.</summary>
internal sealed class Chained
{
    private readonly float[] _scores;
    private readonly ushort[] _masks;
    private readonly TagWeights _weights;
    private float[]? _alpha, _beta;
    private double _logTotal;

    private Chained(float[] scores, ushort[] masks, TagWeights weights)
    {
        (_scores, _masks, _weights) = (scores, masks, weights);
        Tags = new byte[masks.Length];
        Chain.Decode(scores, weights.Moves, masks, Tags);
    }

    public delegate void Extract(int i, ref FeatureList features);

    public byte[] Tags { get; }

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
        return new Chained(scores, masks, weights);
    }

    /// <summary>Of one tag at one piece.</summary>
    public double Probability(int i, byte tag)
    {
        Weigh();
        var (sum, own) = (0f, 0f);
        for (var t = 0; t < Chain.Stride; t++)
        {
            var mass = _alpha![i * Chain.Stride + t] * _beta![i * Chain.Stride + t];
            sum += mass;
            if (t == tag)
                own = mass;
        }

        return own / sum;
    }

    /// <summary>Of the whole sequence of tags.</summary>
    public double LogProbability()
    {
        Weigh();
        double score = 0;
        for (var i = 0; i < Tags.Length; i++)
            score += _scores[i * Chain.Stride + Tags[i]] + _weights.Moves[(i == 0 ? Chain.Start : Tags[i - 1]) * Chain.Stride + Tags[i]];
        return Math.Min(score - _logTotal, 0);
    }

    /// <summary>The likeliest sequences of tags, with what each is less likely than the first, as a log.</summary>
    public List<(byte[] Tags, float Behind)> Paths(int most, float within) => new ChainPaths(_scores, _weights.Moves, _masks).Find(most, within);

    private void Weigh()
    {
        if (_alpha is not null)
            return;
        (_alpha, _beta) = (new float[_scores.Length], new float[_scores.Length]);
        _logTotal = Chain.Marginals(_scores, _weights.MoveWeights, _masks, _alpha, _beta);
    }
}
