using System.Diagnostics;
using Azure;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Blobs;
using Ingest.Rows;
using Ingest.Text;
using Ingest.Text.Articles;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest;

/// <summary>
/// One blob, from its bytes to the rows of all its articles. What it leaves depends on the blob alone, however often and in whatever order
/// it is called; <see cref="ArticleWriter"/> says how.
/// </summary>
public sealed class IngestPipeline
{
    /// <summary>Tries against other runs on the same blob. The pauses between them grow, so that of several that stop each other one gets through.</summary>
    private const int MaxTries = 10;

    /// <summary>Several of them, and the tries between, have room in <see cref="RunRegister.Life"/>.</summary>
    private const long MaxPauseMs = 30_000;

    private readonly IngestStorage _storage;
    private readonly RunRegister _runs;
    private readonly ArticleWriter _writer;
    private readonly ExtractFile _extract;
    private readonly IngestOptions _options;
    private readonly ILogger<IngestPipeline> _logger;
    private readonly TimeProvider _time;

    private readonly Room _room;

    public IngestPipeline(
        IngestStorage storage, Extractor extractor, IOptions<IngestOptions> options, ILogger<IngestPipeline> logger, TimeProvider? time = null)
        : this(storage, (extractor ?? throw new ArgumentNullException(nameof(extractor))).Extract, options, logger, time)
    {
    }

    /// <param name="storage">Where the files lie, and their rows.</param>
    /// <param name="extract">The text work.</param>
    /// <param name="options">The settings.</param>
    /// <param name="logger">The log.</param>
    /// <param name="time">The clock.</param>
    /// <param name="patience">How long after its delivery began a large file may wait for room beside others. Null: as long as it takes.</param>
    internal IngestPipeline(
        IngestStorage storage, ExtractFile extract, IOptions<IngestOptions> options, ILogger<IngestPipeline> logger, TimeProvider? time = null, TimeSpan? patience = null)
    {
        _storage = storage;
        _time = time ?? TimeProvider.System;
        _runs = new RunRegister(_time);
        _writer = new ArticleWriter(storage, _runs);
        _extract = extract;
        _options = options.Value;
        _room = new(_options.MaxBytesAtOnce, patience ?? Timeout.InfiniteTimeSpan, _time);
        _logger = logger;
    }

    /// <summary>The text work, as <see cref="Extractor.Extract(ReadOnlyMemory{byte}, string, ArticleLimits?, CancellationToken)"/> does it.</summary>
    internal delegate FileContents<Extraction> ExtractFile(ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the blob as it is now and makes the tables say what it says. Returns normally whenever the outcome is written down;
    /// an article that can't be read is such an outcome.
    /// </summary>
    /// <exception cref="RequestFailedException">The storage failed: call again later.</exception>
    /// <exception cref="AggregateException">The storage gave no whole answer, whenever it was asked: call again later.</exception>
    /// <exception cref="IOException">As before, in the middle of the blob: call again later.</exception>
    /// <exception cref="TimeoutException">
    /// All tries and pauses took more than <see cref="RunRegister.Life"/>, or the file found no room beside other large ones: call again later.
    /// </exception>
    public Task<IngestOutcome> IngestAsync(BlobClient blob, CancellationToken cancellationToken) => IngestAsync(blob, seen: null, cancellationToken);

    /// <summary>As <see cref="IngestAsync(BlobClient, CancellationToken)"/>; one read of a table, when the tables hold the version that was seen.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="seen">Its version a moment ago. Null when nobody has looked.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public Task<IngestOutcome> IngestAsync(BlobClient blob, BlobSight? seen, CancellationToken cancellationToken) =>
        DeliverAsync(blob, new Order { Seen = seen }, cancellationToken);

    /// <summary>As <see cref="IngestAsync(BlobClient, BlobSight?, CancellationToken)"/>.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="seen">Its version a moment ago.</param>
    /// <param name="tell">Hears, on any thread, how many of how many articles stand, where a file has several; a hundred or so at a time.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    internal Task<IngestOutcome> IngestAsync(BlobClient blob, BlobSight seen, Action<int, int> tell, CancellationToken cancellationToken) =>
        DeliverAsync(blob, new Order { Seen = seen, Tell = tell }, cancellationToken);

    /// <summary>
    /// As <see cref="IngestAsync(BlobClient, CancellationToken)"/>, and writes all rows anew, whatever the tables hold. Of one blob: a call
    /// after another that failed goes on where that was cut off.
    /// </summary>
    /// <param name="strays">Rows that nothing in the tables accounts for: they go, unless the blob makes them.</param>
    internal Func<BlobClient, CancellationToken, Task<IngestOutcome>> IngestAgain(RowManifest? strays = null)
    {
        var order = new Order { Again = true, Strays = strays ?? RowManifest.Empty };
        return (blob, cancellationToken) => DeliverAsync(blob, order, cancellationToken);
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
        DeliverAsync(blob, new Order { GivenUp = new GivenUp(version, attempts, message) }, cancellationToken);

    /// <summary>Removes all that the tables hold of the blob, which may be there: its next delivery writes it all again.</summary>
    public Task<IngestOutcome> ForgetAsync(BlobClient blob, CancellationToken cancellationToken) =>
        DeliverAsync(blob, new Order { Forget = true }, cancellationToken);

    private async Task<IngestOutcome> DeliverAsync(BlobClient blob, Order order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(blob);
        blob = _storage.Reopen(blob);
        var path = $"{blob.BlobContainerName}/{blob.Name}";
        var started = _time.GetTimestamp();
        using var span = Telemetry.Begin(path);
        using var share = _room.Enter();
        try
        {
            var outcome = await RunUntilDoneAsync(blob, path, order, share, cancellationToken);
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

    /// <summary>
    /// One run. Only where that finds the room taken, which it sees as soon as the storage tells it the size of the file, another one, from the
    /// beginning, once there is room: no run, and no open request, waits for the files of others.
    /// </summary>
    private async Task<IngestOutcome> RunUntilDoneAsync(BlobClient blob, string path, Order order, Room.Share share, CancellationToken cancellationToken)
    {
        var written = new List<Written>();
        while (true)
        {
            if (await RunAsync(blob, path, order, share, written, cancellationToken) is { } outcome)
                return outcome;
            using var waiting = Telemetry.Begin(BlobStage.Wait);
            await share.WaitAsync(path, cancellationToken);
        }
    }

    /// <returns>Null when there is no room for the file now. The run has ended then, for all its requests were answered.</returns>
    private async Task<IngestOutcome?> RunAsync(
        BlobClient blob, string path, Order order, Room.Share share, List<Written> written, CancellationToken cancellationToken)
    {
        var run = _runs.Begin();
        using var deadline = new CancellationTokenSource(RunRegister.Life, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var outcome = await TryUntilDoneAsync(blob, order, run, share, written, either.Token);
            _runs.End(run);
            return outcome;
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{path} took more than {RunRegister.Life.TotalMinutes} minutes.", e);
        }
        catch (Exception e) when (ArticleWriter.IsAnswered(e))
        {
            _runs.End(run);
            throw;
        }
    }

    private async Task<IngestOutcome?> TryUntilDoneAsync(
        BlobClient blob, Order order, string run, Room.Share share, List<Written> written, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var started = _time.GetTimestamp();
            try
            {
                return await TryAsync(blob, order, run, share, written, cancellationToken);
            }
            catch (RequestFailedException e) when (tries < MaxTries && IsConflict(e))
            {
                Log.Conflict(_logger, $"{blob.BlobContainerName}/{blob.Name}", e.Status, tries);
            }
            catch (RequestFailedException e) when (tries < MaxTries && e.ErrorCode == TableErrorCode.TableNotFound)
            {
                // The first article of an installation, where nothing else has made the tables.
                await _storage.EnsureCreatedAsync(cancellationToken);
            }

            // Not at the same moment as the other run, which may be waiting as well: somewhere in the time that two, four, eight runs take.
            var mostMs = Math.Min(MaxPauseMs, (20 + (long)_time.GetElapsedTime(started).TotalMilliseconds) << Math.Min(tries, 6));
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextInt64(20, mostMs)), _time, cancellationToken);
        }
    }

    /// <returns>Null when there is no room for the file now, and nothing was done.</returns>
    private async Task<IngestOutcome?> TryAsync(
        BlobClient blob, Order order, string run, Room.Share share, List<Written> written, CancellationToken cancellationToken)
    {
        var id = ArticleId.Of(blob.BlobContainerName, blob.Name);
        var old = await _storage.Articles.ReadAsync(id, cancellationToken);
        // Of its own run's rows it needn't be told to write them again.
        var stands = old?.Engine == Extractor.Engine && ArticleWriter.IsSettled(old) && written.All(mine => mine.IsSameAs(old))
            && !FailureRow.MayPass(old.Reason) && (!order.Again || written.Count > 0);
        if (stands && order.Seen?.IsOf(old!) == true)
            return Unchanged(written, old);

        var (fetched, givenUp) = await FetchAsync(blob, old, stands, order, share, cancellationToken);
        switch (fetched)
        {
            case FetchedBlob.NoRoom:
                ForgetFound(written);
                return null;
            case FetchedBlob.Unchanged:
                return Unchanged(written, old);
            case FetchedBlob.Gone:
                var last = old ?? written.LastOrDefault()?.Article ?? (order.Strays.Addresses.Count > 0 ? ArticleRow.OfNothing(id, blob) : null);
                return new IngestOutcome.Gone { ContestedUntil = await _writer.RemoveAsync(last, old is not null, Left, run, cancellationToken) };
        }

        var version = ((FetchedBlob.Found)fetched).Version;
        var (articles, outcome) = givenUp is null
            ? Read(fetched, cancellationToken)
            : Fail(version, "deliver", FailureRow.GivenUp, givenUp.Message, givenUp.Attempts);
        var cutOff = ArticleWriter.PassOf(old, articles[0].Article);
        var pass = cutOff is not null && (!order.Again || cutOff == order.Pass) ? cutOff : order.Pass = Guid.NewGuid().ToString("N");
        articles = [.. articles.Select(article => article with { Article = article.Article with { Pass = pass } })];
        ForgetFound(written);
        written.Add(new Written(articles[0].Article, articles.ToDictionary(article => article.Article.Id, article => article.Article.Manifest, StringComparer.Ordinal), outcome));
        using var writing = Telemetry.Begin(BlobStage.Write);
        var contestedUntil = await _writer.WriteAsync(
            articles,
            old,
            Left,
            run,
            token => ArticleBlob.ConfirmAsync(blob, articles[0].Article.BlobETag, token),
            order.Tell is { } tell ? count => tell(count, articles.Count) : null,
            cancellationToken);
        Telemetry.Written(articles, _time.GetUtcNow() - version.LastModified);
        return outcome with { ContestedUntil = contestedUntil };

        RowManifest Left(string articleId) => RowManifest.UnionOf(
            [articleId == id ? order.Strays : RowManifest.Empty, .. written.Select(mine => mine.Rows.GetValueOrDefault(articleId, RowManifest.Empty))]);
    }

    /// <summary>Lets go of what the last try found in the file, which is no longer what the blob says.</summary>
    private static void ForgetFound(List<Written> written)
    {
        if (written is [.., var last])
            written[^1] = last with { Outcome = null };
    }

    private static IngestOutcome Unchanged(List<Written> written, ArticleRow? old) =>
        written.LastOrDefault(mine => old is not null && mine.IsSameAs(old))?.Outcome ?? new IngestOutcome.Unchanged();

    /// <summary>The blob, and whether it is to be recorded as given up.</summary>
    private async Task<(FetchedBlob Fetched, GivenUp? GivenUp)> FetchAsync(
        BlobClient blob, ArticleRow? old, bool stands, Order order, Room.Share share, CancellationToken cancellationToken)
    {
        if (order.Forget)
            return (new FetchedBlob.Gone(), null);

        var isRead = stands || (order.GivenUp is not null && GivenUp.IsRead(old));
        var knownETag = isRead ? old!.BlobETag : null;
        if (order.GivenUp is null)
            return (await FetchAsync(knownETag), null);

        // Of a blob that is given up the version is all that is wanted; it may be its bytes that can't be had.
        if (await ArticleBlob.SeeAsync(blob, knownETag, cancellationToken) is var seen && seen is not FetchedBlob.Seen(var there))
            return (seen, null);
        return order.GivenUp.Judge(old, there) switch
        {
            GivenUpBlob.Overwritten => (new FetchedBlob.Unchanged(), null),
            GivenUpBlob.Unread => (seen, order.GivenUp),
            _ => (await FetchAsync(knownETag: null), null),
        };

        async Task<FetchedBlob> FetchAsync(string? knownETag)
        {
            using var fetching = Telemetry.Begin(BlobStage.Fetch);
            var fetched = await ArticleBlob.FetchAsync(blob, knownETag, _options.MaxBlobBytes, share.TryTake, cancellationToken);
            // Rows of what was read before it went into the archive are better than none.
            return fetched is FetchedBlob.Archived(var archived) && GivenUp.IsRead(old) && old!.BlobETag == archived.ETag ? new FetchedBlob.Unchanged() : fetched;
        }
    }

    private (IReadOnlyList<ArticleRows> Articles, IngestOutcome Outcome) Read(FetchedBlob fetched, CancellationToken cancellationToken)
    {
        using var extracting = Telemetry.Begin(BlobStage.Extract);
        switch (fetched)
        {
            case FetchedBlob.TooLarge(var blob, var bytes):
                return Fail(blob, "fetch", ArticleFormatCodes.TooLarge, $"{bytes} bytes; at most {_options.MaxBlobBytes} are fetched (MaxBlobBytes).");

            case FetchedBlob.Archived(var blob):
                return Fail(blob, "fetch", FailureRow.Archived, "The file lies in the archive tier, where it can't be read; once it lies in another, retry reads it.");

            case FetchedBlob.Content(var blob, var bytes):
                try
                {
                    var extractions = _extract(bytes, blob.Name, _options.Limits, cancellationToken);
                    var articles = ArticleRows.Of(blob, extractions);
                    return articles.All(article => article.Article.Manifest.Fits)
                        ? (articles, new IngestOutcome.Ingested(extractions) { Unread = extractions.Unread })
                        : Fail(blob, "rows", FailureRow.TooManyRows, "More names and quotes than the row of an article can account for.");
                }
                catch (ArticleFormatException e)
                {
                    return Fail(blob, "read", e.Code, e.Message);
                }

            default:
                throw new UnreachableException();
        }
    }

    private static (IReadOnlyList<ArticleRows> Articles, IngestOutcome Outcome) Fail(
        BlobVersion blob, string stage, string reason, string message, int attempts = 1) =>
        ([ArticleRows.Of(blob, new FailureRow(blob.Path, blob.LastModified, stage, reason, message, attempts))],
            new IngestOutcome.Unreadable(reason, message));

    // 404 is the article's row that another run has removed, or the blob that was there a moment ago; a missing table is no conflict.
    private static bool IsConflict(RequestFailedException e) =>
        e.Status is 409 or 412 || e.ErrorCode == TableErrorCode.ResourceNotFound || e.ErrorCode == BlobErrorCode.BlobNotFound;

    /// <summary>What is to be done with the blob.</summary>
    private sealed record Order
    {
        /// <summary>Its version a moment ago.</summary>
        public BlobSight? Seen { get; init; }

        /// <summary>Hears how many of how many articles stand.</summary>
        public Action<int, int>? Tell { get; init; }

        /// <summary>Whether to write all rows anew.</summary>
        public bool Again { get; init; }

        /// <summary>The last pass over the file's articles that was begun for it.</summary>
        public string? Pass { get; set; }

        /// <summary>Rows that earlier runs have left without saying so.</summary>
        public RowManifest Strays { get; init; } = RowManifest.Empty;

        /// <summary>Whether to remove all rows.</summary>
        public bool Forget { get; init; }

        /// <summary>That it isn't tried any more.</summary>
        public GivenUp? GivenUp { get; init; }
    }

    /// <summary>What an earlier try of the same call may have written before it lost.</summary>
    /// <param name="Article">The first one.</param>
    /// <param name="Rows">Of each article, by its id, those elsewhere.</param>
    /// <param name="Outcome">What that try would have come to; null of all but the last.</param>
    private sealed record Written(ArticleRow Article, IReadOnlyDictionary<string, RowManifest> Rows, IngestOutcome? Outcome)
    {
        public bool IsSameAs(ArticleRow row) => row.RowsVersion == Article.RowsVersion;
    }
}
