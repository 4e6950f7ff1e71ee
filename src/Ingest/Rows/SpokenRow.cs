using Azure.Data.Tables;

namespace Ingest.Rows;

/// <summary>
/// A quote among all that its speaker said: <c>QuotesBySpeaker</c>, newest first. What several say together has a row with each of them.
/// </summary>
/// <param name="Quote">The quote.</param>
/// <param name="ArticleId">Id of the article.</param>
/// <param name="Blob">Container and name of the file.</param>
/// <param name="Title">The article's headline.</param>
/// <param name="Published">ISO 8601, as exact as the article says it.</param>
public sealed record SpokenRow(QuoteRow Quote, string ArticleId, string Blob, string? Title, string? Published)
{
    /// <summary>
    /// Begins the keys of the sixteen partitions of quotes whose speaker is none of the article's entities, and the key of no entity. They
    /// are divided by the first digit of the article's id, for there are several in an article: all in one would be the partition that
    /// first meets the service's limit.
    /// </summary>
    internal const string NobodyKnown = "-";

    /// <summary>When the article was published or, where it doesn't say, uploaded.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Whether it holds these words, case aside; null for any.</summary>
    public bool IsAbout(string? words) => words is null || Quote.Text.Contains(words, StringComparison.OrdinalIgnoreCase);

    internal static IEnumerable<TableEntity> ToEntities(ArticleRow article, QuoteRow quote) =>
        quote.SpeakerKeys.DefaultIfEmpty(NobodyKnown + article.Id[0]).Select(speaker => ToEntity(article, quote, speaker));

    /// <summary>Whether it stands with a joint speaker, so that the row with the first one says the same.</summary>
    internal static bool IsRepeat(TableEntity row) =>
        row.GetString(nameof(QuoteRow.JointKeys)) is not null
        && row.PartitionKey != TableKey.Encode(row.GetString(nameof(QuoteRow.SpeakerKey)));

    private static TableEntity ToEntity(ArticleRow article, QuoteRow quote, string speaker) => RowLimits.Check(
        quote.WriteTo(new TableEntity(
                TableKey.Encode(speaker),
                $"{TableKey.NewestFirst(article.Time)}|{article.Id}|{Columns.Number(quote.Number)}"))
            .WithArticle(article));

    internal static SpokenRow Of(TableEntity row) => new(
        QuoteRow.Of(row),
        row.GetString(nameof(ArticleId)),
        row.GetString(nameof(Blob)),
        row.GetString(nameof(Title)),
        row.GetString(nameof(Published)))
    {
        Time = TableKey.TimeOf(row.RowKey),
    };
}
