using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// The fields that a page declares for its article, in this order of trust: JSON-LD, meta elements, microdata and <c>time</c>, what it
/// shows.
/// </summary>
internal sealed class PageFields
{
    // The surest first.
    private static readonly string[] WriterSelectors =
    [
        "[itemprop=author] [itemprop=name]", "[itemprop=author]", "[rel=author]", ".byline", ".author-name", ".byline-name", ".author",
    ];

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "datePublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
        "publish-date", "date", "dc.date",
        "dc.date.issued", "dcterms.created", "article.published", "published_time",
    ];

    // Kinds of article, which newsrooms put behind a headline.
    private static readonly WordSet Kinds = WordSet.InAnyCase("editorial opinion opinions commentary analysis column letters");

    private readonly IHtmlDocument _page;
    private readonly DeclaredElements _elements;
    private readonly LinkedArticle _linked;
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);

    private PageFields(IHtmlDocument page)
    {
        _page = page;
        _elements = DeclaredElements.Of(page.DocumentElement);
        _linked = LinkedArticle.Of(Scripts(type => type?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true));
        foreach (var meta in _elements.Metas)
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (name is not null && CleanText.Of(meta.GetAttribute("content")) is { Length: > 0 } content)
                _meta.TryAdd(name, content);
        }

        Byline = FindByline();
        Published = Date(_linked.Published)
            ?? MetaDate(PublishedNames)
            ?? _elements.Published.Select(Date).FirstOrDefault(date => date is not null);
        Modified = Date(_linked.Modified)
            ?? MetaDate("article:modified_time", "og:updated_time", "dateModified", "lastmod", "dcterms.modified")
            ?? Date(_elements.Modified);
        Url = NullIfEmpty(_elements.Canonical?.GetAttribute("href")) ?? Meta("og:url") ?? _linked.Url;
        Publisher = (_linked.Publisher ?? DeclaredSite) is { } declared ? SiteName.Of(declared, Url) : SiteInTitle();
        Section = OneOf(_linked.Section ?? Meta("article:section") ?? Meta("section") ?? Meta("parsely-section") ?? ShownSection());
    }

    public IReadOnlyList<string> Byline { get; }

    public ArticleDate? Published { get; }

    public ArticleDate? Modified { get; }

    /// <summary>The page's own day, and not its article's, or the day in its address: "/2025/03/14/ferry-runs-again".</summary>
    public ArticleDate? PagePublished => AnyMetaDate() ?? Date(_linked.PagePublished) ?? DayOfUrl;

    private ArticleDate? DayOfUrl => Date(Url) is { } date ? new ArticleDate(date.Day) : null;

    public string? Publisher { get; }

    // Some pages call the application what they call themselves.
    private string? DeclaredSite =>
        Meta("og:site_name") ?? (Meta("application-name") is { } name && name != CleanText.Of(_page.Title) ? name : null);

    public string? Section { get; }

    public string? Language =>
        NullIfEmpty(_page.DocumentElement.GetAttribute("lang") ?? _page.DocumentElement.GetAttribute("xml:lang")) ?? _linked.Language;

    public string? Url { get; }

    /// <summary>The article's text as JSON-LD gives it; null where it doesn't.</summary>
    public LinkedBody? Body(ArticleLimits limits) => LinkedBody.Of(_linked.Body, limits);

    /// <summary>The page's own description of its article.</summary>
    public string? Description => Meta("og:description") ?? Meta("description") ?? Meta("twitter:description");

    public static PageFields Of(IHtmlDocument page) => new(page);

    /// <summary>The page's scripts of some types; a script without one gives null.</summary>
    public IEnumerable<string> Scripts(Predicate<string?> isMeant) =>
        _elements.Scripts.Where(script => isMeant(script.GetAttribute("type"))).Select(script => script.TextContent);

    /// <summary>The headline as the page shows it, where it shows one that it also declares; else what it declares.</summary>
    public string? Title(IReadOnlyList<Block> blocks)
    {
        var declared = _linked.Headline ?? Meta("og:title") ?? Meta("twitter:title");
        var window = CleanText.Of(_page.Title);
        var foldedWindow = Likeness.Fold(window);
        var foldedDeclared = declared is null ? null : Likeness.Fold(declared);
        var headings = blocks.Where(block => block.Tag is "h1" or "h2").ToList();
        foreach (var level in new[] { "h1", "h2" })
        {
            foreach (var heading in headings)
            {
                var folded = Likeness.Fold(heading.Text);
                if (heading.Tag == level
                    && heading.Shape.Words >= 3
                    && (folded == foldedDeclared || foldedWindow.StartsWith(folded, StringComparison.Ordinal)))
                    return CleanText.Of(heading.Text);
            }
        }

        var only = headings.Where(block => block.Tag == "h1").ToList();
        if (only is [{ Shape.Words: >= 3 } one])
            return CleanText.Of(one.Text);
        return declared is not null ? WithoutSite(declared) : NullIfEmpty(WithoutSite(window));
    }

    /// <summary>
    /// The headline in a title, without the site before it, "Site - Headline", and without its kind behind it, "Headline | Opinion".
    /// </summary>
    public string? HeadlineOf(string? title) => WithoutKind(WithoutSiteBefore(title));

    /// <summary>The origin of each declared field; other fields are shown.</summary>
    public IReadOnlyDictionary<string, FieldOrigin> Origins(string? title)
    {
        var origins = new Dictionary<string, FieldOrigin>(StringComparer.Ordinal);
        if (title is not null && title == _linked.Headline)
            origins["title"] = FieldOrigin.JsonLd;
        else if (title is not null && (title == Meta("og:title") || title == Meta("twitter:title")))
            origins["title"] = FieldOrigin.OpenGraph;
        Add("byline", Byline.Count > 0, _linked.Authors.Count > 0, Meta("author") ?? Meta("article:author"));
        Add("publisher", Publisher is not null, _linked.Publisher is not null, DeclaredSite);
        Add("section", Section is not null, _linked.Section is not null, Meta("article:section") ?? Meta("section"));
        Add("published", Published is not null, Date(_linked.Published) is not null, MetaDate(PublishedNames)?.ToString());
        Add("modified", Modified is not null, Date(_linked.Modified) is not null, Meta("article:modified_time") ?? Meta("og:updated_time"));
        Add("language", Language is not null, Language == _linked.Language, null);
        Add("url", Url is not null, Url == _linked.Url, Url == Meta("og:url") ? Url : null);
        return origins;

        void Add(string field, bool isDeclared, bool isLinked, string? meta)
        {
            if (isDeclared)
                origins[field] = isLinked ? FieldOrigin.JsonLd : meta is not null ? FieldOrigin.OpenGraph : FieldOrigin.Markup;
        }
    }

    private IReadOnlyList<string> FindByline()
    {
        if (_linked.Authors.Count > 0)
            return _linked.Authors;
        foreach (var name in new[] { "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator" })
        {
            if (Meta(name) is { } said
                && !said.Contains("://", StringComparison.Ordinal)
                && Lines.Byline.NamesOf(said) is { Count: > 0 } names)
                return names;
        }

        foreach (var selector in WriterSelectors)
        {
            var names = OfOneStory(_page.QuerySelectorAll(selector)).SelectMany(NamesIn).Distinct().ToList();
            if (names.Count > 0)
                return names;
        }

        return [];
    }

    /// <summary>The first that holds a name, and those beside it: others sign other stories.</summary>
    private static IEnumerable<IElement> OfOneStory(IEnumerable<IElement> signed)
    {
        const int most = 8;
        var elements = signed.Where(element => element.Closest("aside, nav, footer") is null && NamesIn(element).Count > 0)
            .Take(most).ToList();
        return elements.Where(element => element.ParentElement == elements[0].ParentElement
            || element.ParentElement?.ParentElement == elements[0].ParentElement?.ParentElement);
    }

    private static IReadOnlyList<string> NamesIn(IElement element) => Lines.Byline.NamesOf(CleanText.Of(Inner(element)));

    /// <summary>The category above the headline: a link, or a label of up to three words.</summary>
    private string? ShownSection() =>
        _page.QuerySelectorAll(
            "[itemprop=articleSection], a[rel~=category], .post-cat a, .category a, .cat a, .kicker, .eyebrow, .section-name")
            .Select(element => CleanText.Of(Inner(element)))
            .FirstOrDefault(text => text.Length > 1 && text.Count(c => c == ' ') < 3);

    /// <summary>
    /// The section in a list of keywords declared as the section, "Lake,Boats,Recent News": the one in the address, "/boats/ferry".
    /// </summary>
    private string? OneOf(string? section)
    {
        const int least = 3;   // keywords; "Arts, Culture" is a section
        var keywords = section?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (keywords.Length < least)
            return section;
        var parts = Url?.Split('/').Select(part => Likeness.Fold(part)).ToHashSet() ?? [];
        return Array.Find(keywords, keyword => parts.Contains(Likeness.Fold(keyword)));
    }

    private static ArticleDate? Date(IElement? element) =>
        element is null ? null : Date(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? Inner(element));

    private ArticleDate? MetaDate(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Date(Meta(name)) is { } date)
                return date;
        }

        return null;
    }

    /// <summary>Sites have many names for it: "published-date", "w-publishedAt".</summary>
    private ArticleDate? AnyMetaDate() =>
        _meta.Where(meta => meta.Key.Contains("publish", StringComparison.OrdinalIgnoreCase)
            && !meta.Key.Contains("publisher", StringComparison.OrdinalIgnoreCase))
            .Select(meta => Date(meta.Value))
            .FirstOrDefault(date => date is not null);

    private string? Meta(string name) => _meta.GetValueOrDefault(name);

    /// <summary>"Headline - Site" without the site, where the last part is short or is the declared name of the site.</summary>
    private string WithoutSite(string title) => SiteStart(title) is > 0 and var at ? title[..at].TrimEnd() : title;

    private string? WithoutSiteBefore(string? title)
    {
        foreach (var divider in SiteName.Dividers)
        {
            if (title?.IndexOf(divider, StringComparison.Ordinal) is > 0 and var at
                && Publisher is not null
                && Likeness.Folds(title.AsSpan(0, at), Likeness.Fold(Publisher)))
                return title[(at + divider.Length)..].TrimStart();
        }

        return title;
    }

    private static string? WithoutKind(string? title) =>
        title?.LastIndexOf(" | ", StringComparison.Ordinal) is > 0 and var at && Kinds.Contains(title[(at + 3)..].Trim())
            ? title[..at].TrimEnd()
            : title;

    private string? SiteInTitle()
    {
        var title = CleanText.Of(_page.Title);
        return SiteStart(title) is > 0 and var at ? NullIfEmpty(title[at..].Trim(' ', '|', '-', '–', '—', '»', ':')) : null;
    }

    private int SiteStart(string title)
    {
        var at = SiteName.Dividers.Max(divider => title.LastIndexOf(divider, StringComparison.Ordinal));
        if (at <= 0)
            return -1;
        var (head, site) = (title[..at], title[(at + 3)..]);
        var isSite = Meta("og:site_name") is { } declared && Likeness.Fold(declared) == Likeness.Fold(site);
        return isSite || (site.Count(c => c == ' ') < 5 && head.Count(c => c == ' ') >= 2) ? at : -1;
    }

    // The parser bounds the depth, so that AngleSharp's own walk is safe here.
    private static string Inner(IElement element) => element.TextContent is { Length: < 500 } text ? text : "";

    private static ArticleDate? Date(string? said) => said is null ? null : WrittenDate.Find(said);

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
