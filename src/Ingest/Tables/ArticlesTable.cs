using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tables;

/// <summary>The truth: one partition an article. Every write to a partition hangs on the ETag of its <c>article</c> row.</summary>
public sealed class ArticlesTable
{
    private readonly TableClient _client;

    internal ArticlesTable(TableClient client) => _client = client;

    /// <summary>The article with all that was found in it; null when there is none.</summary>
    public async Task<WholeArticle?> ReadWholeAsync(string articleId, CancellationToken cancellationToken) =>
        WholeArticle.Of(await _client.QueryAsync<TableEntity>(
            InPartition(articleId), cancellationToken: cancellationToken).ToListAsync(cancellationToken));

    /// <summary>
    /// The rows of all articles, without what was found in them, in order of id. The service looks at every row for it and returns one in
    /// thirty or so.
    /// </summary>
    /// <param name="after">An id; null from the first one on.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal AsyncPageable<TableEntity> Rows(string? after, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after ?? ""} and RowKey eq {ArticleRow.Key}");
        return _client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
    }

    /// <summary>The rows of each article, in order of id; its own row is the first.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<TableEntity>> PartitionsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = new List<TableEntity>();
        await foreach (var row in _client.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            if (partition.Count > 0 && partition[0].PartitionKey != row.PartitionKey)
            {
                yield return partition;
                partition = [];
            }

            partition.Add(row);
        }

        if (partition.Count > 0)
            yield return partition;
    }

    /// <summary>Deletes rows of a partition that has no article's row; those that have changed since they were read stay.</summary>
    internal async Task DeleteHeadlessAsync(string articleId, CancellationToken cancellationToken)
    {
        await foreach (var row in _client.QueryAsync<TableEntity>(InPartition(articleId), cancellationToken: cancellationToken))
        {
            if (row.RowKey == ArticleRow.Key)
                return;
            await _client.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
        }
    }

    /// <summary>Ids of articles that begin so, in order.</summary>
    /// <param name="prefix">Hex digits.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<string> FindIdsAsync(string prefix, CancellationToken cancellationToken)
    {
        // "g" is the sign after the last digit.
        var filter =
            TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {prefix + "g"} and RowKey eq {ArticleRow.Key}");
        return _client.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellationToken)
            .Select(row => row.PartitionKey);
    }

    /// <summary>The article's row alone; null when there is none.</summary>
    public async Task<ArticleRow?> ReadAsync(string articleId, CancellationToken cancellationToken)
    {
        var row = await _client.GetEntityIfExistsAsync<TableEntity>(articleId, ArticleRow.Key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.ToArticle() : null;
    }

    /// <summary>Writes down that a run is at work, and what it may write.</summary>
    /// <param name="intent">The article's row from now on.</param>
    /// <param name="old">The row as it was read; null when there was none.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The row with its new ETag.</returns>
    internal async Task<ArticleRow> BeginAsync(ArticleRow intent, ArticleRow? old, CancellationToken cancellationToken)
    {
        var row = intent.ToEntity();
        var response = old is null
            ? await _client.AddEntityAsync(row, cancellationToken)
            : await _client.UpdateEntityAsync(row, old.ETag, TableUpdateMode.Replace, cancellationToken);
        return intent with { ETag = response.Headers.ETag!.Value };
    }

    /// <summary>
    /// Makes the partition hold these rows and no others: in one transaction while it fits, and otherwise in several, of which each proves
    /// by the article's row that no other run has begun, and the last one brings that row to its final state.
    /// </summary>
    /// <param name="begun">The intent.</param>
    /// <param name="isNew">Whether that was the partition's first row: the others go before the article's, so there is nothing to clear
    /// away.</param>
    /// <param name="article">The article's row from now on.</param>
    /// <param name="findings">The rows beside it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal async Task CommitAsync(
        ArticleRow begun, bool isNew, ArticleRow article, IReadOnlyList<TableEntity> findings, CancellationToken cancellationToken)
    {
        var kept = findings.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
        var stale = isNew
            ? []
            : await RowKeysAsync(article.Id, cancellationToken).Where(key => !kept.Contains(key)).ToListAsync(cancellationToken);
        var actions = findings
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))
            .Concat(stale.Select(key => Delete(article.Id, key)));

        var (before, after) = (begun.ToEntity(), article.ToEntity());
        var reserved = Math.Max(RowLimits.BodySizeOf(before), RowLimits.BodySizeOf(after));
        var batches = RowBatches.Divide(actions, reservedRows: 1, reserved);
        if (batches.Count == 0)
            batches.Add([]);
        var etag = begun.ETag;
        foreach (var (i, batch) in batches.Index())
        {
            var row = i == batches.Count - 1 ? after : before;
            batch.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, etag));
            var responses = await _client.SubmitTransactionAsync(batch, cancellationToken);
            etag = responses.Value[^1].Headers.ETag!.Value;
        }
    }

    /// <summary>Empties the partition; the article's row, which knows what else there is to clear away, goes last.</summary>
    internal async Task RemoveAsync(ArticleRow article, CancellationToken cancellationToken)
    {
        var keys = await RowKeysAsync(article.Id, cancellationToken).ToListAsync(cancellationToken);
        var batches = RowBatches.Divide(keys.Select(key => Delete(article.Id, key)), reservedRows: 1);
        if (batches.Count == 0)
            batches.Add([]);
        batches[^1].Add(Delete(article.Id, ArticleRow.Key, article.ETag));
        foreach (var batch in batches)
            await _client.SubmitTransactionAsync(batch, cancellationToken);
    }

    private static TableTransactionAction Delete(string articleId, string rowKey, ETag? etag = null) =>
        new(TableTransactionActionType.Delete, new TableEntity(articleId, rowKey), etag ?? ETag.All);

    /// <summary>Row keys of all that was found in the article.</summary>
    private IAsyncEnumerable<string> RowKeysAsync(string articleId, CancellationToken cancellationToken) =>
        _client.QueryAsync<TableEntity>(InPartition(articleId), select: ["RowKey"], cancellationToken: cancellationToken)
            .Select(row => row.RowKey)
            .Where(key => key != ArticleRow.Key);

    private static string InPartition(string articleId) => TableClient.CreateQueryFilter($"PartitionKey eq {articleId}");
}
