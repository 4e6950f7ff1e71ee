namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// A logistic regression from the ranker's evidence for a reading to how often such readings are right, fitted on folds that the ranker
/// did not see.
/// </summary>
/// <param name="Weights">Of the bias, the cue and the reading; three for each kind of quote.</param>
internal sealed record Calibration(float[] Weights)
{
    public const int Count = 9;

    /// <param name="evidence">The ranker's evidence.</param>
    /// <param name="kind">The kind of the quote made from the reading.</param>
    public double Of(Evidence evidence, QuoteKind kind)
    {
        Span<double> values = stackalloc double[Count];
        Fill(values, evidence, kind);
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += values[i] * Weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    public static void Fill(Span<double> values, Evidence evidence, QuoteKind kind)
    {
        values.Clear();
        var own = values[((int)kind * 3)..];
        (own[0], own[1], own[2]) = (1, LogOdds(evidence.Cue), LogOdds(evidence.Reading));
    }

    private static double LogOdds(double p) => Math.Log(Math.Clamp(p, 0.001, 0.999) / (1 - Math.Clamp(p, 0.001, 0.999)));
}
