using System.Xml.Linq;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// The Channel Definition Format of 1997, in capitals and with attributes, in RSS's words:
/// <see href="https://www.w3.org/TR/NOTE-CDFsubmit.html"/>.
/// </summary>
internal static class ChannelFormat
{
    public static XElement ToRss(XElement element)
    {
        var rss = new XElement(element.Local().ToLowerInvariant() switch { "abstract" => "description", var name => name });
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName.Equals("href", StringComparison.OrdinalIgnoreCase))
                rss.Add(new XElement("link", attribute.Value));
            else if (attribute.Name.LocalName.Equals("lastmod", StringComparison.OrdinalIgnoreCase))
                rss.Add(new XElement("modified", attribute.Value));
        }

        // Recursive: a tree is as deep as ArticleLimits.MaxNesting allows.
        foreach (var node in element.Nodes())
            rss.Add(node is XElement inner ? ToRss(inner) : node);
        return rss;
    }
}
