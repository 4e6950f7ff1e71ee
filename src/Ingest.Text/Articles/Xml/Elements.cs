using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// Finds elements by their local names. The formats of news never use one name for two things, but have had many namespaces.
/// </summary>
internal static class Elements
{
    public static string Local(this XElement element) => element.Name.LocalName;

    /// <summary>The first child of that name, and so on down the path.</summary>
    public static XElement? Child(this XElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            element = element?.Elements().FirstOrDefault(child => child.Local() == name);
        return element;
    }

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Local() == name) ?? [];

    public static IEnumerable<XElement> Inside(this XElement? element, params string[] names) =>
        element?.Descendants().Where(inner => names.Contains(inner.Local())) ?? [];

    public static string? Attr(this XElement? element, string name)
    {
        var value = element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Its text as a reader sees it; null when there is none.</summary>
    public static string? Said(this XElement? element) =>
        element is not null && CleanText.Of(element.Value) is { Length: > 0 } text ? text : null;

    /// <summary><c>xml:lang</c> of the element or the nearest one around it that has it.</summary>
    public static string? Lang(this XElement? element) =>
        element?.AncestorsAndSelf()
            .Select(outer => outer.Attributes().FirstOrDefault(attribute => attribute.Name == XNamespace.Xml + "lang")?.Value)
            .FirstOrDefault(lang => !string.IsNullOrEmpty(lang));

    /// <summary>
    /// What is in the element as HTML, without attributes; an element's tag is its name's or, where <paramref name="tags"/> has one, that.
    /// </summary>
    public static string ToHtml(this XElement element, IReadOnlyDictionary<string, string>? tags = null)
    {
        var html = new StringBuilder();
        Write(element, html, tags);
        return html.ToString();
    }

    // Recursive: a tree is as deep as ArticleLimits.MaxNesting allows.
    private static void Write(XElement element, StringBuilder html, IReadOnlyDictionary<string, string>? tags)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
            {
                html.Append(WebUtility.HtmlEncode(text.Value));
            }
            else if (node is XElement inner)
            {
                var tag = tags is null ? inner.Local() : tags.GetValueOrDefault(inner.Local(), "span");
                html.Append('<').Append(tag).Append('>');
                if (tag is "br" or "hr" or "img")
                    continue;
                Write(inner, html, tags);
                html.Append("</").Append(tag).Append('>');
            }
        }
    }
}
