using Azure;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Blobs;
using Ingest.Rows;
using Ingest.Text;
using Microsoft.Extensions.Logging;

namespace Ingest.Delivery;

/// <summary>
/// One delivery of one blob. It makes one run, or several if the file has to wait for memory; each run tries again when another run on the
/// same blob gets in its way.
/// </summary>
/// <param name="services">What all deliveries share.</param>
/// <param name="blob">The blob.</param>
/// <param name="request">What is to be done with the blob.</param>
/// <param name="lease">Its part of the memory for files.</param>
internal sealed class BlobDelivery(BlobDelivery.Services services, BlobClient blob, DeliveryRequest request, MemoryGate.Lease lease)
{
    /// <summary>
    /// Attempts against other runs on the same blob. The pauses between them grow, so that one of several competing runs gets through.
    /// </summary>
    private const int MaxTries = 10;

    /// <summary>Several pauses of this length, with the attempts between them, fit into <see cref="RunRegister.Life"/>.</summary>
    private const long MaxPauseMs = 30_000;

    private readonly string _path = $"{blob.BlobContainerName}/{blob.Name}";
    private readonly string _id = ArticleId.Of(blob.BlobContainerName, blob.Name);
    private readonly List<EarlierWrite> _earlier = [];

    /// <summary>
    /// Makes one run. A run that finds the memory taken ends as soon as the storage has told it the size of the file; another run begins
    /// when there is memory. So no run and no open request ever waits for other files.
    /// </summary>
    public async Task<IngestOutcome> RunUntilDoneAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await RunAsync(cancellationToken) is { } outcome)
                return outcome;
            using var waiting = Telemetry.Begin(BlobStage.Wait, services.Time);
            var turn = lease.WaitAsync(_path, cancellationToken);
            if (!turn.IsCompleted)
                Log.Waits(services.Logger, _path);
            await turn;
        }
    }

    /// <returns>Null when there is no memory for the file now. The run has ended then: all its requests were answered.</returns>
    private async Task<IngestOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var run = services.Runs.Begin();
        using var deadline = new CancellationTokenSource(RunRegister.Life, services.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var outcome = await TryUntilDoneAsync(run, either.Token);
            services.Runs.End(run);
            return outcome;
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{_path} took more than {RunRegister.Life.TotalMinutes} minutes.", e);
        }
        catch (Exception e) when (ArticleWriter.IsAnswered(e))
        {
            services.Runs.End(run);
            throw;
        }
    }

    private async Task<IngestOutcome?> TryUntilDoneAsync(string run, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var started = services.Time.GetTimestamp();
            try
            {
                return await TryAsync(run, cancellationToken);
            }
            catch (RequestFailedException e) when (IsConflict(e))
            {
                if (tries == MaxTries)
                {
                    Log.ConflictsLast(services.Logger, _path, e.Status, tries);
                    throw;
                }

                Log.Conflict(services.Logger, _path, e.Status, tries);
            }
            catch (RequestFailedException e) when (tries < MaxTries && e.ErrorCode == TableErrorCode.TableNotFound)
            {
                // The first article of an installation, where nothing else has made the tables.
                Log.TablesMade(services.Logger, _path);
                await services.Storage.EnsureCreatedAsync(cancellationToken);
            }

            // A random pause, since the other run may be waiting as well: up to the time that two, four, eight runs take.
            var mostMs = Math.Min(MaxPauseMs, (20 + (long)services.Time.GetElapsedTime(started).TotalMilliseconds) << Math.Min(tries, 6));
            await Task.Delay(TimeSpan.FromMilliseconds(services.Random.NextInt64(20, mostMs)), services.Time, cancellationToken);
        }
    }

    /// <returns>Null when there is no memory for the file now; nothing was done.</returns>
    private async Task<IngestOutcome?> TryAsync(string run, CancellationToken cancellationToken)
    {
        var old = await services.Storage.Articles.ReadAsync(_id, cancellationToken);
        var stands = Stands(old);
        if (stands && request.Known?.IsOf(old!) == true)
            return Unchanged(old);

        var (fetched, givenUp) = await FetchAsync(old, stands, cancellationToken);
        switch (fetched)
        {
            case FetchedBlob.Deferred:
                ForgetFound();
                return null;
            case FetchedBlob.Unchanged:
                return Unchanged(old);
            case FetchedBlob.Gone:
                var last = old
                    ?? _earlier.LastOrDefault()?.Article
                    ?? (request.Strays.Addresses.Count > 0 ? ArticleRow.OfNothing(_id, blob) : null);
                return new IngestOutcome.Gone
                {
                    ContestedUntil = await services.Writer.RemoveAsync(last, old is not null, Left, run, cancellationToken),
                };
        }

        var found = (FetchedBlob.Found)fetched;
        var (articles, outcome) = givenUp is null
            ? services.Reader.Read(found, cancellationToken)
            : FileReader.GiveUp(found.Version, givenUp);
        // Another process may have been fast enough: the rows of this version stay.
        if (outcome is IngestOutcome.Unreadable { Code: FailureRow.TooSlow } && GivenUp.IsRead(old) && old!.BlobETag == found.Version.ETag)
            return Unchanged(old);
        return outcome with { ContestedUntil = await WriteAsync(articles, outcome, old, found.Version, run, cancellationToken) };
    }

    /// <summary>
    /// Whether the rows are complete and of this engine, or of a newer one, which this engine must not replace. Then only the blob's ETag
    /// has to be compared.
    /// </summary>
    private bool Stands(ArticleRow? old) =>
        (old?.Engine == Extractor.Engine || old?.IsOfNewerEngine == true) && ArticleWriter.IsSettled(old) && !FailureRow.MayPass(old.Reason)
        // A request to rewrite is met by the rows that this delivery itself has written.
        && _earlier.All(mine => mine.IsSameAs(old)) && (!request.Rewrite || _earlier.Count > 0);

    /// <summary>The blob, and whether it is to be recorded as given up.</summary>
    private async Task<(FetchedBlob Fetched, GivenUp? GivenUp)> FetchAsync(
        ArticleRow? old, bool stands, CancellationToken cancellationToken)
    {
        if (request.Remove)
            return (new FetchedBlob.Gone(), null);

        var isRead = stands || (request.GivenUp is not null && GivenUp.IsRead(old));
        var knownETag = isRead ? old!.BlobETag : null;
        if (request.GivenUp is null)
            return (await FetchAsync(old, knownETag, cancellationToken), null);

        // For a blob that is given up the version suffices; its bytes may be what can't be fetched.
        if (await ArticleBlob.SeeAsync(blob, knownETag, cancellationToken) is var seen && seen is not FetchedBlob.Seen(var there))
            return (seen, null);
        return request.GivenUp.Judge(old, there) switch
        {
            GivenUpBlob.Overwritten => (new FetchedBlob.Unchanged(), null),
            GivenUpBlob.Unread => (seen, request.GivenUp),
            _ => (await FetchAsync(old, knownETag: null, cancellationToken), null),
        };
    }

    private async Task<FetchedBlob> FetchAsync(ArticleRow? old, string? knownETag, CancellationToken cancellationToken)
    {
        using var fetching = Telemetry.Begin(BlobStage.Fetch, services.Time);
        var fetched = await ArticleBlob.FetchAsync(blob, knownETag, services.Reader.MaxBytes, lease.TryTake, cancellationToken);
        // Only the bytes tell that a file is packed. A packed file needs more memory than its size says.
        if (fetched is FetchedBlob.Content(_, var bytes) && !lease.TryTake(services.Reader.BytesInWork(bytes)))
            return new FetchedBlob.Deferred();
        // The rows of a blob that was read before it was moved to the archive tier stay.
        return fetched is FetchedBlob.Archived(var archived) && GivenUp.IsRead(old) && old!.BlobETag == archived.ETag
            ? new FetchedBlob.Unchanged()
            : fetched;
    }

    /// <returns>Until when the rows are contested.</returns>
    private async Task<DateTimeOffset?> WriteAsync(
        IReadOnlyList<ArticleRows> articles, IngestOutcome outcome, ArticleRow? old, BlobVersion version, string run,
        CancellationToken cancellationToken)
    {
        var pass = PassOf(old, articles[0].Article);
        articles = [.. articles.Select(article => article with { Article = article.Article with { Pass = pass } })];
        ForgetFound();
        _earlier.Add(new EarlierWrite(
            articles[0].Article,
            articles.ToDictionary(article => article.Article.Id, article => article.Article.Manifest, StringComparer.Ordinal),
            outcome));
        using var writing = Telemetry.Begin(BlobStage.Write, services.Time);
        var contestedUntil = await services.Writer.WriteAsync(
            articles,
            old,
            Left,
            run,
            token => ArticleBlob.ConfirmAsync(blob, version.ETag, token),
            request.OnProgress is { } tell ? count => tell(count, articles.Count) : null,
            cancellationToken);
        Telemetry.Written(articles, HadRows(old, version) ? null : services.Time.GetUtcNow() - version.LastModified);
        return contestedUntil;
    }

    /// <summary>Whether this version had its rows, or its failure, before: a newer engine or a retry reads it once more.</summary>
    private static bool HadRows(ArticleRow? old, BlobVersion version) =>
        old?.BlobETag == version.ETag && old.Status != ArticleStatus.Writing;

    /// <summary>The interrupted pass over the file's articles, if it may be continued; otherwise a new one.</summary>
    private string PassOf(ArticleRow? old, ArticleRow first)
    {
        var cutOff = ArticleWriter.PassOf(old, first);
        if (cutOff is not null && (!request.Rewrite || cutOff == request.Pass))
            return cutOff;
        request.Pass = Guid.NewGuid().ToString("N");
        return request.Pass;
    }

    /// <summary>Rows in other partitions that no article's row names, or that earlier attempts may have left.</summary>
    private RowManifest Left(string articleId) => RowManifest.UnionOf(
        [
            articleId == _id ? request.Strays : RowManifest.Empty,
            .. _earlier.Select(mine => mine.Rows.GetValueOrDefault(articleId, RowManifest.Empty))]);

    /// <summary>Forgets the outcome of the last attempt: the blob has changed since.</summary>
    private void ForgetFound()
    {
        if (_earlier is [.., var last])
            _earlier[^1] = last with { Outcome = null };
    }

    private IngestOutcome Unchanged(ArticleRow? old) =>
        _earlier.LastOrDefault(mine => old is not null && mine.IsSameAs(old))?.Outcome
        ?? new IngestOutcome.Unchanged { ByNewerEngine = old?.IsOfNewerEngine == true };

    // 404 is the article's row that another run has removed, or the blob that was there a moment ago; a missing table is no conflict. Nor
    // are other refusals with 409, such as a policy that keeps blobs as they are: trying again doesn't change them.
    private static bool IsConflict(RequestFailedException e) =>
        e.Status == 412 || e.ErrorCode == TableErrorCode.EntityAlreadyExists || e.ErrorCode == TableErrorCode.ResourceNotFound
        || e.ErrorCode == BlobErrorCode.BlobNotFound;

    /// <summary>What all deliveries share.</summary>
    internal sealed record Services(
        IngestStorage Storage, FileReader Reader, ArticleWriter Writer, RunRegister Runs, TimeProvider Time, Random Random, ILogger Logger);
}
