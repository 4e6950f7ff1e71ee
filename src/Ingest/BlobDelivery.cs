using Azure;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Blobs;
using Ingest.Rows;
using Ingest.Text;
using Microsoft.Extensions.Logging;

namespace Ingest;

/// <summary>
/// One delivery of one blob: runs, one after the other where the file has to wait for room, and the tries of each against other runs.
/// </summary>
/// <param name="desk">What all deliveries share.</param>
/// <param name="blob">The blob.</param>
/// <param name="order">What is to be done with it.</param>
/// <param name="share">What it takes of the room for files.</param>
internal sealed class BlobDelivery(BlobDelivery.Desk desk, BlobClient blob, Order order, Room.Share share)
{
    /// <summary>
    /// Tries against other runs on the same blob. The pauses between them grow, so that of several that stop each other one gets through.
    /// </summary>
    private const int MaxTries = 10;

    /// <summary>Several of them, and the tries between, have room in <see cref="RunRegister.Life"/>.</summary>
    private const long MaxPauseMs = 30_000;

    private readonly string _path = $"{blob.BlobContainerName}/{blob.Name}";
    private readonly string _id = ArticleId.Of(blob.BlobContainerName, blob.Name);
    private readonly List<Written> _written = [];

    /// <summary>
    /// One run. Only where that finds the room taken, which it sees as soon as the storage tells it the size of the file, another one, from
    /// the beginning, once there is room: no run, and no open request, waits for the files of others.
    /// </summary>
    public async Task<IngestOutcome> RunUntilDoneAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await RunAsync(cancellationToken) is { } outcome)
                return outcome;
            using var waiting = Telemetry.Begin(BlobStage.Wait);
            await share.WaitAsync(_path, cancellationToken);
        }
    }

    /// <returns>Null when there is no room for the file now. The run has ended then, for all its requests were answered.</returns>
    private async Task<IngestOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var run = desk.Runs.Begin();
        using var deadline = new CancellationTokenSource(RunRegister.Life, desk.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var outcome = await TryUntilDoneAsync(run, either.Token);
            desk.Runs.End(run);
            return outcome;
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{_path} took more than {RunRegister.Life.TotalMinutes} minutes.", e);
        }
        catch (Exception e) when (ArticleWriter.IsAnswered(e))
        {
            desk.Runs.End(run);
            throw;
        }
    }

    private async Task<IngestOutcome?> TryUntilDoneAsync(string run, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var started = desk.Time.GetTimestamp();
            try
            {
                return await TryAsync(run, cancellationToken);
            }
            catch (RequestFailedException e) when (tries < MaxTries && IsConflict(e))
            {
                Log.Conflict(desk.Logger, _path, e.Status, tries);
            }
            catch (RequestFailedException e) when (tries < MaxTries && e.ErrorCode == TableErrorCode.TableNotFound)
            {
                // The first article of an installation, where nothing else has made the tables.
                await desk.Storage.EnsureCreatedAsync(cancellationToken);
            }

            // Not at the same moment as the other run, which may be waiting as well: somewhere in the time that two, four, eight runs take.
            var mostMs = Math.Min(MaxPauseMs, (20 + (long)desk.Time.GetElapsedTime(started).TotalMilliseconds) << Math.Min(tries, 6));
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextInt64(20, mostMs)), desk.Time, cancellationToken);
        }
    }

    /// <returns>Null when there is no room for the file now, and nothing was done.</returns>
    private async Task<IngestOutcome?> TryAsync(string run, CancellationToken cancellationToken)
    {
        var old = await desk.Storage.Articles.ReadAsync(_id, cancellationToken);
        var stands = Stands(old);
        if (stands && order.Seen?.IsOf(old!) == true)
            return Unchanged(old);

        var (fetched, givenUp) = await FetchAsync(old, stands, cancellationToken);
        switch (fetched)
        {
            case FetchedBlob.NoRoom:
                ForgetFound();
                return null;
            case FetchedBlob.Unchanged:
                return Unchanged(old);
            case FetchedBlob.Gone:
                var last = old
                    ?? _written.LastOrDefault()?.Article
                    ?? (order.Strays.Addresses.Count > 0 ? ArticleRow.OfNothing(_id, blob) : null);
                return new IngestOutcome.Gone
                {
                    ContestedUntil = await desk.Writer.RemoveAsync(
                    last, old is not null, Left, run, cancellationToken)
                };
        }

        var found = (FetchedBlob.Found)fetched;
        var (articles, outcome) = givenUp is null ? desk.Reader.Read(found, cancellationToken) : FileReader.GiveUp(found.Version, givenUp);
        // What was too slow here may not be elsewhere: rows of this version are better than none.
        if (outcome is IngestOutcome.Unreadable { Code: FailureRow.TooSlow } && GivenUp.IsRead(old) && old!.BlobETag == found.Version.ETag)
            return Unchanged(old);
        return outcome with { ContestedUntil = await WriteAsync(articles, outcome, old, found.Version, run, cancellationToken) };
    }

    /// <summary>
    /// Whether the rows are those of this engine or of a newer one, whose rows this one's aren't to replace, of a version whose ETag alone is
    /// to be looked at.
    /// </summary>
    private bool Stands(ArticleRow? old) =>
        (old?.Engine == Extractor.Engine || old?.IsOfNewerEngine == true) && ArticleWriter.IsSettled(old) && !FailureRow.MayPass(old.Reason)
        // Of its own run's rows it needn't be told to write them again.
        && _written.All(mine => mine.IsSameAs(old)) && (!order.Again || _written.Count > 0);

    /// <summary>The blob, and whether it is to be recorded as given up.</summary>
    private async Task<(
        FetchedBlob Fetched, GivenUp? GivenUp)> FetchAsync(ArticleRow? old, bool stands, CancellationToken cancellationToken)
    {
        if (order.Forget)
            return (new FetchedBlob.Gone(), null);

        var isRead = stands || (order.GivenUp is not null && GivenUp.IsRead(old));
        var knownETag = isRead ? old!.BlobETag : null;
        if (order.GivenUp is null)
            return (await FetchAsync(old, knownETag, cancellationToken), null);

        // Of a blob that is given up the version is all that is wanted; it may be its bytes that can't be had.
        if (await ArticleBlob.SeeAsync(blob, knownETag, cancellationToken) is var seen && seen is not FetchedBlob.Seen(var there))
            return (seen, null);
        return order.GivenUp.Judge(old, there) switch
        {
            GivenUpBlob.Overwritten => (new FetchedBlob.Unchanged(), null),
            GivenUpBlob.Unread => (seen, order.GivenUp),
            _ => (await FetchAsync(old, knownETag: null, cancellationToken), null),
        };
    }

    private async Task<FetchedBlob> FetchAsync(ArticleRow? old, string? knownETag, CancellationToken cancellationToken)
    {
        using var fetching = Telemetry.Begin(BlobStage.Fetch);
        var fetched = await ArticleBlob.FetchAsync(blob, knownETag, desk.Reader.MaxBytes, share.TryTake, cancellationToken);
        // Only its bytes tell that it is packed, and then it needs more room than was asked for before they came.
        if (fetched is FetchedBlob.Content(_, var bytes) && !share.TryTake(desk.Reader.BytesInWork(bytes)))
            return new FetchedBlob.NoRoom();
        // Rows of what was read before it went into the archive are better than none.
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
        _written.Add(new Written(
            articles[0].Article,
            articles.ToDictionary(article => article.Article.Id, article => article.Article.Manifest, StringComparer.Ordinal),
            outcome));
        using var writing = Telemetry.Begin(BlobStage.Write);
        var contestedUntil = await desk.Writer.WriteAsync(
            articles,
            old,
            Left,
            run,
            token => ArticleBlob.ConfirmAsync(blob, version.ETag, token),
            order.Tell is { } tell ? count => tell(count, articles.Count) : null,
            cancellationToken);
        Telemetry.Written(articles, HadRows(old, version) ? null : desk.Time.GetUtcNow() - version.LastModified);
        return contestedUntil;
    }

    /// <summary>Whether that version had its rows, or its failure, before: what is done once more, by a newer engine or for a retry.</summary>
    private static bool HadRows(ArticleRow? old, BlobVersion version) =>
        old?.BlobETag == version.ETag && old.Status != ArticleStatus.Writing;

    /// <summary>The pass over the file's articles that was cut off, where it may be gone on with; otherwise a new one.</summary>
    private string PassOf(ArticleRow? old, ArticleRow first)
    {
        var cutOff = ArticleWriter.PassOf(old, first);
        if (cutOff is not null && (!order.Again || cutOff == order.Pass))
            return cutOff;
        order.Pass = Guid.NewGuid().ToString("N");
        return order.Pass;
    }

    /// <summary>Rows elsewhere that nothing in the tables accounts for, or that earlier tries may have left.</summary>
    private RowManifest Left(string articleId) => RowManifest.UnionOf(
        [
            articleId == _id ? order.Strays : RowManifest.Empty,
            .. _written.Select(mine => mine.Rows.GetValueOrDefault(articleId, RowManifest.Empty))]);

    /// <summary>Lets go of what the last try found in the file, which is no longer what the blob says.</summary>
    private void ForgetFound()
    {
        if (_written is [.., var last])
            _written[^1] = last with { Outcome = null };
    }

    private IngestOutcome Unchanged(ArticleRow? old) =>
        _written.LastOrDefault(mine => old is not null && mine.IsSameAs(old))?.Outcome
        ?? new IngestOutcome.Unchanged { ByNewerEngine = old?.IsOfNewerEngine == true };

    // 404 is the article's row that another run has removed, or the blob that was there a moment ago; a missing table is no conflict. Nor
    // are other refusals with 409, such as a policy that keeps blobs as they are: trying again doesn't change them.
    private static bool IsConflict(RequestFailedException e) =>
        e.Status == 412 || e.ErrorCode == TableErrorCode.EntityAlreadyExists || e.ErrorCode == TableErrorCode.ResourceNotFound
        || e.ErrorCode == BlobErrorCode.BlobNotFound;

    /// <summary>What all deliveries share.</summary>
    internal sealed record Desk(
        IngestStorage Storage, FileReader Reader, ArticleWriter Writer, RunRegister Runs, TimeProvider Time, ILogger Logger);
}
