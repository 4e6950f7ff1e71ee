using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tables;

/// <summary>
/// The view by day: a row for each article that was read. A list of the newest costs a request for a thousand of them, and one for each
/// day that is looked for.
/// </summary>
public sealed class ArticlesByDayTable : ViewTable
{
    internal ArticlesByDayTable(TableClient client)
        : base(client)
    {
    }

    /// <summary>All articles, newest first.</summary>
    public IAsyncEnumerable<DayRow> NewestFirstAsync(CancellationToken cancellationToken) => NewestFirstAsync(default, cancellationToken);

    /// <summary>Articles of that time, newest first.</summary>
    public IAsyncEnumerable<DayRow> NewestFirstAsync(TimeRange range, CancellationToken cancellationToken) =>
        DayPartitions.NewestFirst(Client, range, cancellationToken).Select(DayRow.Of);
}
