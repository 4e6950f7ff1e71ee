using Azure;
using Azure.Storage.Blobs;
using Ingest.Delivery;
using Ingest.Rows;
using Ingest.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest;

/// <summary>
/// One blob, from its bytes to the rows of all its articles. What it leaves depends on the blob alone, however often and in whatever order
/// it is called; <see cref="ArticleWriter"/> says how.
/// </summary>
public sealed class IngestPipeline
{
    private readonly IngestStorage _storage;
    private readonly BlobDelivery.Services _services;
    private readonly MemoryGate _gate;
    private readonly ILogger<IngestPipeline> _logger;
    private readonly TimeProvider _time;

    /// <param name="storage">Where the files lie, and their rows.</param>
    /// <param name="extractor">The text work.</param>
    /// <param name="options">The settings.</param>
    /// <param name="logger">The log.</param>
    /// <param name="time">The clock; the system's where none is given.</param>
    public IngestPipeline(
        IngestStorage storage, Extractor extractor, IOptions<IngestOptions> options, ILogger<IngestPipeline> logger,
        TimeProvider? time = null)
        : this(storage, (extractor ?? throw new ArgumentNullException(nameof(extractor))).Extract, options, logger, time)
    {
    }

    /// <param name="storage">Where the files lie, and their rows.</param>
    /// <param name="extract">The text work.</param>
    /// <param name="options">The settings.</param>
    /// <param name="logger">The log.</param>
    /// <param name="time">The clock.</param>
    /// <param name="patience">How long after its delivery began a large file may wait for room beside others. Null: as long as it
    /// takes.</param>
    internal IngestPipeline(
        IngestStorage storage, ExtractFile extract, IOptions<IngestOptions> options, ILogger<IngestPipeline> logger,
        TimeProvider? time = null, TimeSpan? patience = null)
    {
        var runs = new RunRegister(time ??= TimeProvider.System);
        _storage = storage;
        var reader = new FileReader(extract, options.Value, time);
        _services = new(storage, reader, new ArticleWriter(storage, runs), runs, time, Random.Shared, logger);
        _gate = new(options.Value.MaxBytesAtOnce, patience ?? Timeout.InfiniteTimeSpan, time);
        _logger = logger;
        _time = time;
    }

    /// <summary>
    /// Reads the blob as it is now and makes the tables say what it says. Returns normally whenever the outcome is written down;
    /// an article that can't be read is such an outcome.
    /// </summary>
    /// <exception cref="RequestFailedException">The storage failed: call again later.</exception>
    /// <exception cref="AggregateException">The storage gave no whole answer, whenever it was asked: call again later.</exception>
    /// <exception cref="IOException">As before, in the middle of the blob: call again later.</exception>
    /// <exception cref="TimeoutException">
    /// All tries and pauses took more than <see cref="RunRegister.Life"/>, or the file found no room beside other large ones: call again
    /// later.
    /// </exception>
    public Task<IngestOutcome> IngestAsync(BlobClient blob, CancellationToken cancellationToken) =>
        IngestAsync(blob, seen: null, cancellationToken);

    /// <summary>
    /// As <see cref="IngestAsync(BlobClient, CancellationToken)"/>; one read of a table, when the tables hold the version that was seen.
    /// </summary>
    /// <param name="blob">The blob.</param>
    /// <param name="seen">Its version a moment ago. Null when nobody has looked.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public Task<IngestOutcome> IngestAsync(BlobClient blob, KnownBlobVersion? seen, CancellationToken cancellationToken) =>
        DeliverAsync(blob, new DeliveryRequest { Known = seen }, cancellationToken);

    /// <summary>As <see cref="IngestAsync(BlobClient, KnownBlobVersion?, CancellationToken)"/>.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="seen">Its version a moment ago.</param>
    /// <param name="tell">Hears, on any thread, how many of how many articles stand, where a file has several; a hundred or so at a
    /// time.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    internal Task<IngestOutcome> IngestAsync(
        BlobClient blob, KnownBlobVersion seen, Action<int, int> tell, CancellationToken cancellationToken) =>
        DeliverAsync(blob, new DeliveryRequest { Known = seen, OnProgress = tell }, cancellationToken);

    /// <summary>
    /// As <see cref="IngestAsync(BlobClient, CancellationToken)"/>, and writes all rows anew, whatever the tables hold. Of one blob: a call
    /// after another that failed goes on where that was cut off.
    /// </summary>
    /// <param name="blob">The blob.</param>
    /// <param name="strays">Rows that nothing in the tables accounts for: they go, unless the blob makes them.</param>
    internal Func<CancellationToken, Task<IngestOutcome>> IngestAgain(BlobClient blob, RowManifest? strays = null)
    {
        var request = new DeliveryRequest { Rewrite = true, Strays = strays ?? RowManifest.Empty };
        return cancellationToken => DeliverAsync(blob, request, cancellationToken);
    }

    /// <summary>
    /// Records that nobody tries the blob any more. Nothing is recorded when it is gone, or was overwritten since, or was read after all.
    /// The next delivery, whatever brings it about, tries again.
    /// </summary>
    /// <param name="blob">The blob.</param>
    /// <param name="version">The version that was given up; null when nobody knows.</param>
    /// <param name="attempts">How often it was tried.</param>
    /// <param name="message">Why, in a sentence.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public Task<IngestOutcome> GiveUpAsync(
        BlobClient blob, ETag? version, int attempts, string message, CancellationToken cancellationToken) =>
        DeliverAsync(blob, new DeliveryRequest { GivenUp = new GivenUp(version, attempts, message) }, cancellationToken);

    /// <summary>Removes all that the tables hold of the blob, which may be there: its next delivery writes it all again.</summary>
    public Task<IngestOutcome> ForgetAsync(BlobClient blob, CancellationToken cancellationToken) =>
        DeliverAsync(blob, new DeliveryRequest { Remove = true }, cancellationToken);

    private async Task<IngestOutcome> DeliverAsync(BlobClient blob, DeliveryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(blob);
        blob = _storage.Reopen(blob);
        var path = $"{blob.BlobContainerName}/{blob.Name}";
        var started = _time.GetTimestamp();
        using var span = Telemetry.Begin(path);
        using var lease = _gate.Enter();
        try
        {
            var outcome = await new BlobDelivery(_services, blob, request, lease).RunUntilDoneAsync(cancellationToken);
            Log.Outcome(_logger, path, outcome, (long)_time.GetElapsedTime(started).TotalMilliseconds);
            Telemetry.Done(span, outcome);
            return outcome;
        }
        catch (Exception e)
        {
            Telemetry.Failed(span, e);
            throw;
        }
    }
}
