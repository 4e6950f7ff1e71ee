using System.Globalization;
using Azure.Data.Tables;

namespace Ingest.Rows;

/// <summary>An article in the list of its day: <c>ArticlesByDay</c>, newest first.</summary>
/// <param name="ArticleId">Id of the article.</param>
/// <param name="Day">The day it was published; when it doesn't say, the day it was uploaded, in UTC.</param>
/// <param name="Blob">Container and name of the file.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Published">ISO 8601, as exact as the article says it.</param>
/// <param name="Entities">Number of them.</param>
/// <param name="Quotes">Number of them.</param>
public sealed record DayRow(
    string ArticleId,
    DateOnly Day,
    string Blob,
    string? Title,
    string? Publisher,
    string? Published,
    int Entities,
    int Quotes)
{
    /// <summary>When it was published or, where it doesn't say, uploaded.</summary>
    public DateTimeOffset Time { get; init; }

    internal static TableEntity ToEntity(ArticleRow article) => RowLimits.Check(
        new TableEntity(TableKey.Day(article.Day), $"{TableKey.NewestFirst(article.Time)}|{article.Id}")
            .WithArticle(article)
            .With(nameof(Publisher), article.Publisher)
            .With(nameof(Entities), article.Entities)
            .With(nameof(Quotes), article.Quotes));

    internal static DayRow Of(TableEntity row) => new(
        row.GetString(nameof(ArticleId)),
        DateOnly.ParseExact(row.PartitionKey, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.GetString(nameof(Blob)),
        row.GetString(nameof(Title)),
        row.GetString(nameof(Publisher)),
        row.GetString(nameof(Published)),
        row.GetInt32(nameof(Entities)) ?? 0,
        row.GetInt32(nameof(Quotes)) ?? 0)
    {
        Time = TableKey.TimeOf(row.RowKey),
    };
}
