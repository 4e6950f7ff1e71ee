using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tables;

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
