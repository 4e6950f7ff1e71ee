using Ingest.Rows;
using Ingest.Tables;
using Ingest.Text;

namespace Ingest.Cli.Export;

/// <summary>What is exported of each article. Columns are only ever added, at the end: README names them.</summary>
/// <param name="Name">Of the rows, in the plural.</param>
/// <param name="NeedsFindings">Whether it takes more than the article's own row.</param>
/// <param name="Columns">In order.</param>
/// <param name="RowsOf">The values of each row, in the order of the columns.</param>
internal sealed record ExportTable(
    string Name, bool NeedsFindings, IReadOnlyList<ExportColumn> Columns, Func<WholeArticle, IEnumerable<object?[]>> RowsOf)
{
    public static ExportTable Articles { get; } = new(
        "articles",
        NeedsFindings: false,
        [
            ExportColumn.Text("id"), ExportColumn.Text("blob"), ExportColumn.Text("title"), ExportColumn.Text("byline"),
            ExportColumn.Text("publisher"),
            ExportColumn.Text("section"), ExportColumn.Text("published"), ExportColumn.Text("modified"), ExportColumn.Time("uploaded"),
            ExportColumn.Text("publication"), ExportColumn.Text("language"), ExportColumn.Text("url"), ExportColumn.Text("format"),
            ExportColumn.Number("length"), ExportColumn.Number("entities"), ExportColumn.Number("quotes"), ExportColumn.Text("engine"),
        ],
        whole => [RowOf(whole.Article)]);

    public static ExportTable Entities { get; } = new(
        "entities",
        NeedsFindings: true,
        [
            .. OfArticle,
            ExportColumn.Text("key"), ExportColumn.Text("type"), ExportColumn.Text("name"), ExportColumn.Text("role"),
            ExportColumn.Number("mentions"),
            ExportColumn.Share("salience"),
        ],
        whole => whole.Entities.Select(entity => RowOf(whole.Article, entity)));

    public static ExportTable Quotes { get; } = new(
        "quotes",
        NeedsFindings: true,
        [
            .. OfArticle,
            ExportColumn.Number("number"), ExportColumn.Text("kind"), ExportColumn.Text("text"), ExportColumn.Text("speaker"),
            ExportColumn.Text("speakerKey"),
            ExportColumn.Text("speakerName"), ExportColumn.Text("cue"), ExportColumn.Share("confidence"), ExportColumn.Text("speakerKind"),
            ExportColumn.Text("jointKeys"), ExportColumn.Text("jointNames"),
        ],
        whole => whole.Quotes.Select(quote => RowOf(whole.Article, quote)));

    public static IReadOnlyList<ExportTable> All { get; } = [Articles, Entities, Quotes];

    private static IEnumerable<ExportColumn> OfArticle =>
        [
            ExportColumn.Text("articleId"),
            ExportColumn.Text("blob"),
            ExportColumn.Text("title"),
            ExportColumn.Text("publisher"),
            ExportColumn.Text("published")];

    private static object?[] RowOf(ArticleRow article) =>
    [
        article.Id, article.Blob, article.Title, article.Byline, article.Publisher, article.Section, article.Published, article.Modified,
        article.Uploaded,
        article.Publication, article.Language, article.Url, article.Format, article.Length, article.Entities, article.Quotes,
        article.Engine,
    ];

    private static object?[] RowOf(ArticleRow article, EntityRow entity) =>
    [
        article.Id, article.Blob, article.Title, article.Publisher, article.Published,
        entity.EntityKey, entity.Type.ToContractWord(), entity.Name, entity.Role, entity.Mentions, entity.Salience,
    ];

    private static object?[] RowOf(ArticleRow article, QuoteRow quote) =>
    [
        article.Id, article.Blob, article.Title, article.Publisher, article.Published,
        quote.Number, quote.Kind.ToContractWord(), quote.Text, quote.Speaker, quote.SpeakerKey, quote.SpeakerName, quote.Cue,
        quote.Confidence, quote.SpeakerKind, quote.JointKeys, quote.JointNames,
    ];
}
