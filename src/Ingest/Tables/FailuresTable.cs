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
        NewestFirstAsync(default, cancellationToken);

    /// <summary>Failures of files that were uploaded at that time, newest first.</summary>
    public IAsyncEnumerable<FailureRow> NewestFirstAsync(TimeRange range, CancellationToken cancellationToken) =>
        DayPartitions.NewestFirst(Client, range, cancellationToken).Select(FailureRow.Of);
}
