using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tables;

/// <summary>
/// What can't be read: a row for each file, and for each file or article within one, by the day of its upload. A list costs a request for
/// a thousand rows, and one for each day that is looked for.
/// </summary>
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
