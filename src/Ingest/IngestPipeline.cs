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
    /// <summary>Tries against other runs on the same blob. Each conflict means that another run got further, so a few are plenty.</summary>
    private const int MaxTries = 10;

    private readonly IngestStorage _storage;
    private readonly RunRegister _runs;
    private readonly ArticleWriter _writer;
    private readonly ExtractFile _extract;
    private readonly IngestOptions _options;
    private readonly ILogger<IngestPipeline> _logger;
    private readonly TimeProvider _time;

    public IngestPipeline(
        IngestStorage storage, Extractor extractor, IOptions<IngestOptions> options, ILogger<IngestPipeline> logger, TimeProvider? time = null)
        : this(storage, (extractor ?? throw new ArgumentNullException(nameof(extractor))).Extract, options, logger, time)
    {
    }

    internal IngestPipeline(
        IngestStorage storage, ExtractFile extract, IOptions<IngestOptions> options, ILogger<IngestPipeline> logger, TimeProvider? time = null)
    {
        _storage = storage;
        _time = time ?? TimeProvider.System;
        _runs = new RunRegister(_time);
        _writer = new ArticleWriter(storage, _runs);
        _extract = extract;
        _options = options.Value;
        _logger = logger;
    }

    /// <summary>The text work, as <see cref="Extractor.Extract(ReadOnlyMemory{byte}, string, ArticleLimits?)"/> does it.</summary>
    internal delegate IReadOnlyList<Extraction> ExtractFile(ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits);

    /// <summary>
    /// Reads the blob as it is now and makes the tables say what it says. Returns normally whenever the outcome is written down;
    /// an article that can't be read is such an outcome.
    /// </summary>
    /// <exception cref="RequestFailedException">The storage failed: call again later.</exception>
    /// <exception cref="TimeoutException">It took more than four minutes: call again later.</exception>
    public Task<IngestOutcome> IngestAsync(BlobClient blob, CancellationToken cancellationToken) => IngestAsync(blob, seen: null, cancellationToken);

    /// <summary>As <see cref="IngestAsync(BlobClient, CancellationToken)"/>; one read of a table, when the tables hold the version that was seen.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="seen">Its version a moment ago; another one since then will be delivered for itself. Null when nobody has looked.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<IngestOutcome> IngestAsync(BlobClient blob, ETag? seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(blob);
        blob = _storage.Reopen(blob);
        var clock = Stopwatch.StartNew();
        var run = _runs.Begin();
        try
        {
            var outcome = await RunAsync(blob, seen, run, cancellationToken);
            _runs.End(run);
            Log.Outcome(_logger, $"{blob.BlobContainerName}/{blob.Name}", outcome, clock.ElapsedMilliseconds);
            return outcome;
        }
        catch (RequestFailedException e) when (e.Status != 0)   // 0: a request without an answer, which may yet be carried out
        {
            _runs.End(run);
            throw;
        }
    }

    private async Task<IngestOutcome> RunAsync(BlobClient blob, ETag? seen, string run, CancellationToken cancellationToken)
    {
        var written = new List<Written>();
        for (var tries = 1; ; tries++)
        {
            using var deadline = new CancellationTokenSource(RunRegister.Life, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            try
            {
                return await TryAsync(blob, seen, run, written, either.Token);
            }
            catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"{blob.BlobContainerName}/{blob.Name} took more than {RunRegister.Life.TotalMinutes} minutes.", e);
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

            // Not at the same moment as the other run, which may be waiting as well.
            await Task.Delay(Random.Shared.Next(20, 100 * tries), cancellationToken);
        }
    }

    private async Task<IngestOutcome> TryAsync(
        BlobClient blob, ETag? seen, string run, List<Written> written, CancellationToken cancellationToken)
    {
        var id = ArticleId.Of(blob.BlobContainerName, blob.Name);
        var old = await _storage.Articles.ReadAsync(id, cancellationToken);
        var stands = old?.Engine == Extractor.Engine && ArticleWriter.IsSettled(old) && written.All(mine => mine.IsSameAs(old));
        if (stands && seen?.ToString("H") == old!.BlobETag)
            return Unchanged(written);

        var fetched = await ArticleBlob.FetchAsync(blob, stands ? old!.BlobETag : null, _options.MaxBlobBytes, cancellationToken);
        var left = written.Aggregate(RowManifest.Empty, (all, mine) => all.Union(mine.Rows));
        switch (fetched)
        {
            case FetchedBlob.Unchanged:
                return Unchanged(written);
            case FetchedBlob.Gone:
                var last = old ?? written.LastOrDefault()?.Article;
                return new IngestOutcome.Gone { ContestedUntil = await _writer.RemoveAsync(last, old is not null, left, run, cancellationToken) };
        }

        var (articles, outcome) = Read(fetched);
        written.Add(new Written(articles[0].Article, ArticleWriter.RowsElsewhere(articles), outcome));
        var contestedUntil = await _writer.WriteAsync(
            articles, old, left, run, token => ArticleBlob.ConfirmAsync(blob, articles[0].Article.BlobETag, token), cancellationToken);
        return outcome with { ContestedUntil = contestedUntil };
    }

    private static IngestOutcome Unchanged(List<Written> written) => written is [.., var last] ? last.Outcome : new IngestOutcome.Unchanged();

    private (IReadOnlyList<ArticleRows> Articles, IngestOutcome Outcome) Read(FetchedBlob fetched)
    {
        switch (fetched)
        {
            case FetchedBlob.TooLarge(var blob, var bytes):
                return Fail(blob, "fetch", ArticleFormatCodes.TooLarge, $"{bytes} bytes; at most {_options.MaxBlobBytes} are read.");

            case FetchedBlob.Content(var blob, var bytes):
                try
                {
                    var extractions = _extract(bytes, blob.Name, new ArticleLimits { MaxBytes = _options.MaxBlobBytes });
                    var articles = ArticleRows.Of(blob, extractions);
                    return articles.All(article => article.Article.Manifest.Fits)
                        ? (articles, new IngestOutcome.Ingested(extractions))
                        : Fail(blob, "rows", "too-many-rows", "More names and quotes than the row of an article can account for.");
                }
                catch (ArticleFormatException e)
                {
                    return Fail(blob, "read", e.Code, e.Message);
                }

            default:
                throw new UnreachableException();
        }
    }

    private static (IReadOnlyList<ArticleRows> Articles, IngestOutcome Outcome) Fail(BlobVersion blob, string stage, string reason, string message) =>
        ([ArticleRows.Of(blob, new FailureRow(blob.Path, blob.LastModified, stage, reason, message))],
            new IngestOutcome.Unreadable(reason, message));

    // 404 is the article's row that another run has removed, or the blob that was there a moment ago; a missing table is no conflict.
    private static bool IsConflict(RequestFailedException e) =>
        e.Status is 409 or 412 || e.ErrorCode == TableErrorCode.ResourceNotFound || e.ErrorCode == BlobErrorCode.BlobNotFound;

    /// <summary>What an earlier try of the same call may have written before it lost.</summary>
    private sealed record Written(ArticleRow Article, RowManifest Rows, IngestOutcome Outcome)
    {
        public bool IsSameAs(ArticleRow row) => row.RowsVersion == Article.RowsVersion;
    }
}
