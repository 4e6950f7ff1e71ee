using System.Net;
using System.Text;
using System.Xml.Linq;
using Ingest.Text.Articles.Files;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// The content of a feed's element: plain text, HTML that is escaped or stands in it as elements, or either of them as base64. Only Atom
/// says which; other content is taken for HTML where it contains tags.
/// </summary>
internal static class FeedText
{
    public static BodyText Body(XElement part, string? title, ArticleLimits limits)
    {
        if (Type(part).StartsWith("image/", StringComparison.Ordinal))
            return BodyText.None;
        if (!part.HasElements)
            return IsPlain(part) ? BodyText.OfLines(Value(part), title) : BodyText.Of(Value(part), title, limits);
        var html = part.ToHtml();
        // Some set the XHTML element around what they have escaped.
        return BodyText.OfHtml(
            Type(part) is "html" or "text/html" && FormatDetector.HasPageTags(part.Value) ? WebUtility.HtmlDecode(html) : html,
            title,
            limits);
    }

    /// <summary>Its text on one line; null when there is none. Titles may hold HTML, escaped or not.</summary>
    public static string? Line(XElement? part, ArticleLimits limits)
    {
        if (part is null)
            return null;
        if (part.HasElements)
            return BodyText.OfHtml(part.ToHtml(), null, limits) is { IsEmpty: false } body ? CleanText.Of(body.Text) : null;
        var value = Value(part);
        if (!IsPlain(part) && value.Contains("<!--", StringComparison.Ordinal))
            value = BodyText.OfHtml(value, null, limits).Text;
        else if (!IsPlain(part) && (FormatDetector.HasPageTags(value) || value.Contains('&')))
            value = BodyText.Of(value, null, limits).Text;
        return CleanText.Of(value) is { Length: > 0 } text ? text : null;
    }

    private static string Type(XElement part) => part.Attr("type") ?? "";

    private static bool IsPlain(XElement part) => Type(part) is "text" or "text/plain";

    /// <summary>Atom 0.3 names the mode; in Atom 1.0 whatever is neither text nor XML is base64.</summary>
    private static string Value(XElement part)
    {
        if (part.Attr("mode") != "base64" && Type(part) is not ("base64" or "application/octet-stream"))
            return part.Value;
        var bytes = new byte[part.Value.Length];
        return Convert.TryFromBase64String(part.Value, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }
}
