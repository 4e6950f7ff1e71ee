using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ingest.Rows;

namespace Ingest;

/// <summary>
/// What a run tells OpenTelemetry: a span for each blob and one for each stage of it, and the instruments below. No word of an article is
/// among it; a blob's name is, on its span alone.
/// </summary>
internal static class Telemetry
{
    private static readonly ActivitySource Source = new(IngestTelemetry.SourceName);
    private static readonly Meter Meter = new(IngestTelemetry.MeterName);

    // The alerts of infra/alerts.bicep ask for files, faults and the lag by name.
    private static readonly Counter<long> Files = Meter.CreateCounter<long>(
        "ingest.files", "{file}", "Deliveries of files by outcome: ingested, unreadable, unchanged, gone.");
    private static readonly Counter<long> Articles = Meter.CreateCounter<long>(
        "ingest.articles", "{article}", "Articles by outcome: ingested, unreadable, unchanged, gone.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "ingest.failures", "{file}", "Files, and files within files, that can't be read or were given up, by reason.");
    private static readonly Counter<long> Faults = Meter.CreateCounter<long>(
        "ingest.faults", "{attempt}", "Attempts that the storage or the time ended, by exception: the trigger tries again.");
    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("ingest.rows", "{row}", "Rows written, by table.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "ingest.duration", "s", "Time of a stage of one blob: wait (only where a large one did), fetch, extract, write.");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        "ingest.lag", "s", "From the upload of a blob to its first rows.");

    /// <summary>The span of one blob; null when nobody listens.</summary>
    public static Activity? Begin(string path) => Source.StartActivity("ingest")?.SetTag("ingest.blob", path);

    public static Stage Begin(BlobStage stage, TimeProvider time) => new(stage, time);

    public static void Done(Activity? span, IngestOutcome outcome)
    {
        var (name, articles) = outcome switch
        {
            IngestOutcome.Ingested(var extractions) => ("ingested", extractions.Count),
            IngestOutcome.Unreadable => ("unreadable", 1),
            IngestOutcome.Unchanged => ("unchanged", 1),
            _ => ("gone", 1),
        };
        Files.Add(1, new KeyValuePair<string, object?>("outcome", name));
        Articles.Add(articles, new KeyValuePair<string, object?>("outcome", name));
        IReadOnlyList<string> reasons = outcome switch
        {
            IngestOutcome.Unreadable(var reason, _) => [reason],
            IngestOutcome.Ingested ingested => [.. ingested.Unread.Select(file => file.Code)],
            _ => [],
        };
        foreach (var reason in reasons)
            Failures.Add(1, new KeyValuePair<string, object?>("reason", reason));
        span?.SetTag("ingest.outcome", name);
    }

    /// <summary>The storage failed, or the run was called off, which is no fault.</summary>
    public static void Failed(Activity? span, Exception e)
    {
        if (e is not OperationCanceledException)
            Faults.Add(1, new KeyValuePair<string, object?>("exception", e.GetType().Name));
        span?.AddException(e).SetStatus(ActivityStatusCode.Error, e.GetType().Name);
    }

    /// <param name="articles">Of one file.</param>
    /// <param name="lag">From the upload to now; null where the file had rows before.</param>
    public static void Written(IReadOnlyList<ArticleRows> articles, TimeSpan? lag)
    {
        foreach (var article in articles)
        {
            Add(IngestTable.Articles, 1 + article.Article.Entities + article.Article.Quotes);
            foreach (var table in article.Article.Manifest.Addresses.Where(row => row.Table != IngestTable.Articles)
                .CountBy(row => row.Table))
                Add(table.Key, table.Value);
        }

        // Clocks differ: an article is never there before it was dropped.
        if (lag is { } time)
            Lag.Record(Math.Max(0, time.TotalSeconds));

        static void Add(IngestTable table, int rows) => Rows.Add(rows, new KeyValuePair<string, object?>("table", table.ToString()));
    }

    /// <summary>A stage that is under way, until it is disposed.</summary>
    internal readonly struct Stage(BlobStage stage, TimeProvider time) : IDisposable
    {
        private readonly string _name = stage.ToString().ToLowerInvariant();
        private readonly Activity? _span = Source.StartActivity(stage.ToString().ToLowerInvariant());
        private readonly long _start = time.GetTimestamp();

        public void Dispose()
        {
            Duration.Record(time.GetElapsedTime(_start).TotalSeconds, new KeyValuePair<string, object?>("stage", _name));
            _span?.Dispose();
        }
    }
}

/// <summary>What is done with a blob, one after the other.</summary>
internal enum BlobStage
{
    /// <summary>For room beside other large files; not everyone does, and who does has fetched nothing but the size before.</summary>
    Wait,
    Fetch,
    Extract,
    Write,
}
