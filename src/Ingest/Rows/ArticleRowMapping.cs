using Azure.Data.Tables;

namespace Ingest.Rows;

/// <summary>The columns of an article's row: each is written and read here.</summary>
internal static class ArticleRowMapping
{
    /// <exception cref="InvalidOperationException">It is larger than the service takes.</exception>
    public static TableEntity ToEntity(this ArticleRow article)
    {
        var row = new TableEntity(article.Id, ArticleRow.Key)
            .With(nameof(ArticleRow.Blob), article.Blob)
            .With(nameof(ArticleRow.Status), article.Status)
            .With(nameof(ArticleRow.BlobETag), article.BlobETag)
            .With(nameof(ArticleRow.BlobVersionId), article.BlobVersionId)
            .With(nameof(ArticleRow.Engine), article.Engine)
            .With(nameof(ArticleRow.Uploaded), article.Uploaded)
            .With(nameof(ArticleRow.Format), article.Format)
            .With(nameof(ArticleRow.Title), article.Title)
            .With(nameof(ArticleRow.Byline), article.Byline)
            .With(nameof(ArticleRow.Publisher), article.Publisher)
            .With(nameof(ArticleRow.Section), article.Section)
            .With(nameof(ArticleRow.Published), article.Published)
            .With(nameof(ArticleRow.Modified), article.Modified)
            .With(nameof(ArticleRow.Publication), article.Publication)
            .With(nameof(ArticleRow.Embargo), article.Embargo)
            .With(nameof(ArticleRow.Version), article.Version)
            .With(nameof(ArticleRow.Language), article.Language)
            .With(nameof(ArticleRow.Url), article.Url)
            .With(nameof(ArticleRow.Length), article.Length)
            .With(nameof(ArticleRow.Entities), article.Entities)
            .With(nameof(ArticleRow.Quotes), article.Quotes)
            .With(nameof(ArticleRow.Reason), article.Reason)
            .With(nameof(ArticleRow.Message), article.Message)
            .With(nameof(ArticleRow.Stage), article.Stage);
        if (article.Reason is not null)
            row[nameof(ArticleRow.Attempts)] = article.Attempts;
        if (article.Articles is { } articles)
            row[nameof(ArticleRow.Articles)] = articles;
        row.With(nameof(ArticleRow.Pass), article.Pass);
        OpenRun.Write(row, article.Runs);
        article.Manifest.Write(row);
        return RowLimits.Check(row);
    }

    public static ArticleRow ToArticle(this TableEntity row) => new()
    {
        Id = row.PartitionKey,
        Blob = row.GetString(nameof(ArticleRow.Blob)),
        Status = row.GetEnum<ArticleStatus>(nameof(ArticleRow.Status)),
        BlobETag = row.GetString(nameof(ArticleRow.BlobETag)),
        BlobVersionId = row.GetString(nameof(ArticleRow.BlobVersionId)),
        Engine = row.GetString(nameof(ArticleRow.Engine)),
        Uploaded = row.GetDateTimeOffset(nameof(ArticleRow.Uploaded))!.Value,
        Format = row.GetString(nameof(ArticleRow.Format)),
        Title = row.GetString(nameof(ArticleRow.Title)),
        Byline = row.GetString(nameof(ArticleRow.Byline)),
        Publisher = row.GetString(nameof(ArticleRow.Publisher)),
        Section = row.GetString(nameof(ArticleRow.Section)),
        Published = row.GetString(nameof(ArticleRow.Published)),
        Modified = row.GetString(nameof(ArticleRow.Modified)),
        Publication = row.GetString(nameof(ArticleRow.Publication)),
        Embargo = row.GetString(nameof(ArticleRow.Embargo)),
        Version = row.GetString(nameof(ArticleRow.Version)),
        Language = row.GetString(nameof(ArticleRow.Language)),
        Url = row.GetString(nameof(ArticleRow.Url)),
        Length = row.GetInt32(nameof(ArticleRow.Length)) ?? 0,
        Entities = row.GetInt32(nameof(ArticleRow.Entities)) ?? 0,
        Quotes = row.GetInt32(nameof(ArticleRow.Quotes)) ?? 0,
        Articles = row.GetInt32(nameof(ArticleRow.Articles)),
        Reason = row.GetString(nameof(ArticleRow.Reason)),
        Message = row.GetString(nameof(ArticleRow.Message)),
        Stage = row.GetString(nameof(ArticleRow.Stage)),
        Attempts = row.GetInt32(nameof(ArticleRow.Attempts)) ?? 0,
        Written = row.Timestamp ?? default,
        Runs = OpenRun.Read(row),
        Pass = row.GetString(nameof(ArticleRow.Pass)),
        Manifest = RowManifest.Read(row),
        ETag = row.ETag,
    };
}
