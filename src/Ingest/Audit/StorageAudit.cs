using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Ingest.Rows;
using Ingest.Tables;
using Microsoft.Extensions.Options;

namespace Ingest.Audit;

/// <summary>
/// Compares the views with the articles' rows, and those with the files and extractions. The first pass reads everything once, a thousand
/// rows a request, into <see cref="RowChecksums"/>. If they don't balance, a second pass compares the articles whose checksum is off row by
/// row, as the rows are by then: what a run has written meanwhile is no fault.
/// <para>
/// A discrepancy is repaired by a delivery of its file, which leaves the rows of an undisturbed run. Rows that belong to no file are
/// deleted, unless they were written since they were read.
/// </para>
/// </summary>
public sealed class StorageAudit(IngestStorage storage, IngestPipeline pipeline, IOptions<IngestOptions> options, TimeProvider? time = null)
{
    /// <summary>Rows of a page: how often it is told how far the work is.</summary>
    private const int Page = 1000;

    private const string ArticleEntry = "article";
    private const string ExtractionEntry = "extraction";

    private readonly ArticleAudit _articleAudit = new(storage, pipeline, time ?? TimeProvider.System);

    /// <summary>All that is amiss, as it is found. Memory doesn't grow with the number of articles.</summary>
    /// <param name="repair">Whether to mend it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<AuditEvent> RunAsync(bool repair, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var checksums = new RowChecksums();
        await foreach (var step in EnterAllAsync(checksums, cancellationToken))
            yield return step;
        if (checksums.IsBalanced)
            yield break;
        await foreach (var step in LookCloselyAsync(checksums, repair, cancellationToken))
            yield return step;
    }

    private IAsyncEnumerable<AuditEvent> EnterAllAsync(RowChecksums checksums, CancellationToken cancellationToken)
    {
        var steps =
            EnterAsync(
                IngestTable.Articles.ToString(), storage.Articles.PartitionsAsync(cancellationToken), rows => Enter(checksums, rows));
        foreach (var table in Views())
        {
            var rows = storage.View(table).RowsAsync(cancellationToken);
            steps = steps.Concat(
                EnterAsync(table.ToString(), rows, row => checksums.Find(ArticleAudit.ArticleOf(row), EntryOf(table, row))));
        }

        return steps
            .Concat(EnterAsync(
                storage.Container.Name,
                BlobsAsync(cancellationToken),
                blob => checksums.Find(IdOf(blob), BlobEntry(blob.Properties.ETag!.Value.ToString("H")))))
            .Concat(EnterAsync(
                "extractions", ExtractionsAsync(cancellationToken), blob => checksums.Find(blob.ArticleId, ExtractionEntry)));
    }

    private void Enter(RowChecksums checksums, IReadOnlyList<TableEntity> partition)
    {
        var id = partition[0].PartitionKey;
        if (partition[0].RowKey != ArticleRow.Key || partition[0].ToArticle() is { Status: ArticleStatus.Writing })
        {
            checksums.Open(id);
            return;
        }

        var whole = WholeArticle.Of(partition)!;
        var (article, views) = (whole.Article, ArticleRows.ViewsOf(whole.Article, whole.Entities, whole.Quotes).ToList());
        foreach (var (table, row) in views)
            checksums.Expect(id, RowChecksums.Describe(table, row));
        foreach (var row in article.Manifest.Addresses.Where(row => row.Table == IngestTable.Articles))
            checksums.Expect(row.PartitionKey, ArticleEntry);
        foreach (var row in ArticleAudit.MembersOf(article))
            checksums.Expect(id, MemberEntry(row.RowKey));
        if (id != ArticleId.OfFile(article.Blob))
            checksums.Find(id, ArticleEntry);
        else if (_articleAudit.IsHere(article))
            checksums.Expect(id, BlobEntry(article.BlobETag));
        if (article.Status == ArticleStatus.Ready)
            checksums.Expect(id, ExtractionEntry);
        if (!ArticleAudit.IsComplete(whole) || ArticleAudit.HasMoreThan(article, views.Count))
            checksums.Open(id);
    }

    private async IAsyncEnumerable<AuditEvent> LookCloselyAsync(
        RowChecksums checksums, bool repair, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var articles = storage.Articles.PartitionsAsync(cancellationToken).Select(rows => rows[0]).Where(row => IsOpen(checksums, row));
        await foreach (var step in InspectAsync(IngestTable.Articles.ToString(), articles, (row, token) => row.RowKey == ArticleRow.Key
            ? _articleAudit.OfArticleAsync(row.PartitionKey, repair, token)
            : _articleAudit.OfHeadlessAsync(row.PartitionKey, repair, token)))
        {
            yield return step;
        }

        var blobs = BlobsAsync(cancellationToken).Where(blob => checksums.IsOpen(IdOf(blob)));
        await foreach (var step in InspectAsync(
            storage.Container.Name, blobs, (blob, token) => _articleAudit.OfBlobAsync(blob, repair, token)))
            yield return step;

        foreach (var table in Views())
        {
            var rows = storage.View(table).RowsAsync(cancellationToken).Where(row => checksums.IsOpen(ArticleAudit.ArticleOf(row)));
            await foreach (var step in InspectAsync(
                table.ToString(), rows, (row, token) => _articleAudit.OfRowAsync(table, row, repair, token)))
                yield return step;
        }

        var extractions = ExtractionsAsync(cancellationToken).Where(blob => checksums.IsOpen(blob.ArticleId));
        await foreach (var step in InspectAsync(
            "extractions", extractions, (blob, token) => _articleAudit.OfExtractionAsync(blob.ArticleId, blob.Version, repair, token)))
            yield return step;

        IAsyncEnumerable<AuditEvent> InspectAsync<T>(
            string what, IAsyncEnumerable<T> items, Func<T, CancellationToken, Task<IReadOnlyList<AuditEvent>>> inspect) =>
            TellAsync(what, OrderedParallel.SelectAsync(items, options.Value.Concurrency, inspect, cancellationToken), closely: true);
    }

    /// <summary>
    /// Whether anything is amiss with the article or, should it be the first of its file, with another one that it names.
    /// </summary>
    private static bool IsOpen(RowChecksums checksums, TableEntity row) =>
        checksums.IsOpen(row.PartitionKey)
        || (row.GetInt32(nameof(ArticleRow.Articles)) > 1
            && row.ToArticle().Manifest.Addresses
                .Any(named => named.Table == IngestTable.Articles && checksums.IsOpen(named.PartitionKey)));

    private static IAsyncEnumerable<AuditEvent> EnterAsync<T>(string what, IAsyncEnumerable<T> items, Action<T> enter) => TellAsync(
        what,
        items.Select(IReadOnlyList<AuditEvent> (item) =>
        {
            enter(item);
            return [];
        }),
        closely: false);

    private static async IAsyncEnumerable<AuditEvent> TellAsync(
        string what, IAsyncEnumerable<IReadOnlyList<AuditEvent>> looks, bool closely)
    {
        var count = 0L;
        await foreach (var look in looks)
        {
            foreach (var step in look)
                yield return step;
            if (++count % Page == 0)
                yield return new AuditEvent.Looked(what, count, closely);
        }

        yield return new AuditEvent.Looked(what, count, closely);
    }

    private static IEnumerable<IngestTable> Views() => Enum.GetValues<IngestTable>().Where(table => table != IngestTable.Articles);

    private IAsyncEnumerable<BlobItem> BlobsAsync(CancellationToken cancellationToken) =>
        storage.Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken);

    private IAsyncEnumerable<(string ArticleId, ETag Version)> ExtractionsAsync(CancellationToken cancellationToken) =>
        storage.Extractions.ListAsync(cancellationToken).Where(blob => ArticleId.IsId(blob.ArticleId));

    private string IdOf(BlobItem blob) => ArticleId.Of(storage.Container.Name, blob.Name);

    /// <summary>The whole row; of the failure of a file within another, which no article's row describes, only that it exists.</summary>
    private static string EntryOf(IngestTable table, TableEntity row) =>
        table == IngestTable.Failures && row.ContainsKey(nameof(FailureRow.Member))
            ? MemberEntry(row.RowKey)
            : RowChecksums.Describe(table, row);

    private static string MemberEntry(string rowKey) => $"member {rowKey}";

    private static string BlobEntry(string etag) => $"blob {etag}";
}
