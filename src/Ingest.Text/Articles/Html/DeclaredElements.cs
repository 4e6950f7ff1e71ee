using AngleSharp.Dom;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// The elements that may declare fields of a page's article. They are found in one walk, where each selector would need its own.
/// </summary>
internal sealed class DeclaredElements
{
    private readonly List<IElement> _scripts = [];
    private readonly List<IElement> _metas = [];
    private readonly IElement?[] _published = new IElement?[4];

    private DeclaredElements()
    {
    }

    public IReadOnlyList<IElement> Scripts => _scripts;

    /// <summary>The meta elements with content.</summary>
    public IReadOnlyList<IElement> Metas => _metas;

    /// <summary>The element with the page's own address.</summary>
    public IElement? Canonical { get; private set; }

    /// <summary>
    /// The elements that may give the day of publication, the surest first: microdata, a <c>time</c> that says so, one of the article,
    /// any other.
    /// </summary>
    public IEnumerable<IElement> Published => _published.OfType<IElement>();

    public IElement? Modified { get; private set; }

    public static DeclaredElements Of(IElement root)
    {
        var found = new DeclaredElements();
        found.Visit(root, isInArticle: false);
        return found;
    }

    // Recursive: the parser bounds the depth.
    private void Visit(IElement element, bool isInArticle)
    {
        var name = element.LocalName;
        if (name == "script")
            _scripts.Add(element);
        else if (name == "meta" && element.HasAttribute("content"))
            _metas.Add(element);
        else if (name == "link" && element.GetAttribute("rel") == "canonical")
            Canonical ??= element;
        else if (name == "time")
            TakeTime(element, isInArticle);
        if (element.GetAttribute("itemprop") is { } property)
            TakeProperty(element, property);
        var nodes = element.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is IElement child)
                Visit(child, isInArticle || name == "article");
        }
    }

    private void TakeTime(IElement time, bool isInArticle)
    {
        if (time.HasAttribute("pubdate"))
            _published[1] ??= time;
        if (!time.HasAttribute("datetime"))
            return;
        if (isInArticle)
            _published[2] ??= time;
        _published[3] ??= time;
    }

    private void TakeProperty(IElement element, string property)
    {
        if (property == "datePublished")
            _published[0] ??= element;
        else if (property == "dateModified")
            Modified ??= element;
    }
}
