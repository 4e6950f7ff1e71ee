using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Ingest.Delivery;
using Ingest.Rows;
using Ingest.Tables;

namespace Ingest.Audit;

/// <summary>Checks one article, row, file or extraction as it is now, and repairs it.</summary>
internal sealed class ArticleAudit(IngestStorage storage, IngestPipeline pipeline, TimeProvider time)
{
    /// <summary>How often an article is read when it changes meanwhile.</summary>
    private const int MaxLooks = 3;

    /// <summary>Requests under way at once for one article.</summary>
    private const int MaxParallelRequests = 8;

    private readonly RepairQueue _repairs = new(storage, pipeline, time);

    /// <summary>The id of the article that a view's row names, or else the id that belongs to its blob.</summary>
    public static string ArticleOf(TableEntity view) => view["ArticleId"] as string ?? ArticleId.OfFile(view["Blob"] as string ?? "");

    /// <summary>Whether all is there that was found in it.</summary>
    public static bool IsComplete(WholeArticle whole) =>
        whole.Entities.Count == whole.Article.Entities && whole.Quotes.Count == whole.Article.Quotes;

    /// <summary>Whether its manifest names more rows than these views, its members and further articles.</summary>
    public static bool HasMoreThan(ArticleRow article, int views) =>
        article.Manifest.Addresses.Count(row => row.Table != IngestTable.Articles) > views + MembersOf(article).Count();

    /// <summary>Failures of files within the article's file, of which its manifest alone tells.</summary>
    public static IEnumerable<RowAddress> MembersOf(ArticleRow article) =>
        article.Status == ArticleStatus.Failed ? [] : article.Manifest.Addresses.Where(row => row.Table == IngestTable.Failures);

    /// <summary>Whether the article's file lies in the container that is listed.</summary>
    public bool IsHere(ArticleRow article) => article.Blob.StartsWith(storage.Container.Name + "/", StringComparison.Ordinal);

    public async Task<IReadOnlyList<AuditEvent>> OfArticleAsync(string articleId, bool repair, CancellationToken cancellationToken)
    {
        for (var looks = 1; ; looks++)
        {
            var whole = await storage.Articles.ReadWholeAsync(articleId, cancellationToken);
            if (whole is null)
                return [];   // removed since it was listed
            var article = whole.Article;
            var first = articleId == ArticleId.OfFile(article.Blob)
                ? article
                : await storage.Articles.ReadAsync(ArticleId.OfFile(article.Blob), cancellationToken);
            if ((first is not null && IsAtWork(first)) || looks > MaxLooks)
                return article.Id == first?.Id ? [new AuditEvent.UnderWay(article.Blob)] : [];   // once a file

            var found = article.Status == ArticleStatus.Writing
                ? [new Discrepancy(DiscrepancyKind.CutOff, article.Blob, articleId)]
                : await CompareAsync(whole, first, cancellationToken);
            if (found is null)
                return [new AuditEvent.UnderWay(article.Blob)];
            if (found.Count > 0 && (await storage.Articles.ReadAsync(articleId, cancellationToken))?.ETag != article.ETag)
                continue;

            var strays = found.Where(one => one.Kind == DiscrepancyKind.ArticleStray).Select(_ => AddressOf(article));
            return found.Count == 0 ? [] : await MendAsync(article.Blob, found, RowManifest.Of(strays), repair, cancellationToken);
        }
    }

    /// <summary>Of rows without the article's own, which no run leaves: somebody else has been there.</summary>
    public async Task<IReadOnlyList<AuditEvent>> OfHeadlessAsync(string articleId, bool repair, CancellationToken cancellationToken)
    {
        if (await storage.Articles.ReadAsync(articleId, cancellationToken) is not null)
            return [];
        var found = new Discrepancy(DiscrepancyKind.ArticleStray, Blob: null, articleId);
        return Tell([found], repair ? await TryAsync(() => storage.Articles.DeleteHeadlessAsync(articleId, cancellationToken)) : null);
    }

    public async Task<IReadOnlyList<AuditEvent>> OfBlobAsync(BlobItem blob, bool repair, CancellationToken cancellationToken)
    {
        var path = $"{storage.Container.Name}/{blob.Name}";
        var id = ArticleId.OfFile(path);
        if (await storage.Articles.ReadAsync(id, cancellationToken) is not null)
            return [];   // what is amiss with it was found with the article
        if (HasItsTurnYet(blob.Properties.LastModified!.Value))
            return [new AuditEvent.UnderWay(path)];
        return await MendAsync(path, [new Discrepancy(DiscrepancyKind.Unread, path, id)], RowManifest.Empty, repair, cancellationToken);
    }

    /// <summary>Of a row of a view that may belong to no article. What one of an article holds was compared with the article.</summary>
    public async Task<IReadOnlyList<AuditEvent>> OfRowAsync(
        IngestTable table, TableEntity row, bool repair, CancellationToken cancellationToken)
    {
        var (id, address) = (ArticleOf(row), new RowAddress(table, row.PartitionKey, row.RowKey));
        if (ArticleId.IsId(id) && (await storage.Articles.ReadAsync(id, cancellationToken))?.Manifest.Addresses.Contains(address) == true)
            return [];
        var found = Discrepancy.OfRow(DiscrepancyKind.RowStray, row["Blob"] as string, id, address);
        return Tell([found], repair ? await TryAsync(() => storage.View(table).DeleteAsync(row, cancellationToken)) : null);
    }

    public async Task<IReadOnlyList<AuditEvent>> OfExtractionAsync(
        string articleId, ETag version, bool repair, CancellationToken cancellationToken)
    {
        if (await storage.Articles.ReadAsync(articleId, cancellationToken) is { Status: not ArticleStatus.Failed })
            return [];
        var found = new Discrepancy(DiscrepancyKind.ExtractionStray, Blob: null, articleId);
        return Tell([found], repair ? await TryAsync(() => storage.Extractions.DeleteAsync(articleId, version, cancellationToken)) : null);
    }

    /// <summary>Null when the file was overwritten just now, and its turn will come.</summary>
    private async Task<IReadOnlyList<Discrepancy>?> CompareAsync(WholeArticle whole, ArticleRow? first, CancellationToken cancellationToken)
    {
        var article = whole.Article;
        if (article.Id == first?.Id && IsHere(article))
        {
            var blob = await PropertiesAsync(article, cancellationToken);
            if (blob is null)
                return [Of(article, DiscrepancyKind.Gone)];
            if (blob.ETag.ToString("H") != article.BlobETag)
                return HasItsTurnYet(blob.LastModified) ? null : [Of(article, DiscrepancyKind.Outdated)];
        }

        var isNamed = article.Id == ArticleId.OfFile(article.Blob) || first?.Manifest.Addresses.Contains(AddressOf(article)) == true;
        return isNamed ? await CompareRowsAsync(whole, cancellationToken) : [Of(article, DiscrepancyKind.ArticleStray)];
    }

    /// <summary>Holds the rows of an article, and its extraction, to what its manifest and its findings say.</summary>
    private async Task<List<Discrepancy>> CompareRowsAsync(WholeArticle whole, CancellationToken cancellationToken)
    {
        var article = whole.Article;
        var found = new List<Discrepancy>();
        foreach (var row in article.Manifest.Addresses.Where(row => row.Table == IngestTable.Articles))
        {
            if (await storage.Articles.ReadAsync(row.PartitionKey, cancellationToken) is null)
                found.Add(new Discrepancy(DiscrepancyKind.ArticleMissing, article.Blob, row.PartitionKey));
        }

        var views = ArticleRows.ViewsOf(article, whole.Entities, whole.Quotes).ToList();
        if (!IsComplete(whole))
            found.Add(Of(article, DiscrepancyKind.FindingMissing));
        else if (HasMoreThan(article, views.Count))
            found.Add(Of(article, DiscrepancyKind.CutOff));
        if (article.Status == ArticleStatus.Ready && !await storage.Extractions.ExistsAsync(article.Id, cancellationToken))
            found.Add(Of(article, DiscrepancyKind.ExtractionMissing));
        await foreach (var missing in OrderedParallel.SelectAsync(
            views.ToAsyncEnumerable(), MaxParallelRequests, (view, token) => CompareAsync(article, view.Table, view.Row, token),
            cancellationToken))
        {
            if (missing is not null)
                found.Add(missing);
        }

        foreach (var row in MembersOf(article))
        {
            if (await storage.View(row.Table).ReadAsync(row.PartitionKey, row.RowKey, cancellationToken) is null)
                found.Add(Discrepancy.OfRow(DiscrepancyKind.RowMissing, article.Blob, article.Id, row));
        }

        return found;
    }

    private static Discrepancy Of(ArticleRow article, DiscrepancyKind kind) => new(kind, article.Blob, article.Id);

    private static RowAddress AddressOf(ArticleRow article) => new(IngestTable.Articles, article.Id, ArticleRow.Key);

    private async Task<Discrepancy?> CompareAsync(
        ArticleRow article, IngestTable table, TableEntity expected, CancellationToken cancellationToken)
    {
        var address = new RowAddress(table, expected.PartitionKey, expected.RowKey);
        if (await storage.View(table).ReadAsync(expected.PartitionKey, expected.RowKey, cancellationToken) is not { } row)
            return Discrepancy.OfRow(DiscrepancyKind.RowMissing, article.Blob, article.Id, address);
        return RowChecksums.Describe(table, row) == RowChecksums.Describe(table, expected)
            ? null
            : Discrepancy.OfRow(DiscrepancyKind.RowDiffers, article.Blob, article.Id, address);
    }

    private async Task<BlobProperties?> PropertiesAsync(ArticleRow article, CancellationToken cancellationToken)
    {
        try
        {
            return await storage.Open(article.Blob).GetPropertiesAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private bool IsAtWork(ArticleRow first) => first.Runs.Any(run => run.Until > time.GetUtcNow());

    /// <summary>
    /// Whether a file that was uploaded then may still wait for its turn, or be in work: as long as a run lasts at most. One that waits
    /// longer, for room, is delivered once too often.
    /// </summary>
    private bool HasItsTurnYet(DateTimeOffset uploaded) => uploaded + RunRegister.Life + RunRegister.Margin > time.GetUtcNow();

    private async Task<IReadOnlyList<AuditEvent>> MendAsync(
        string blob, IReadOnlyList<Discrepancy> found, RowManifest strays, bool repair, CancellationToken cancellationToken)
    {
        if (!repair)
            return Tell(found, repaired: null);
        var done = await _repairs.DeliverAsync(blob, strays, cancellationToken) as WatchEvent.Done;
        var told = Tell(found, repaired: done is not null);
        return done?.Outcome.ContestedUntil is { } until ? [.. told, new AuditEvent.Contested(blob, until)] : told;
    }

    /// <returns>Whether it was deleted: not when it is gone, or when another run has written it meanwhile and so needs it.</returns>
    private static async Task<bool?> TryAsync(Func<Task> delete)
    {
        try
        {
            await delete();
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
    }

    private static IReadOnlyList<AuditEvent> Tell(IEnumerable<Discrepancy> found, bool? repaired) =>
        [.. found.Select(one => new AuditEvent.Found(one with { Repaired = repaired }))];
}
