using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Html;
using Ingest.Text.Articles.Lines;
using Ingest.Text.Articles.PlainText;
using Markdig;

namespace Ingest.Text.Articles.Markdown;

/// <summary>
/// Reads Markdown as the page that it makes, with the fields above it. It is read as plain text in three cases: so many links have no end
/// that searching for it would take for ever; so many links are defined or stand bare that searching for each among all would; or its
/// tables have more cells than a page may have elements.
/// </summary>
internal static class MarkdownReader
{
    /// <summary>
    /// Signs that Markdig goes over to find the ends of links, some 3 ns each. A thousand links of a hundred signs are a thousandth of it.
    /// </summary>
    private const long MaxLinkCost = 100_000_000;

    /// <summary>
    /// Links and footnotes that are defined, and addresses: for each, Markdig goes over all the others, or over those of its paragraph. An
    /// essay has a hundred.
    /// </summary>
    private const int MaxLinks = 10_000;

    private static readonly Lazy<MarkdownPipeline> Pipeline =
        new(() => new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseFigures().UseAutoLinks().Build());

    /// <exception cref="ArticleFormatException">It holds no text of an article, or nests too deep.</exception>
    public static Article Read(string text, ArticleLimits limits)
    {
        text = text.TrimStart('\ufeff', '\r', '\n', ' ');
        if (LinkBrackets.CostOf(text) > MaxLinkCost
            || CountOf(text, "]:", "://", "www.") > MaxLinks
            || TableCells.CountOf(text) > limits.MaxElements)
            return PlainTextReader.Read(text);
        var front = FrontMatter.Of(text);
        var html = ToHtml(text[front.Length..]);
        // Headline, byline and day are found as on any page; the body is all that the text has.
        var page = HtmlReader.Read($"<!doctype html><html><body><article>{html}</article></body></html>", limits);
        var body = BodyText.OfHtml(html, page.Title, limits);
        var declared = new Article
        {
            Format = ArticleFormat.Markdown,
            Text = body.Text,
            Title = front.Text("title", "headline"),
            Byline = [.. front.Texts("author", "authors", "byline").SelectMany(said => Byline.NamesOf(said))],
            Publisher = front.Text("publisher", "source", "site"),
            Section = front.Text("section", "category", "categories"),
            Dateline = front.Text("dateline", "location"),
            Published = MachineDate.Of(front.Text("published_time", "date", "published", "publishdate", "pubDate")),
            Modified = MachineDate.Of(front.Text("modified_time", "modified", "updated", "lastmod")),
            Language = front.Text("lang", "language", "locale"),
            Url = front.Text("url", "canonical", "canonical_url", "source_url", "link"),
            Keywords = front.Texts("tags", "keywords"),
            LeftOut = body.LeftOut,
            Captions = body.Captions,
        }.From(FieldOrigin.Markup);
        return (declared with
        {
            Title = declared.Title ?? page.Title,
            Byline = declared.Byline.Count > 0 ? declared.Byline : page.Byline,
            Published = declared.Published ?? page.Published,
            Modified = declared.Modified ?? page.Modified,
        }).From(FieldOrigin.VisibleText);
    }

    private static int CountOf(ReadOnlySpan<char> text, params ReadOnlySpan<string> marks)
    {
        var count = 0;
        foreach (var mark in marks)
            count += text.Count(mark);
        return count;
    }

    private static string ToHtml(string text)
    {
        try
        {
            return Markdig.Markdown.ToHtml(text, Pipeline.Value);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit of 128 levels.
            throw new ArticleFormatException(
                ArticleFormatCodes.TooDeep, "Lists or quotes nest more than 128 deep.", ArticleFormat.Markdown);
        }
    }
}
