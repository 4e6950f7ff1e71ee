using System.Globalization;
using Ingest.Text.Articles;

namespace Ingest.Rows;

/// <summary>A date of an article as a column holds it: what <see cref="ArticleDate.ToString"/> writes.</summary>
internal static class StoredDate
{
    /// <summary>The instant; where the date doesn't say, midnight and UTC.</summary>
    public static DateTimeOffset ToInstant(string published)
    {
        const int day = 10, seconds = 19;
        var time = published.Length < seconds
            ? TimeOnly.MinValue
            : TimeOnly.ParseExact(published.AsSpan(day + 1, 8), "HH:mm:ss", CultureInfo.InvariantCulture);
        var utc = DayOf(published).ToDateTime(time).Ticks;
        if (published.Length > seconds + 1)   // +02:00, and not Z
            utc -= (published[seconds] == '-' ? -1 : 1) * TimeSpan.ParseExact(
                published.AsSpan(seconds + 1), "hh\\:mm", CultureInfo.InvariantCulture).Ticks;
        // A zone can move the first and the last day of the calendar out of it.
        return new DateTimeOffset(Math.Clamp(utc, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    public static DateOnly DayOf(string published) =>
        DateOnly.ParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
