using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tables;

/// <summary>A table whose rows repeat what the truth in <c>Articles</c> says, under the keys of a question that people ask.</summary>
public abstract class ViewTable
{
    private protected ViewTable(TableClient client) => Client = client;

    private protected TableClient Client { get; }

    internal async Task UpsertAsync(IReadOnlyList<TableEntity> rowsOfOnePartition, CancellationToken cancellationToken)
    {
        if (rowsOfOnePartition is [var row])
        {
            await Client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
            return;
        }

        var upserts = rowsOfOnePartition.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        foreach (var batch in RowBatches.Divide(upserts))
            await Client.SubmitTransactionAsync(batch, cancellationToken);
    }

    /// <summary>A row that isn't there is as good as deleted.</summary>
    internal Task DeleteAsync(string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        Client.DeleteEntityAsync(partitionKey, rowKey, ETag.All, cancellationToken);

    /// <summary>All rows, in order of key.</summary>
    internal IAsyncEnumerable<TableEntity> RowsAsync(CancellationToken cancellationToken) =>
        Client.QueryAsync<TableEntity>(cancellationToken: cancellationToken);

    /// <summary>Null when it isn't there.</summary>
    internal async Task<TableEntity?> ReadAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        var row = await Client.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>Deletes the row as it was read.</summary>
    /// <exception cref="RequestFailedException">412: somebody has written it since.</exception>
    internal Task DeleteAsync(TableEntity row, CancellationToken cancellationToken) =>
        Client.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);

    /// <summary>
    /// The partitions, in order of key: a request for a thousand rows, or for one partition that has more. The service can't list
    /// partitions alone, but the rest of a large one can be skipped.
    /// </summary>
    private protected async IAsyncEnumerable<string> PartitionKeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (last, token) = ("", (string?)null);
        while (true)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey gt {last}");
            var pages = Client.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellationToken)
                .AsPages(token);
            if (await pages.FirstOrDefaultAsync(cancellationToken) is not { } page)
                yield break;
            foreach (var row in page.Values)
            {
                if (row.PartitionKey != last)
                    yield return last = row.PartitionKey;
            }

            if (page.ContinuationToken is null)
                yield break;
            token = page.Values.Count == 0 ? page.ContinuationToken : null;   // a page may be empty and not the last
        }
    }

    /// <summary>Container and name of each row's file.</summary>
    internal IAsyncEnumerable<string> FilesAsync(CancellationToken cancellationToken) =>
        Client.QueryAsync<TableEntity>(select: ["Blob"], cancellationToken: cancellationToken).Select(row => row.GetString("Blob"));

    private protected AsyncPageable<TableEntity> Partition(string partitionKey, TimeRange range, CancellationToken cancellationToken) =>
        Client.QueryAsync<TableEntity>(
            range.Filter(TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey}")), cancellationToken: cancellationToken);
}
