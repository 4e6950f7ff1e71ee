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
    public IAsyncEnumerable<DayRow> NewestFirstAsync(CancellationToken cancellationToken) => NewestFirstAsync(since: null, cancellationToken);

    /// <summary>Articles from that day on, newest first.</summary>
    public IAsyncEnumerable<DayRow> NewestFirstAsync(DateOnly? since, CancellationToken cancellationToken) =>
        DayPartitions.NewestFirst(Client, cancellationToken).Select(DayRow.Of).TakeWhile(row => since is null || row.Day >= since);
}
