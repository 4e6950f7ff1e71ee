using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Ingest.Infra.Tests;

/// <summary>An alert that asks for a name that nobody tells is silent for ever.</summary>
public sealed partial class AlertTests
{
    private static readonly string Queries = string.Concat(
        Snapshot.Of("prod").OfType("Microsoft.Insights/scheduledQueryRules").Select(rule => rule.At("criteria.allOf")!.Value[0].GetProperty("query").GetString()));

    [Fact]
    public void Every_metric_that_is_asked_for_is_one_of_the_apps_meter()
    {
        var told = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => told.Add(instrument.Name) };
        listener.Start();
        RuntimeHelpers.RunClassConstructor(typeof(IngestStorage).Assembly.GetType("Ingest.Telemetry", throwOnError: true)!.TypeHandle);

        var asked = MetricName().Matches(Queries).Select(match => match.Groups[1].Value).Distinct().Order();

        Assert.Equal(["ingest.faults", "ingest.files", "ingest.lag"], asked);
        Assert.Subset(told, asked.ToHashSet());
    }

    [Theory]
    [InlineData("poison", "webjobs-blobtrigger-poison")]
    [InlineData("poison-deletions", "blob-deleted-poison")]
    public void Each_queue_of_what_was_given_up_has_an_alert_of_its_own(string alert, string queue)
    {
        var snapshot = Snapshot.Of("prod");
        var asking = snapshot.OfType("Microsoft.Insights/scheduledQueryRules")
            .Where(rule => rule.At("criteria.allOf")!.Value[0].GetProperty("query").GetString()!.Contains($"'{queue}'", StringComparison.Ordinal));

        Assert.Equal($"ingest-{alert}", Assert.Single(asking).Name()[..^"-0123456789abc".Length]);
        Assert.Contains(snapshot.OfType("Microsoft.Storage/storageAccounts/queueServices/queues"), made => made.Name().EndsWith("/" + queue, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"'(ingest\.[a-z.]+)'", RegexOptions.None, 1000)]
    private static partial Regex MetricName();
}
