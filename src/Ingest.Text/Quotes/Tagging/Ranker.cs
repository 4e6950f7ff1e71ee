namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// A log-linear choice among the readings of a cue, or none of them. The low bits of a feature's hash give the place of its weight in a
/// table, so a few features share a weight.
/// </summary>
/// <param name="Weights">In units of <paramref name="Unit"/>; <see cref="Size"/> of them.</param>
/// <param name="Unit">What a weight of 1 stands for.</param>
internal sealed record Ranker(sbyte[] Weights, float Unit)
{
    public const int Size = 1 << 16;

    /// <summary>The probability of each reading to be right; the rest up to 1 is the probability that none is.</summary>
    public double[] Probabilities(CandidateFeatures features, IReadOnlyList<Candidate> candidates)
    {
        Span<uint> buffer = stackalloc uint[CandidateFeatures.Max];
        var odds = new double[candidates.Count];
        for (var i = 0; i < odds.Length; i++)
        {
            var list = new FeatureList(buffer);
            features.Extract(candidates[i], ref list);
            odds[i] = Odds(list.Finish());
        }

        return Share(odds);
    }

    /// <param name="features">Of each reading.</param>
    public double[] Probabilities(uint[][] features) => Share(Array.ConvertAll(features, own => Odds(own)));

    /// <summary>Index of the likeliest choice, the first of equals; −1 when there are none.</summary>
    /// <param name="features">Of each choice.</param>
    public int Best(uint[][] features)
    {
        var odds = Array.ConvertAll(features, own => Odds(own));
        return odds.Length == 0 ? -1 : Array.IndexOf(odds, odds.Max());
    }

    /// <summary>The odds of a reading against none.</summary>
    public double Odds(ReadOnlySpan<uint> features)
    {
        var score = 0;
        foreach (var hash in features)
            score += Weights[hash % Size];
        return Math.Exp(Math.Clamp(score * Unit, -30, 30));
    }

    /// <summary>Makes probabilities of the odds, in place.</summary>
    private static double[] Share(double[] odds)
    {
        var sum = 1 + odds.Sum();
        for (var i = 0; i < odds.Length; i++)
            odds[i] /= sum;
        return odds;
    }
}
