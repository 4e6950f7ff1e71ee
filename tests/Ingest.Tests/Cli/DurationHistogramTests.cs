using Ingest.Cli.Views;

namespace Ingest.Tests.Cli;

public sealed class DurationHistogramTests
{
    [Fact]
    public void A_quantile_is_true_to_within_a_twentieth()
    {
        var spread = new DurationHistogram();
        foreach (var seconds in Enumerable.Range(1, 1000).Select(n => n / 100.0).OrderBy(n => n * 7919 % 13))
            spread.Add(seconds);

        Assert.InRange(spread.Quantile(0.5), 5.0, 5.25);
        Assert.InRange(spread.Quantile(0.95), 9.5, 10);
        Assert.EndsWith("most 10 s", spread.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_took_no_time_at_all_counts()
    {
        var spread = new DurationHistogram();
        spread.Add(0);

        Assert.Equal("p50 0 ms, p95 0 ms, most 0 ms", spread.ToString());
    }
}
