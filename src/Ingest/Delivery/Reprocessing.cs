using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Rows;
using Ingest.Text;
using Microsoft.Extensions.Options;

namespace Ingest.Delivery;

/// <summary>
/// Reads files again that were read before: with a newer engine, or because their rows are doubted. It goes through the articles in order
/// of id. A mark in a blob records how far it is; it is written every hundred files and when the work is cancelled. The next call with the
/// same selection continues at the mark. The mark never passes a file that all tries failed for: the next call begins with that file.
/// </summary>
public sealed class Reprocessing(IngestStorage storage, IngestPipeline pipeline, IOptions<IngestOptions> options, TimeProvider? time = null)
{
    private const int FilesBetweenMarks = 100;

    /// <summary>
    /// For the last mark. The storage may be what ended the work, and the caller is waiting; without the mark at most a hundred files are
    /// read again.
    /// </summary>
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The number of files that an earlier run with this selection and this engine had read when it was cut off.</summary>
    public async Task<long> DoneBeforeAsync(ReprocessSelection selection, CancellationToken cancellationToken) =>
        (await ReadMarkAsync(selection, cancellationToken))?.Done ?? 0;

    /// <summary>
    /// Side by side, as many at once as <see cref="IngestOptions.Concurrency"/> says. Memory doesn't grow with their number.
    /// </summary>
    /// <param name="selection">Which files.</param>
    /// <param name="restart">Whether to begin with the first one, wherever an earlier run was cut off.</param>
    /// <param name="tell">Is called, on any thread, when the storage doesn't answer and when it answers again.</param>
    /// <param name="cancellationToken">Ends the work; what is under way is cut off, which the pipeline takes well.</param>
    /// <returns>An event a file, and how much of all is done by then, from 0 to 1.</returns>
    public async IAsyncEnumerable<(WatchEvent Event, double Share)> RunAsync(
        ReprocessSelection selection, bool restart, Action<WatchEvent> tell, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var mark = (restart ? null : await ReadMarkAsync(selection, cancellationToken)) ?? new Mark(Extractor.Engine, After: null, Done: 0);
        var (saved, isStuck, isThrough) = (mark, false, false);
        var delivery = RetriedDelivery.Patient(storage, pipeline, tell, _time);
        var underWay = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        try
        {
            var delivered = OrderedParallel.SelectAsync(
                FilesAsync(selection, mark.After, delivery, underWay, cancellationToken),
                options.Value.Concurrency,
                async (article, token) =>
                {
                    var blob = storage.Open(article.Blob);
                    var done = await delivery.DeliverAsync(blob, pipeline.IngestAgain(blob), token);
                    underWay.TryRemove(article.Blob, out _);
                    return (article.Id, Event: done);
                },
                cancellationToken);
            await foreach (var (id, done) in delivered)
            {
                isStuck |= done is WatchEvent.Undone;
                if (!isStuck)
                    mark = mark with { After = id, Done = mark.Done + 1 };
                if (mark.Done >= saved.Done + FilesBetweenMarks)
                    await delivery.RetryAsync(() => WriteMarkAsync(selection, saved = mark, cancellationToken), cancellationToken);
                yield return (done, ShareOf(id));
            }

            isThrough = true;
        }
        finally
        {
            if (isThrough && !isStuck)
                await MarkOf(selection).DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
            else if (mark != saved)
                await WriteLastMarkAsync(selection, mark);
        }
    }

    /// <summary>
    /// Where it can't be written, what ended the work is told and not this: the next run begins at an earlier mark, and reads some files
    /// once more.
    /// </summary>
    private async Task WriteLastMarkAsync(ReprocessSelection selection, Mark mark)
    {
        using var patience = new CancellationTokenSource(PatienceAtTheEnd, _time);
        try
        {
            await WriteMarkAsync(selection, mark, patience.Token);
        }
        catch (Exception e) when (e is RequestFailedException || e is OperationCanceledException || StorageOutage.Is(e))
        {
        }
    }

    private async IAsyncEnumerable<ArticleRow> FilesAsync(
        ReprocessSelection selection,
        string? after,
        RetriedDelivery delivery,
        ConcurrentDictionary<string, byte> underWay,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = _time.GetUtcNow();
        await foreach (var article in ArticlesAsync(after, delivery, cancellationToken))
        {
            if (!selection.Has(article))
                continue;
            // A further article stands for its file where the first one doesn't, and where another further one hasn't had it read already.
            var firstId = ArticleId.OfFile(article.Blob);
            if (article.Id != firstId
                && (await delivery.RetryAsync(
                    () => storage.Articles.ReadAsync(firstId, cancellationToken), cancellationToken) is not { } first
                    || selection.Has(first) || first.Written > started))
                continue;
            // Several articles of one file would stop each other, and each begin the whole file anew.
            if (underWay.TryAdd(article.Blob, 0))
                yield return article;
        }
    }

    /// <summary>A page at a time, so that one that the storage doesn't answer can be asked for again.</summary>
    private async IAsyncEnumerable<ArticleRow> ArticlesAsync(
        string? after, RetriedDelivery delivery, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = storage.Articles.Rows(after, cancellationToken);
        string? next = null;
        do
        {
            var page = await delivery.RetryAsync(() => rows.AsPages(next).FirstAsync(cancellationToken).AsTask(), cancellationToken);
            foreach (var row in page.Values)
                yield return row.ToArticle();
            next = page.ContinuationToken;
        }
        while (next is not null);
    }

    /// <summary>Ids are hashes: they are as dense everywhere.</summary>
    private static double ShareOf(string articleId) =>
        uint.Parse(articleId.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / (double)uint.MaxValue;

    private BlobClient MarkOf(ReprocessSelection selection) => storage.Extractions.Beside($"reprocess-{selection.Name}.json");

    private async Task<Mark?> ReadMarkAsync(ReprocessSelection selection, CancellationToken cancellationToken)
    {
        try
        {
            var mark = (await MarkOf(selection).DownloadContentAsync(cancellationToken)).Value.Content.ToObjectFromJson<Mark>();
            return mark?.Engine == Extractor.Engine ? mark : null;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private Task<Response<BlobContentInfo>> WriteMarkAsync(ReprocessSelection selection, Mark mark, CancellationToken cancellationToken) =>
        MarkOf(selection).UploadAsync(BinaryData.FromObjectAsJson(mark), overwrite: true, cancellationToken);

    /// <param name="Engine">What reads them.</param>
    /// <param name="After">Id of the last one of those that are done.</param>
    /// <param name="Done">How many are.</param>
    private sealed record Mark(string Engine, string? After, long Done);
}

/// <summary>Which files are read again: all, unless one of these says less.</summary>
/// <param name="EngineBefore">Those that an engine before this one has read.</param>
/// <param name="Format">Those that hold an article of this format, in the words of the JSON contract.</param>
public sealed record ReprocessSelection(Version? EngineBefore = null, string? Format = null)
{
    internal string Name => $"{Format ?? "all"}-{EngineBefore?.ToString() ?? "any"}";

    internal bool Has(ArticleRow article) =>
        (EngineBefore is null || !Version.TryParse(article.Engine, out var engine) || engine < EngineBefore)
        && (Format is null || article.Format == Format);
}
