using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>One ranker of two: a log-linear choice by the mean of their weights is by the mean of what they think.</summary>
internal static class RankerMean
{
    // Units of the largest weight: the table is fuller than either one's, and has to stay as small.
    private const int Most = 63;

    /// <param name="one">A ranker.</param>
    /// <param name="other">Another.</param>
    /// <param name="share">What the first counts for, from 0 to 1.</param>
    public static Ranker Of(Ranker one, Ranker other, float share)
    {
        var weights = one.Weights.Zip(other.Weights, (a, b) => (a * one.Unit * share) + (b * other.Unit * (1 - share))).ToArray();
        var unit = weights.Max(Math.Abs) / Most;
        return new Ranker([.. weights.Select(weight => (sbyte)MathF.Round(weight / unit))], unit);
    }
}
