namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// A log-linear choice among the readings of a cue and none of them. Weights stand in a table by the low bits of the features' hashes, so
/// that a few share one.
/// </summary>
/// <param name="Weights">In units of <paramref name="Unit"/>; <see cref="Size"/> of them.</param>
/// <param name="Unit">What a weight of 1 stands for.</param>
internal sealed record Ranker(sbyte[] Weights, float Unit)
{
    public const int Size = 1 << 16;

    /// <summary>How likely each reading is to be the right one; what is missing from 1 is for none.</summary>
    public double[] Probabilities(CandidateFeatures features, IReadOnlyList<Candidate> candidates)
    {
        Span<uint> buffer = stackalloc uint[CandidateFeatures.Max];
        var odds = new double[candidates.Count];
        for (var i = 0; i < odds.Length; i++)
        {
            var list = new FeatureList(buffer);
            features.Extract(candidates[i], ref list);
            odds[i] = Odds(list.Hashes);
        }

        return Share(odds);
    }

    /// <param name="features">Of each reading.</param>
    public double[] Probabilities(uint[][] features) => Share(Array.ConvertAll(features, own => Odds(own)));

    /// <summary>The first of those that are likeliest; −1 when there are none.</summary>
    /// <param name="features">Of each choice.</param>
    public int Best(uint[][] features)
    {
        var odds = Array.ConvertAll(features, own => Odds(own));
        return odds.Length == 0 ? -1 : Array.IndexOf(odds, odds.Max());
    }

    /// <summary>Of a reading against none.</summary>
    private double Odds(ReadOnlySpan<uint> features)
    {
        var score = 0;
        foreach (var hash in features)
            score += Weights[hash % Size];
        return Math.Exp(Math.Clamp(score * Unit, -30, 30));
    }

    private static double[] Share(double[] odds)
    {
        var sum = 1 + odds.Sum();
        return Array.ConvertAll(odds, own => own / sum);
    }
}
