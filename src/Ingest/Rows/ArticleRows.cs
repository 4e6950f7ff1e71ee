using Azure.Data.Tables;
using Ingest.Blobs;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Rows;

/// <summary>
/// All rows that one article makes: its row, what was found in it, and its rows in the views. Only the first is kept; the others are made
/// whenever they are asked for, since those of a file of thousands of articles would take several times the memory of what was found in
/// them.
/// </summary>
internal sealed record ArticleRows
{
    private readonly IReadOnlyList<FailureRow> _members;

    private ArticleRows(ArticleRow article, Extraction? extraction, IReadOnlyList<FailureRow> members)
    {
        (Article, Extraction, _members) = (article, extraction, members);
        Article =
            article with
            {
                Manifest = RowManifest.Of(Views.Select(view => new RowAddress(
                view.Table, view.Row.PartitionKey, view.Row.RowKey)))
            };
    }

    /// <summary>Its manifest names the rows of the views.</summary>
    public ArticleRow Article { get; init; }

    /// <summary>What the rows are made from; null for a file that can't be read.</summary>
    public Extraction? Extraction { get; }

    /// <summary>Entities and quotes, in the article's partition.</summary>
    public IReadOnlyList<TableEntity> Findings => [.. Entities, .. Quotes];

    /// <summary>Each with the table it belongs to.</summary>
    public IEnumerable<(IngestTable Table, TableEntity Row)> Views =>
        ViewsOf(
            Article,
            Entities.Select(EntityRow.Of),
            Quotes.Select(QuoteRow.Of)).Concat(_members.Select(member => (IngestTable.Failures, member.ToEntity())));

    private IEnumerable<TableEntity> Entities =>
        Extraction is null
            ? []
            : Extraction.Entities.DistinctBy(entity => entity.Key).Select(entity => EntityRow.ToEntity(Article.Id, entity));

    private IEnumerable<TableEntity> Quotes =>
        Extraction is null
            ? []
            : Extraction.Quotes.Select((quote, i) => QuoteRow.ToEntity(Article.Id, i + 1, quote, Extraction.Article.Text));

    /// <summary>
    /// Rows of all articles of a file. The first one's manifest names the rows of the others, and the others each have their own. What
    /// couldn't be read beside them has its rows with the first.
    /// </summary>
    public static IReadOnlyList<ArticleRows> Of(BlobVersion blob, FileContents<Extraction> extractions)
    {
        var members = extractions.Unread.Select(file => FailureRow.Of(blob, file)).ToList();
        var articles = extractions
            .Select((extraction, i) => Of(ArticleId.Of(blob.Container, blob.Name, i + 1), blob, extraction, i == 0 ? members : []))
            .ToList();
        var first = articles[0];
        var others =
            RowManifest.Of(articles.Skip(1).Select(other => new RowAddress(IngestTable.Articles, other.Article.Id, ArticleRow.Key)));
        articles[0] =
            first with { Article = first.Article with { Articles = articles.Count, Manifest = first.Article.Manifest.Union(others) } };
        return articles;
    }

    public static ArticleRows Of(BlobVersion blob, FailureRow failure) =>
        new(AsStored(ArticleRow.Of(ArticleId.Of(blob.Container, blob.Name), blob, failure)), extraction: null, members: []);

    private static ArticleRows Of(string id, BlobVersion blob, Extraction extraction, IReadOnlyList<FailureRow> members) =>
        new(AsStored(ArticleRow.Of(id, blob, extraction)), extraction, members);

    /// <summary>As the tables will have it: what follows from it can be worked out again from there.</summary>
    private static ArticleRow AsStored(ArticleRow article) => article.ToEntity().ToArticle();

    /// <summary>The rows of the views, which follow from the truth.</summary>
    public static IEnumerable<(IngestTable Table, TableEntity Row)> ViewsOf(
        ArticleRow article, IEnumerable<EntityRow> entities, IEnumerable<QuoteRow> quotes) => article.Status == ArticleStatus.Failed
        ? [(IngestTable.Failures, FailureRow.Of(article).ToEntity())]
        : entities
            .Where(entity => MentionRow.IsViewed(entity.Type))
            .Select(entity => (IngestTable.MentionsByEntity, MentionRow.ToEntity(article, entity)))
            .Concat(quotes.SelectMany(quote => SpokenRow.ToEntities(article, quote)).Select(row => (IngestTable.QuotesBySpeaker, row)))
            .Prepend((IngestTable.ArticlesByDay, DayRow.ToEntity(article)));
}
