using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ingest.Tests;

/// <summary>What a run tells whoever listens.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class TelemetryTests : IDisposable
{
    private const string Flood = "Flood in Arlen; 2024-05-01; Mara Voss; Mara Voss: The bridge will hold";

    private readonly AzuriteFixture _azurite;
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _spans = new()
    {
        ShouldListenTo = source => source.Name == "Ingest",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    private readonly List<(string Instrument, string Tag, double Value)> _told = [];
    private readonly List<Activity> _ended = [];

    public TelemetryTests(AzuriteFixture azurite)
    {
        _azurite = azurite;
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Ingest")
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Tell(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Tell(instrument, value, tags));
        _meters.Start();
        _spans.ActivityStopped = _ended.Add;
        ActivitySource.AddActivityListener(_spans);
    }

    public void Dispose()
    {
        _meters.Dispose();
        _spans.Dispose();
    }

    [Fact]
    public async Task An_article_is_counted_with_its_rows_and_its_lag()
    {
        var installation = await DropAsync(Flood);

        await installation.IngestAsync("flood.txt");

        Assert.Equal(1, Sum("ingest.articles", "ingested"));
        Assert.Equal(
            (3, 1, 1, 1),   // the article, its entity, its quote
            (
                Sum("ingest.rows", "Articles"),
                Sum("ingest.rows", "ArticlesByDay"),
                Sum("ingest.rows", "MentionsByEntity"),
                Sum("ingest.rows", "QuotesBySpeaker")));
        Assert.Equal(
            ["extract", "fetch", "write"], _told.Where(told => told.Instrument == "ingest.duration").Select(told => told.Tag).Order());
    }

    [Fact]
    public async Task The_lag_is_from_the_upload_to_the_rows()
    {
        var installation = await DropAsync(Flood);
        installation.Clock.Advance(TimeSpan.FromSeconds(90));

        await installation.IngestAsync("flood.txt");

        Assert.InRange(Sum("ingest.lag", ""), 85, 100);
    }

    [Fact]
    public async Task What_is_read_once_more_has_no_lag_for_it_had_its_rows_in_time()
    {
        var installation = await DropAsync(Flood);
        await installation.IngestAsync("flood.txt");
        await installation.PretendEngineAsync("0.0.1");
        installation.Clock.Advance(TimeSpan.FromHours(1));
        _told.Clear();

        Assert.IsType<IngestOutcome.Ingested>(await installation.IngestAsync("flood.txt"));

        Assert.DoesNotContain(_told, told => told.Instrument == "ingest.lag");
    }

    [Fact]
    public async Task What_was_cut_off_has_its_lag_with_the_run_that_ends_it()
    {
        var installation = await DropAsync(Flood);
        await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => installation.IngestAsync("flood.txt", RequestHooks.DieBefore(6)));
        installation.LetEventsComeBack();

        await installation.IngestAsync("flood.txt");

        Assert.InRange(Sum("ingest.lag", ""), 595, 620);
    }

    [Fact]
    public async Task A_file_counts_once_however_many_articles_and_unreadable_files_it_holds()
    {
        var installation = await DropAsync($"{Flood}\n{Flood}\n{Flood}\n!storm.docx\n!wind.docx");

        await installation.IngestAsync("flood.txt");
        await installation.DropAsync("flood.txt", "");
        await installation.IngestAsync("flood.txt");

        Assert.Equal((1, 1), (Sum("ingest.files", "ingested"), Sum("ingest.files", "unreadable")));
        Assert.Equal((3, 2), (Sum("ingest.articles", "ingested"), Sum("ingest.failures", "malformed")));
    }

    [Fact]
    public async Task What_is_unchanged_is_counted_as_such_and_has_no_lag()
    {
        var installation = await DropAsync(Flood);
        await installation.IngestAsync("flood.txt");
        _told.Clear();

        await installation.IngestAsync("flood.txt");

        Assert.Equal(
            ["ingest.articles unchanged", "ingest.duration fetch", "ingest.files unchanged"],
            _told.Select(told => $"{told.Instrument} {told.Tag}").Order());
    }

    [Fact]
    public async Task What_cannot_be_read_is_counted_by_its_reason()
    {
        var installation = await DropAsync("");

        await installation.IngestAsync("flood.txt");

        Assert.Equal((1, 1), (Sum("ingest.articles", "unreadable"), Sum("ingest.failures", "empty")));
    }

    [Fact]
    public async Task What_cannot_be_read_beside_an_article_is_counted_by_its_reason()
    {
        var installation = await DropAsync(Flood + "\n!storm.docx");

        await installation.IngestAsync("flood.txt");

        Assert.Equal((1, 1), (Sum("ingest.articles", "ingested"), Sum("ingest.failures", "malformed")));
    }

    [Fact]
    public async Task A_blob_has_a_span_with_one_for_each_stage_below()
    {
        var installation = await DropAsync(Flood);

        await installation.IngestAsync("flood.txt");

        var blob = Assert.Single(_ended, span => span.OperationName == "ingest");
        Assert.Equal(
            ($"{installation.Storage.Container.Name}/flood.txt", "ingested", ActivityStatusCode.Unset),
            (blob.GetTagItem("ingest.blob"), blob.GetTagItem("ingest.outcome"), blob.Status));
        Assert.Equal(["fetch", "extract", "write"], _ended.Where(span => span.ParentId == blob.Id).Select(span => span.OperationName));
    }

    [Fact]
    public async Task What_ends_a_run_is_counted_and_stands_on_the_span()
    {
        var installation = await DropAsync(Flood);

        await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => installation.IngestAsync("flood.txt", RequestHooks.DieBefore(3)));

        Assert.Equal(
            (ActivityStatusCode.Error, nameof(RequestHooks.WorkerDied)),
            (Assert.Single(_ended, span => span.OperationName == "ingest").Status, _ended[^1].StatusDescription));
        Assert.DoesNotContain(_told, told => told.Instrument == "ingest.articles");
        Assert.Equal(1, Sum("ingest.faults", nameof(RequestHooks.WorkerDied)));
    }

    [Fact]
    public async Task Waiting_for_room_is_a_stage_of_its_own()
    {
        var installation = await TestInstallation.OpenAsync(_azurite, options => options.MaxBytesAtOnce = 1024 * 1024);
        await installation.DropAsync("flood.txt", Flood + new string('\n', 1024 * 1024));
        await installation.DropAsync("storm.txt", Flood + new string('\n', 1024 * 1024));
        Func<string, Task<IngestOutcome>> worker = null!;
        Task<IngestOutcome>? second = null;
        worker = installation.Worker(RequestHooks.Before(async n =>
        {
            if (n != 4)
                return;
            second = worker("storm.txt");
            await installation.Log.HasAsync("Waits");
        }));

        await worker("flood.txt");
        await second!;

        Assert.Equal(
            ["extract", "extract", "fetch", "fetch", "fetch", "wait", "write", "write"],
            _told.Where(told => told.Instrument == "ingest.duration").Select(told => told.Tag).Order());
    }

    private async Task<TestInstallation> DropAsync(string text)
    {
        var installation = await TestInstallation.OpenAsync(_azurite);
        await installation.DropAsync("flood.txt", text);
        return installation;
    }

    private double Sum(string instrument, string tag) =>
        _told.Where(told => told.Instrument == instrument && told.Tag == tag).Sum(told => told.Value);

    private void Tell(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _told.Add((instrument.Name, tags.Length > 0 ? (string)tags[0].Value! : "", value));
}
