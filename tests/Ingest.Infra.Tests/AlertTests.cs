using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Ingest.Infra.Tests;

/// <summary>An alert that asks for a name that nobody tells is silent for ever.</summary>
public sealed partial class AlertTests
{
    private static readonly string Queries = string.Concat(
        Snapshot.Of("prod")
            .OfType("Microsoft.Insights/scheduledQueryRules")
            .Select(rule => rule.At("criteria.allOf")!.Value[0].GetProperty("query").GetString()));

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
            .Where(rule => rule.At("criteria.allOf")!.Value[0]
                .GetProperty("query")
                .GetString()!
                .Contains($"'{queue}'", StringComparison.Ordinal));

        Assert.Equal($"ingest-{alert}", Assert.Single(asking).Name()[..^"-0123456789abc".Length]);
        Assert.Contains(
            snapshot.OfType("Microsoft.Storage/storageAccounts/queueServices/queues"),
            made => made.Name().EndsWith("/" + queue, StringComparison.Ordinal));
    }

    /// <summary>Whose process is killed for its memory tells nothing of it.</summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void An_instance_is_seen_coming_to_the_end_of_its_memory(string stage)
    {
        var snapshot = Snapshot.Of(stage);
        var alert = Assert.Single(
            snapshot.OfType("Microsoft.Insights/metricAlerts"), rule => rule.Name().StartsWith("ingest-memory-", StringComparison.Ordinal));
        var criterion = Assert.Single(alert.At("criteria.allOf")!.Value.EnumerateArray());
        var app = Assert.Single(snapshot.OfType("Microsoft.Web/sites"));
        var memoryMB = app.At("functionAppConfig.scaleAndConcurrency.instanceMemoryMB")!.Value.GetInt64();

        Assert.Equal("MemoryWorkingSet", criterion.GetProperty("metricName").GetString());
        Assert.InRange(criterion.GetProperty("threshold").GetInt64(), memoryMB * 1024 * 1024 * 85 / 100, memoryMB * 1024 * 1024 * 95 / 100);
        Assert.Equal("Instance", Assert.Single(criterion.GetProperty("dimensions").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public void Deletions_that_are_put_into_the_queue_and_never_taken_from_it_wake_somebody()
    {
        var query = Query("deletions-unread");

        Assert.All(
            ["StorageQueueLogs", "'blob-deleted'", "'PutMessage'", "ago(60m)", "'DeleteMessage'", "LastDone < LastPut"], part => Assert.Contains(part, query, StringComparison.Ordinal));
    }

    /// <summary>What counts events of a window is nought again after it, and the files are unread all the same.</summary>
    [Fact]
    public void An_alert_of_lost_files_does_not_resolve_itself()
    {
        var rules = Snapshot.Of("prod").OfType("Microsoft.Insights/scheduledQueryRules").Concat(Snapshot.Of("prod").OfType("Microsoft.Insights/metricAlerts"));

        var staying = rules.Where(rule => rule.Text("autoMitigate") == "False").Select(rule => rule.Name()[7..^14]);

        Assert.Equal(
            ["dead-letters", "deletions-unread", "dropped-events", "poison", "poison-deletions", "stalled"],
            staying.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_alert_that_stays_is_silent_for_as_long_as_it_looks_back()
    {
        var staying = Snapshot.Of("prod").OfType("Microsoft.Insights/scheduledQueryRules").Where(rule => rule.Text("autoMitigate") == "False");

        Assert.All(staying, rule => Assert.Equal(rule.Text("windowSize"), rule.Text("muteActionsDuration")));
    }

    private static string Query(string alert) =>
        Assert.Single(
                Snapshot.Of("prod").OfType("Microsoft.Insights/scheduledQueryRules"),
                rule => rule.Name().StartsWith($"ingest-{alert}-", StringComparison.Ordinal))
            .At("criteria.allOf")!.Value[0].GetProperty("query").GetString()!;

    [GeneratedRegex(@"'(ingest\.[a-z.]+)'", RegexOptions.None, 1000)]
    private static partial Regex MetricName();
}
