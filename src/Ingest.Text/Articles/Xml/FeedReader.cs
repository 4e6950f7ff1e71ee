using System.Xml.Linq;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 0.3 and 1.0: an article for each entry that has text. It reads what is there instead of
/// what a version demands; System.ServiceModel.Syndication refuses a third of the feeds that are about.
/// </summary>
internal static class FeedReader
{
    public static IEnumerable<Article> Read(XElement root)
    {
        var feed = root.DescendantsAndSelf().FirstOrDefault(element => element.Local() is "channel" or "Channel") ?? root;
        return root.DescendantsAndSelf().Where(element => element.Local() is "item" or "entry").Select(entry => Read(entry, feed)).OfType<Article>();
    }

    private static Article? Read(XElement entry, XElement feed)
    {
        var title = Plain(Own(entry, "title")) ?? Plain(Module(entry, "purl.org/dc", "title"));
        var body = Body(entry, title);
        if (body.IsEmpty)
            return null;
        var modified = Date(entry, "updated", "modified");
        return new Article
        {
            Format = entry.Local() == "entry" ? ArticleFormat.Atom : ArticleFormat.Rss,
            Text = body.Text,
            Title = title,
            Byline = Names(entry) is { Count: > 0 } names ? names : feed.Local() == "feed" ? Names(feed) : [],
            Publisher = Module(entry, "purl.org/dc", "publisher").Said() ?? Plain(Own(entry, "source") is { HasElements: true } source ? Own(source, "title") : Own(entry, "source")) ?? Plain(Own(feed, "title")),
            Published = Date(entry, "pubDate", "published", "issued", "date", "created") ?? modified,
            Modified = modified,
            Language = entry.Lang() ?? Module(entry, "purl.org/dc", "language").Said() ?? feed.Lang() ?? Own(feed, "language").Said() ?? Module(feed, "purl.org/dc", "language").Said(),
            Url = Link(entry),
            Keywords = [.. Keywords(entry).Distinct(StringComparer.Ordinal)],
            LeftOut = body.LeftOut,
            Captions = body.Captions,
        }.From(FieldOrigin.Markup);
    }

    /// <summary>The whole text before the summary.</summary>
    private static BodyText Body(XElement entry, string? title)
    {
        foreach (var part in new[]
                 {
                     Module(entry, "modules/content", "encoded"), Module(entry, "xhtml", "body"), Module(entry, "xhtml", "div"), Own(entry, "content"), Own(entry, "fulltext"),
                     Own(entry, "description"), Own(entry, "summary"), Module(entry, "purl.org/dc", "description"),
                 })
        {
            if (part is null || part.Attr("type") is "base64" or "application/octet-stream" || part.Attr("mode") == "base64" || part.Attr("type")?.StartsWith("image/", StringComparison.Ordinal) == true)
                continue;
            var body = part.HasElements ? BodyText.OfHtml(part.ToHtml(), title) : BodyText.Of(part.Value, title);
            if (!body.IsEmpty)
                return body;
        }

        return BodyText.None;
    }

    /// <summary>RSS gives an address with the name in brackets, Atom an element; dc:creator is a name.</summary>
    private static IReadOnlyList<string> Names(XElement around)
    {
        var creators = around.Elements().Where(element => element.Local() == "creator").Select(element => element.Said());
        var authors = around.Elements().Where(element => element.Local() == "author" && IsOwn(element)).Select(element => element.Child("name").Said() ?? element.Said());
        return [.. creators.Concat(authors).OfType<string>().Select(Bracketed).SelectMany(said => Byline.NamesOf(said)).Distinct(StringComparer.Ordinal)];
    }

    private static string Bracketed(string said)
    {
        var open = said.IndexOf('(');
        return said.Contains('@') && open >= 0 ? said[(open + 1)..].TrimEnd(')', ' ') : said.Contains('@') ? "" : said;
    }

    private static IEnumerable<string> Keywords(XElement entry) => entry.Elements()
        .Where(element => element.Local() == "category" || (element.Local() == "subject" && !IsOwn(element)))
        .Select(element => element.Attr("label") ?? element.Attr("term") ?? element.Said()).OfType<string>();

    private static string? Link(XElement entry)
    {
        var links = entry.Elements().Where(element => element.Local() == "link").ToList();
        var link = links.FirstOrDefault(element => element.Attr("href") is null && element.Said() is not null).Said()
            ?? links.FirstOrDefault(element => element.Attr("rel") is null or "alternate").Attr("href");
        // FeedBurner sets its own counting address before the article's.
        return Module(entry, "feedburner", "origLink").Said() ?? link ?? (Own(entry, "guid") is { } guid && guid.Attr("isPermaLink") != "false" && guid.Said()?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? guid.Said() : null);
    }

    private static ArticleDate? Date(XElement entry, params string[] names) => names
        .SelectMany(name => entry.Elements().Where(element => element.Local() == name)).Select(element => MachineDate.Of(element.Said())).FirstOrDefault(date => date is not null);

    /// <summary>Titles may hold HTML, escaped or not.</summary>
    private static string? Plain(XElement? element) => element is null ? null
        : FormatDetector.HasPageTags(element.Value) || element.Value.Contains('&') ? BodyText.Of(element.Value, null).Text.Replace("\n\n", " ", StringComparison.Ordinal) is { Length: > 0 } text ? text : null
        : element.Said();

    /// <summary>A child of the feed's own vocabulary, whatever its version.</summary>
    private static XElement? Own(XElement entry, string name) => entry.Elements().FirstOrDefault(element => element.Local() == name && IsOwn(element));

    private static XElement? Module(XElement entry, string uri, string name) =>
        entry.Elements().FirstOrDefault(element => element.Local() == name && element.Name.NamespaceName.Contains(uri, StringComparison.Ordinal));

    private static bool IsOwn(XElement element)
    {
        var uri = element.Name.NamespaceName;
        return uri.Length == 0 || (!uri.Contains("modules", StringComparison.Ordinal) && !uri.Contains("mrss", StringComparison.Ordinal)
            && (uri.Contains("rss", StringComparison.OrdinalIgnoreCase) || uri.Contains("atom", StringComparison.OrdinalIgnoreCase) || uri.Contains("netscape", StringComparison.Ordinal)));
    }
}
