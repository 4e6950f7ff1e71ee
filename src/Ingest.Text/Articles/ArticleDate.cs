using System.Globalization;

namespace Ingest.Text.Articles;

/// <summary>A day, with time and zone where they are known. Nothing is made up that the file does not say.</summary>
public readonly record struct ArticleDate(DateOnly Day, TimeOnly? Time = null, TimeSpan? Offset = null)
{
    /// <summary>For order: a missing time counts as midnight, a missing zone as UTC.</summary>
    public DateTimeOffset ToInstant() => new(Day.ToDateTime(Time ?? TimeOnly.MinValue), Offset ?? TimeSpan.Zero);

    /// <summary>ISO 8601: <c>2017-07-09</c>, <c>2017-07-09T14:05:00</c>, <c>2017-07-09T14:05:00-04:00</c>; UTC is <c>Z</c>.</summary>
    public override string ToString()
    {
        var day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } time)
            return day;
        var stamp = $"{day}T{time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
        return Offset switch
        {
            null => stamp,
            { Ticks: 0 } => stamp + "Z",
            { } offset => stamp + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture),
        };
    }
}
