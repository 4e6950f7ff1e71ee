using System.Xml.Linq;
using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// Reads RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 0.3 and 1.0: an article for each entry that has text. It reads what a feed contains, and
/// not what its version demands; System.ServiceModel.Syndication refuses a third of the feeds in use.
/// </summary>
internal static class FeedReader
{
    // As it stands in the addresses of the vocabulary's versions.
    private const string DublinCore = "purl.org/dc";

    public static IEnumerable<Article> Read(XElement root, ArticleLimits limits)
    {
        var feed = FeedOf(
            root.DescendantsAndSelf().FirstOrDefault(element => element.Local() is "channel" or "Channel") ?? root, limits);
        return root.DescendantsAndSelf()
            .Where(element => element.Local() is "item" or "entry")
            .Select(entry => Read(entry, feed, limits))
            .OfType<Article>();
    }

    /// <summary>Found once: all of its entries are among the children through which it is looked for.</summary>
    private static Feed FeedOf(XElement feed, ArticleLimits limits) => new(
        FeedText.Line(Own(feed, "title"), limits) ?? Module(feed, DublinCore, "title").Said(),
        feed.Lang() ?? Own(feed, "language").Said() ?? Module(feed, DublinCore, "language").Said(),
        LinkOf(feed),
        feed.Local() == "feed" ? Names(feed) : []);

    private static Article? Read(XElement entry, Feed feed, ArticleLimits limits)
    {
        var title = FeedText.Line(Own(entry, "title"), limits)
            ?? FeedText.Line(Module(entry, DublinCore, "title"), limits)
            ?? Module(entry, "mrss", "title").Said();
        var body = Body(entry, title, limits);
        if (body.IsEmpty)
            return null;
        var modified = Date(entry, "updated", "modified");
        return new Article
        {
            Format = entry.Local() == "entry" ? ArticleFormat.Atom : ArticleFormat.Rss,
            Text = body.Text,
            Title = title,
            Byline = Names(entry) is { Count: > 0 } names ? names : feed.Writers,
            Publisher = Publisher(entry, feed, limits),
            Published = Date(entry, "pubDate", "published", "issued", "date", "created") ?? modified,
            Modified = modified,
            Language = Language(entry, feed),
            Url = Link(entry, feed),
            Keywords = [.. Keywords(entry).Distinct(StringComparer.Ordinal)],
            LeftOut = body.LeftOut,
            Captions = body.Captions,
        }.From(FieldOrigin.Markup);
    }

    /// <summary>The whole text before the summary.</summary>
    private static BodyText Body(XElement entry, string? title, ArticleLimits limits)
    {
        XElement?[] parts =
        [
            Module(entry, "modules/content", "encoded"), Module(entry, "xhtml", "body"), Module(entry, "xhtml", "div"),
            Own(entry, "content"), Own(entry, "fullitem"),
            Own(entry, "fulltext"), Own(entry, "body"), Own(entry, "description"), Own(entry, "summary"),
            Module(entry, DublinCore, "description"),
            Module(entry, "itunes", "summary"), Module(Module(entry, "mrss", "group") ?? entry, "mrss", "description"),
        ];
        return parts.OfType<XElement>().Select(part => FeedText.Body(part, title, limits)).FirstOrDefault(body => !body.IsEmpty)
            ?? BodyText.None;
    }

    private static string? Publisher(XElement entry, Feed feed, ArticleLimits limits)
    {
        var source = Own(entry, "source");
        return Module(entry, DublinCore, "publisher").Said()
            ?? FeedText.Line(source is { HasElements: true } ? Own(source, "title") : source, limits)
            ?? feed.Title;
    }

    private static string? Language(XElement entry, Feed feed)
    {
        var language = entry.Lang() ?? Module(entry, DublinCore, "language").Said() ?? feed.Language;
        return language?.Replace('_', '-');
    }

    /// <summary>RSS gives an address with the name in brackets, Atom an element; dc:creator is a name.</summary>
    private static IReadOnlyList<string> Names(XElement around)
    {
        var creators = around.Elements().Where(element => element.Local() == "creator").Select(element => element.Said());
        var authors = around.Elements().Where(IsAuthor).Select(element => element.Child("name").Said() ?? element.Said());
        var names = creators.Concat(authors)
            .OfType<string>()
            .SelectMany(said => Byline.NamesOf(WithoutAddress(said)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return names.Count > 0 ? names : Byline.NamesOf(Module(around, "itunes", "author").Said());

        static bool IsAuthor(XElement element) => element.Local() == "author" && (IsOwn(element) || IsOf(DublinCore, element));
    }

    /// <summary>"desk@lakeside.example (Li Wei)" and "Li Wei &lt;desk@lakeside.example&gt;" are Li Wei.</summary>
    private static string WithoutAddress(string said) =>
        said.Contains('@')
            ? string.Join(
                ' ', said.Split([' ', '(', ')', '<', '>'], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains('@')))
            : said;

    /// <summary>Categories, also those within categories, subjects, and a line of tags.</summary>
    private static IEnumerable<string> Keywords(XElement entry) => entry.Elements().SelectMany(element => element.Local() switch
    {
        "category" => element.DescendantsAndSelf()
            .Select(category => category.Attr("label")
                ?? category.Attr("term")
                ?? category.Attr("text")
                ?? category.Said()).OfType<string>(),
        "subject" when !IsOwn(element) => element.Said() is { } subject ? [subject] : [],
        "tags" or "keywords" => (element.Said() ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    });

    private static string? Link(XElement entry, Feed feed)
    {
        // FeedBurner sets its own counting address before the article's.
        var link = Module(entry, "feedburner", "origLink").Said() ?? LinkOf(entry) ?? Permalink(entry);
        if (link is null || Uri.IsWellFormedUriString(link, UriKind.Absolute))
            return link;
        return Uri.TryCreate(BaseOf(entry) ?? feed.Link, UriKind.Absolute, out var around) && Uri.TryCreate(around, link, out var whole)
            ? whole.AbsoluteUri
            : link;
    }

    private static string? Permalink(XElement entry) =>
        Own(entry, "guid") is { } guid
            && guid.Attr("isPermaLink") != "false"
            && guid.Said() is { } said
            && said.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? said
            : null;

    /// <summary>The nearest <c>xml:base</c>.</summary>
    private static string? BaseOf(XElement entry) =>
        entry.AncestorsAndSelf().Select(outer => outer.Attribute(XNamespace.Xml + "base")?.Value).FirstOrDefault(said => said is not null);

    private static string? LinkOf(XElement around)
    {
        var links = around.Elements().Where(element => element.Local() == "link").ToList();
        return links.FirstOrDefault(element => element.Attr("href") is null && element.Said() is not null).Said()
            ?? links.FirstOrDefault(element => element.Attr("rel") is null or "alternate").Attr("href");
    }

    /// <summary>By the first of these names that has one; of several elements of a name the last counts.</summary>
    private static ArticleDate? Date(XElement entry, params string[] names)
    {
        return names.Select(Last).FirstOrDefault(date => date is not null);

        ArticleDate? Last(string name) =>
            entry.Elements()
                .Where(element => element.Local() == name)
                .Select(element => MachineDate.Of(element.Said()))
                .LastOrDefault(date => date is not null);
    }

    /// <summary>A child of the feed's own vocabulary, whatever its version and case: its parent's before one that only looks so.</summary>
    private static XElement? Own(XElement entry, string name)
    {
        var named = entry.Elements().Where(element => element.Local().Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Find(element => element.Name.Namespace == entry.Name.Namespace) ?? named.Find(IsOwn);
    }

    private static XElement? Module(XElement entry, string uri, string name) =>
        entry.Elements().FirstOrDefault(element => element.Local() == name && IsOf(uri, element));

    /// <summary>Whether the address of the element's vocabulary holds that.</summary>
    private static bool IsOf(string uri, XElement element) => element.Name.NamespaceName.Contains(uri, StringComparison.Ordinal);

    private static bool IsOwn(XElement element)
    {
        var uri = element.Name.NamespaceName;
        if (uri.Length == 0 || element.Name.Namespace == element.Parent?.Name.Namespace)
            return true;
        if (IsOf("modules", element) || IsOf("mrss", element))
            return false;
        return uri.Contains("rss", StringComparison.OrdinalIgnoreCase)
            || uri.Contains("atom", StringComparison.OrdinalIgnoreCase)
            || IsOf("netscape", element);
    }

    /// <summary>The feed's own fields, for entries that lack them.</summary>
    private sealed record Feed(string? Title, string? Language, string? Link, IReadOnlyList<string> Writers);
}
