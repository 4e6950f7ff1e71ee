using System.Globalization;

namespace Ingest.Cli.Views;

/// <summary>
/// Counts durations in steps of five per cent, from a microsecond on: a quantile is exact to within five per cent.
/// </summary>
internal sealed class DurationHistogram
{
    private const double Least = 1e-6;

    private static readonly double Step = Math.Log(1.05);

    private readonly SortedDictionary<int, long> _steps = [];
    private long _count;
    private double _most;

    public void Add(double seconds)
    {
        var step = (int)Math.Ceiling(Math.Log(Math.Max(seconds, Least) / Least) / Step);
        _steps[step] = _steps.GetValueOrDefault(step) + 1;
        _count++;
        _most = Math.Max(_most, seconds);
    }

    /// <summary>Seconds that this share of all times stayed under; 0 when there are none.</summary>
    public double Quantile(double share)
    {
        var wanted = (long)Math.Ceiling(share * _count);
        foreach (var (step, count) in _steps)
        {
            if ((wanted -= count) <= 0)
                return Math.Min(_most, Least * Math.Exp(step * Step));
        }

        return 0;
    }

    public override string ToString() => $"p50 {Say(Quantile(0.5))}, p95 {Say(Quantile(0.95))}, most {Say(_most)}";

    private static string Say(double seconds) => seconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.#} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s");
}
