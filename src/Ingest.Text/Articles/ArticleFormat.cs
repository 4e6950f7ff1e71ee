namespace Ingest.Text.Articles;

/// <summary>The format of the article itself, whatever archive or list contains it.</summary>
public enum ArticleFormat : byte
{
    PlainText,
    Html,
    Markdown,

    /// <summary>IPTC's news in JSON, 1 to 3.</summary>
    Ninjs,

    /// <summary>schema.org's <c>NewsArticle</c> and its kin as JSON-LD.</summary>
    JsonLd,

    /// <summary>An object with the usual field names.</summary>
    Json,
    Nitf,
    NewsMLG2,
    NewsML1,
    Rss,
    Atom,

    /// <summary>A message of Internet mail.</summary>
    Mail,
    Docx,
    Pdf,

    /// <summary>A row of a table, as CSV or TSV.</summary>
    Csv,
}
