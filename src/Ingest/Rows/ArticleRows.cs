using Azure.Data.Tables;
using Ingest.Blobs;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Rows;

/// <summary>All rows that one article makes: its row, what was found in it, and its rows in the views.</summary>
/// <param name="Article">Its manifest names the rows of the views.</param>
/// <param name="Findings">Entities and quotes, in the article's partition.</param>
/// <param name="Views">Each with the table it belongs to.</param>
/// <param name="Extraction">What the rows were made from; null for a file that can't be read.</param>
internal sealed record ArticleRows(
    ArticleRow Article,
    IReadOnlyList<TableEntity> Findings,
    IReadOnlyList<(IngestTable Table, TableEntity Row)> Views,
    Extraction? Extraction)
{
    /// <summary>
    /// Rows of all articles of a file. The first one's manifest names the rows of the others, and the others each have their own. What
    /// couldn't be read beside them has its rows with the first.
    /// </summary>
    public static IReadOnlyList<ArticleRows> Of(BlobVersion blob, FileContents<Extraction> extractions)
    {
        var articles = extractions
            .Select((extraction, i) => Of(ArticleId.Of(blob.Container, blob.Name, i + 1), blob, extraction))
            .ToList();
        var first = articles[0];
        var others = RowManifest.Of(articles.Skip(1).Select(other => new RowAddress(IngestTable.Articles, other.Article.Id, ArticleRow.Key)));
        var failures = extractions.Unread.Select(file => (IngestTable.Failures, FailureRow.Of(blob, file).ToEntity())).ToList();
        articles[0] = first with
        {
            Article = first.Article with { Articles = articles.Count, Manifest = first.Article.Manifest.Union(others).Union(ManifestOf(failures)) },
            Views = [.. first.Views, .. failures],
        };
        return articles;
    }

    public static ArticleRows Of(BlobVersion blob, FailureRow failure)
    {
        var article = ArticleRow.Of(ArticleRow.Of(ArticleId.Of(blob.Container, blob.Name), blob, failure).ToEntity());
        return With(article, [], [.. ViewsOf(article, [], [])], extraction: null);
    }

    private static ArticleRows Of(string id, BlobVersion blob, Extraction extraction)
    {
        // As the tables will have it: what follows from it can be worked out again from there.
        var article = ArticleRow.Of(ArticleRow.Of(id, blob, extraction).ToEntity());
        var text = extraction.Article.Text;
        var entities = extraction.Entities.DistinctBy(entity => entity.Key).Select(entity => EntityRow.ToEntity(id, entity)).ToList();
        var quotes = extraction.Quotes.Select((quote, i) => QuoteRow.ToEntity(id, i + 1, quote, text)).ToList();
        var views = ViewsOf(article, entities.Select(EntityRow.Of), quotes.Select(QuoteRow.Of));
        return With(article, [.. entities, .. quotes], [.. views], extraction);
    }

    /// <summary>The rows of the views, which follow from the truth.</summary>
    public static IEnumerable<(IngestTable Table, TableEntity Row)> ViewsOf(
        ArticleRow article, IEnumerable<EntityRow> entities, IEnumerable<QuoteRow> quotes) => article.Status == ArticleStatus.Failed
        ? [(IngestTable.Failures, FailureRow.Of(article).ToEntity())]
        : entities
            .Where(entity => MentionRow.IsViewed(entity.Type))
            .Select(entity => (IngestTable.MentionsByEntity, MentionRow.ToEntity(article, entity)))
            .Concat(quotes.Select(quote => (IngestTable.QuotesBySpeaker, SpokenRow.ToEntity(article, quote))))
            .Prepend((IngestTable.ArticlesByDay, DayRow.ToEntity(article)));

    private static ArticleRows With(
        ArticleRow article, List<TableEntity> findings, List<(IngestTable Table, TableEntity Row)> views, Extraction? extraction) => new(
        article with { Manifest = ManifestOf(views) },
        findings,
        views,
        extraction);

    private static RowManifest ManifestOf(IEnumerable<(IngestTable Table, TableEntity Row)> views) =>
        RowManifest.Of(views.Select(view => new RowAddress(view.Table, view.Row.PartitionKey, view.Row.RowKey)));
}
