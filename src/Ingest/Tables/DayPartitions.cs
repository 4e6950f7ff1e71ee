using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tables;

/// <summary>
/// Rows of a table whose partitions are days, the newest day first. The service scans partitions in rising order only, so each day before
/// another is looked for: one request when it is the day just before, and some twenty for a gap of centuries.
/// </summary>
internal static class DayPartitions
{
    public static async IAsyncEnumerable<TableEntity> NewestFirst(
        TableClient table, TimeRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (firstDay, lastDay) = (range.FirstDay, range.LastDay);
        DateOnly? day = await HasRowsAsync(table, lastDay, lastDay, cancellationToken)
            ? lastDay
            : await LastBeforeAsync(table, lastDay, firstDay, cancellationToken);
        while (day is { } found)
        {
            var filter = range.Filter(TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Day(found)}"));
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
                yield return row;
            day = await LastBeforeAsync(table, found, firstDay, cancellationToken);
        }
    }

    private static async Task<DateOnly?> LastBeforeAsync(
        TableClient table, DateOnly end, DateOnly least, CancellationToken cancellationToken)
    {
        var last = end.DayNumber - 1;
        if (last < least.DayNumber)
            return null;
        var first = last;
        for (var width = 1; !await HasRowsAsync(table, first, last, cancellationToken); width *= 2)
        {
            if (first <= least.DayNumber)
                return null;
            last = first - 1;
            first = Math.Max(least.DayNumber, first - width);
        }

        while (first < last)
        {
            var middle = last - (last - first) / 2;
            if (await HasRowsAsync(table, middle, last, cancellationToken))
                first = middle;
            else
                last = middle - 1;
        }

        return DateOnly.FromDayNumber(first);
    }

    private static Task<bool> HasRowsAsync(TableClient table, int first, int last, CancellationToken cancellationToken) =>
        HasRowsAsync(table, DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last), cancellationToken);

    private static async Task<bool> HasRowsAsync(TableClient table, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {TableKey.Day(first)} and PartitionKey le {TableKey.Day(last)}");
        return await table.QueryAsync<TableEntity>(filter, maxPerPage: 1, select: ["PartitionKey"], cancellationToken)
            .AnyAsync(cancellationToken);
    }
}
