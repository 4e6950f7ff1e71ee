using Azure.Data.Tables;

namespace Ingest.Rows;

/// <summary>
/// Rows of the views by the time in their keys: when the article was published or, where it doesn't say, uploaded; of failures, when the
/// file was uploaded. A missing time of day counts as midnight, a missing zone as UTC.
/// </summary>
/// <param name="Since">The first moment; null: from the beginning of time.</param>
/// <param name="Until">The moment after the last one; null: to the end.</param>
public readonly record struct TimeRange(DateTimeOffset? Since = null, DateTimeOffset? Until = null)
{
    // The sign after the "|" that stands behind the time.
    private const string AfterTime = "}";

    /// <summary>The first day that a row of the range may stand under: a zone takes it to the day before that of UTC.</summary>
    internal DateOnly FirstDay =>
        Since is { } since && DayOf(since) is var day && day > DateOnly.MinValue ? day.AddDays(-1) : DateOnly.MinValue;

    /// <summary>The last one: a zone takes it to the day after.</summary>
    internal DateOnly LastDay =>
        Until is { } until && DayOf(until) is var day && day < DateOnly.MaxValue ? day.AddDays(1) : DateOnly.MaxValue;

    /// <summary>The filter of a query for rows of the range; null for all there are.</summary>
    /// <param name="beside">What else must hold.</param>
    internal string? Filter(string? beside = null)
    {
        string?[] all =
        [
            beside,
            Until is { } until ? TableClient.CreateQueryFilter($"RowKey ge {TableKey.NewestFirst(until) + AfterTime}") : null,
            Since is { } since ? TableClient.CreateQueryFilter($"RowKey lt {TableKey.NewestFirst(since) + AfterTime}") : null,
        ];
        return all.Any(part => part is not null) ? string.Join(" and ", all.OfType<string>()) : null;
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
