using Ingest.Text.Quotes.Tagging;
using Ingest.Training.Quotes;

namespace Ingest.Training.Tests;

public sealed class RankerMeanTests
{
    [Fact]
    public void Each_counts_for_its_share()
    {
        var (one, other) = (new Ranker([100, -50, 0], 0.02f), new Ranker([10, 100, 0], 0.01f));

        var mean = RankerMean.Of(one, other, 0.75f);

        Assert.Equal([(2f * 0.75f) + (0.1f * 0.25f), (-1f * 0.75f) + (1f * 0.25f), 0], mean.Weights.Select(weight => weight * mean.Unit), (a, b) => Math.Abs(a - b) < 0.02f);
    }
}
