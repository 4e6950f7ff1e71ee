using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>Fits a <see cref="Calibration"/> by gradient ascent on the likelihood, over all examples at once.</summary>
internal static class LogisticFit
{
    public static Calibration Fit(IReadOnlyList<JudgedQuote> examples)
    {
        const int steps = 3000;
        const double rate = 0.5;
        var weights = new double[Calibration.Count];
        var squares = new double[Calibration.Count];
        var values = new double[examples.Count * Calibration.Count];
        for (var i = 0; i < examples.Count; i++)
            Calibration.Fill(values.AsSpan(i * Calibration.Count, Calibration.Count), examples[i].Evidence, examples[i].Kind);
        for (var step = 0; step < steps; step++)
        {
            var gradient = new double[Calibration.Count];
            for (var i = 0; i < examples.Count; i++)
            {
                var own = values.AsSpan(i * Calibration.Count, Calibration.Count);
                var sum = 0.0;
                for (var k = 0; k < own.Length; k++)
                    sum += own[k] * weights[k];
                var error = (examples[i].IsRight ? 1 : 0) - 1 / (1 + Math.Exp(-sum));
                for (var k = 0; k < own.Length; k++)
                    gradient[k] += error * own[k] / examples.Count;
            }

            for (var k = 0; k < weights.Length; k++)
            {
                squares[k] += gradient[k] * gradient[k];
                weights[k] += rate * gradient[k] / (Math.Sqrt(squares[k]) + 1e-9);
            }
        }

        return new Calibration([.. weights.Select(weight => (float)weight)]);
    }
}
