using Azure.Data.Tables;
using Ingest.Text.Entities;

namespace Ingest.Rows;

/// <summary>That an article mentions an entity: <c>MentionsByEntity</c>, newest first.</summary>
/// <param name="EntityKey">Who or what is mentioned.</param>
/// <param name="Type">What that is.</param>
/// <param name="Name">Its name in this article.</param>
/// <param name="Role">Its title or role in this article.</param>
/// <param name="ArticleId">Id of the article.</param>
/// <param name="Blob">Container and name of the file.</param>
/// <param name="Title">The article's headline.</param>
/// <param name="Published">ISO 8601, as exact as the article says it.</param>
/// <param name="Mentions">How often.</param>
/// <param name="Salience">How central it is to the article, from 0 to 1.</param>
public sealed record MentionRow(
    string EntityKey,
    EntityType Type,
    string Name,
    string? Role,
    string ArticleId,
    string Blob,
    string? Title,
    string? Published,
    int Mentions,
    double Salience)
{
    /// <summary>When the article was published or, where it doesn't say, uploaded.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Dates, sums of money and percentages are nobody to look up.</summary>
    internal static bool IsViewed(EntityType type) => !type.IsFigure();

    internal static TableEntity ToEntity(ArticleRow article, EntityRow entity) => RowLimits.Check(
        new TableEntity(TableKey.Encode(entity.EntityKey), $"{TableKey.NewestFirst(article.Time)}|{article.Id}")
            .With(nameof(EntityKey), entity.EntityKey)
            .With(nameof(Type), entity.Type)
            .With(nameof(Name), entity.Name)
            .With(nameof(Role), entity.Role)
            .WithArticle(article)
            .With(nameof(Mentions), entity.Mentions)
            .With(nameof(Salience), entity.Salience));

    internal static MentionRow Of(TableEntity row) => new(
        row.GetString(nameof(EntityKey)),
        row.GetEnum<EntityType>(nameof(Type)),
        row.GetString(nameof(Name)),
        row.GetString(nameof(Role)),
        row.GetString(nameof(ArticleId)),
        row.GetString(nameof(Blob)),
        row.GetString(nameof(Title)),
        row.GetString(nameof(Published)),
        row.GetInt32(nameof(Mentions)) ?? 0,
        row.GetDouble(nameof(Salience)) ?? 0)
    {
        Time = TableKey.TimeOf(row.RowKey),
    };
}
