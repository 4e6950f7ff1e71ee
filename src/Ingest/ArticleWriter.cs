using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest;

/// <summary>
/// Makes the tables say what one version of a file says, so that a run can be cut off anywhere and the next one leaves exactly the rows of
/// a run that nobody disturbed.
/// <list type="number">
/// <item>Intent: the article's row, on its ETag, says Writing and which version, and its manifest names every row elsewhere that may stand:
/// those of the old version, those of runs that were cut off, and those about to be written. Nothing else is touched before.</item>
/// <item>The file's further articles, each by these same steps in its own partition.</item>
/// <item>The rows of the views: upsert the new ones, then delete those of the manifest that aren't among them.</item>
/// <item>The extraction's blob.</item>
/// <item>Commit: entities, quotes and the article's row, on the ETag of the intent. The manifest now names what stands.</item>
/// </list>
/// Cut off before 1, nothing has happened. Cut off later, the row says Writing, and its manifest tells the next run what may have been
/// left, whatever version that run reads itself.
/// <para>
/// Two runs at once: the one that wrote its intent first can't commit, for the row's ETag has changed. It starts again with the blob as it
/// is by then. No version replaces a newer one: the row is read before the blob, and the commit proves that nobody has written to it since.
/// </para>
/// <para>
/// A run that replaces an unfinished intent of another version can't know whether its run is dead, or slow and about to write rows
/// of that version over the views. So the rows are committed as contested, with the wide manifest, and the next delivery doesn't take
/// them for unchanged but writes everything once more. There is a next delivery: the run that was cut off and the version that
/// overwrote it each have an event. A scan has none, so <see cref="ContainerWatcher"/> delivers a contested blob twice.
/// What no such delivery mends: a run that outlives two others on its blob and is then cut off after more writes.
/// Rejected: leases, which make the next run wait for a dead one, and rows that name their version, which every reader would have to check.
/// </para>
/// </summary>
internal sealed class ArticleWriter(IngestStorage storage)
{
    /// <summary>Requests under way at once for one article.</summary>
    private const int MaxParallelRequests = 8;

    /// <param name="articles">The file's articles in order; at least one.</param>
    /// <param name="old">The first one's row as it was read; null when there was none.</param>
    /// <param name="left">Rows that earlier tries of this run may have left.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>Whether the rows are contested: deliver the blob once more.</returns>
    public async Task<bool> WriteAsync(
        IReadOnlyList<ArticleRows> articles, ArticleRow? old, RowManifest left, CancellationToken cancellationToken)
    {
        var (first, kept) = (articles[0], RowsElsewhere(articles));
        var contested = old is { Status: ArticleStatus.Writing } && !old.IsOf(first.Article.BlobETag, first.Article.Engine);

        var begun = await BeginAsync(first, old, cancellationToken);
        foreach (var further in articles.Skip(1))
        {
            var row = await storage.Articles.ReadAsync(further.Article.Id, cancellationToken);
            var begunToo = await BeginAsync(further, row, cancellationToken);
            await FinishAsync(further, begunToo, begunToo.Manifest.Except(further.Article.Manifest), contested, cancellationToken);
        }

        await FinishAsync(first, begun, begun.Manifest.Union(left).Except(kept), contested, cancellationToken);
        return contested;
    }

    /// <summary>Removes all rows and blobs of a file whose blob is gone.</summary>
    /// <param name="articleId">Id of its first article.</param>
    /// <param name="left">Rows that earlier tries of this run may have left.</param>
    /// <param name="cancellationToken">Ends the removal.</param>
    public async Task RemoveAsync(string articleId, RowManifest left, CancellationToken cancellationToken)
    {
        await DeleteAsync(left.Addresses, contested: false, cancellationToken);
        await RemoveAsync(articleId, contested: false, cancellationToken);
    }

    /// <summary>All rows outside the first article's partition.</summary>
    public static RowManifest RowsElsewhere(IReadOnlyList<ArticleRows> articles) =>
        articles.Skip(1).Aggregate(articles[0].Article.Manifest, (all, further) => all.Union(further.Article.Manifest));

    private Task<ArticleRow> BeginAsync(ArticleRows rows, ArticleRow? old, CancellationToken cancellationToken) => storage.Articles.BeginAsync(
        rows.Article with
        {
            Status = ArticleStatus.Writing,
            Manifest = (old?.Manifest ?? RowManifest.Empty).Union(rows.Article.Manifest),
        },
        old,
        cancellationToken);

    private async Task FinishAsync(
        ArticleRows rows, ArticleRow begun, IEnumerable<RowAddress> stale, bool contested, CancellationToken cancellationToken)
    {
        await UpsertViewsAsync(rows.Views, cancellationToken);
        await DeleteAsync(stale, contested, cancellationToken);
        if (rows.Extraction is { } extraction)
            await storage.Extractions.WriteAsync(rows.Article.Id, extraction, cancellationToken);
        else
            await storage.Extractions.DeleteAsync(rows.Article.Id, cancellationToken);

        var committed = contested ? rows.Article with { Contested = true, Manifest = begun.Manifest } : rows.Article;
        await storage.Articles.CommitAsync(begun, committed, rows.Findings, cancellationToken);
    }

    /// <summary>Removes an article. Of a contested one an empty row stays, for its manifest is all that tells what the other run may yet write.</summary>
    private async Task RemoveAsync(string articleId, bool contested, CancellationToken cancellationToken)
    {
        if (await storage.Articles.ReadAsync(articleId, cancellationToken) is not { } article)
            return;

        await DeleteAsync(article.Manifest.Addresses, contested, cancellationToken);
        await storage.Extractions.DeleteAsync(articleId, cancellationToken);
        if (contested)
            await storage.Articles.CommitAsync(article, article with { Status = ArticleStatus.Writing }, [], cancellationToken);
        else
            await storage.Articles.RemoveAsync(article, cancellationToken);
    }

    private Task UpsertViewsAsync(IEnumerable<(IngestTable Table, TableEntity Row)> views, CancellationToken cancellationToken) =>
        InParallelAsync(
            views.GroupBy(view => (view.Table, view.Row.PartitionKey), view => view.Row),
            (partition, token) => storage.View(partition.Key.Table).UpsertAsync([.. partition], token),
            cancellationToken);

    private Task DeleteAsync(IEnumerable<RowAddress> addresses, bool contested, CancellationToken cancellationToken) =>
        InParallelAsync(
            addresses,
            (row, token) => row.Table == IngestTable.Articles
                ? RemoveAsync(row.PartitionKey, contested, token)
                : storage.View(row.Table).DeleteAsync(row.PartitionKey, row.RowKey, token),
            cancellationToken);

    private static Task InParallelAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> body, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = MaxParallelRequests, CancellationToken = cancellationToken },
            (item, token) => new ValueTask(body(item, token)));
}
