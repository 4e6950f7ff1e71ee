using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tables;

public sealed class FailuresTable : ViewTable
{
    internal FailuresTable(TableClient client)
        : base(client)
    {
    }

    /// <summary>All failures, newest first.</summary>
    public IAsyncEnumerable<FailureRow> NewestFirstAsync(CancellationToken cancellationToken) =>
        DayPartitions.NewestFirst(Client, cancellationToken).Select(FailureRow.Of);
}
