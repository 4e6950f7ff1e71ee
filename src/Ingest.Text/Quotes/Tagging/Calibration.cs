namespace Ingest.Text.Quotes.Tagging;

/// <summary>A logistic regression from what the two stages think of an attribution to how often it is right, fitted on folds they did not see.</summary>
/// <param name="Weights">Of the bias, the cue and the roles; three for each kind of quote.</param>
internal sealed record Calibration(float[] Weights)
{
    public const int Count = 9;

    /// <param name="cue">Probability of the cue's first piece.</param>
    /// <param name="logRoles">Log of the probability of all the roles together.</param>
    /// <param name="kind">Of what is said.</param>
    public double Of(double cue, double logRoles, QuoteKind kind)
    {
        Span<double> values = stackalloc double[Count];
        Fill(values, cue, logRoles, kind);
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += values[i] * Weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    public static void Fill(Span<double> values, double cue, double logRoles, QuoteKind kind)
    {
        var p = Math.Clamp(cue, 0.001, 0.999);
        values.Clear();
        var own = values[((int)kind * 3)..];
        (own[0], own[1], own[2]) = (1, Math.Log(p / (1 - p)), Math.Max(logRoles, -8));
    }
}
