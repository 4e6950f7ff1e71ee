using System.Xml;
using System.Xml.Linq;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// XML as a tree, whatever its author thought well-formed: by the law where it keeps it, else by <see cref="LenientXml"/>.
/// A document type is skipped unread, so that there is nothing to resolve and no entity to expand but XML's own five.
/// </summary>
internal static class XmlTree
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    /// <exception cref="ArticleFormatException">There is no element in it, or they nest too deep.</exception>
    public static XElement Parse(string text, ArticleLimits limits)
    {
        text = text.Trim(' ', '\t', '\r', '\n', '\ufeff', '\0');
        try
        {
            return ByLaw(text, limits);
        }
        catch (XmlException)
        {
            return LenientXml.Parse(text, limits);
        }
    }

    private static XElement ByLaw(string text, ArticleLimits limits)
    {
        using var xml = XmlReader.Create(new StringReader(text), Settings);
        var tree = new TreeBuilder(limits);
        while (!tree.IsDone && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                tree.Open(Element(xml), xml.IsEmptyElement);
            else if (xml.NodeType == XmlNodeType.EndElement)
                tree.Close();
            else
                tree.Text(xml.Value);
        }

        return tree.Root ?? throw new XmlException("No element.");
    }

    private static XElement Element(XmlReader xml)
    {
        var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
        for (var kept = 0; kept < TreeBuilder.MaxAttributes && xml.MoveToNextAttribute();)
        {
            // Declarations have done their part.
            if (xml.NamespaceURI == XNamespace.Xmlns)
                continue;
            element.SetAttributeValue(XName.Get(xml.LocalName, xml.NamespaceURI), CleanText.WithoutHalves(xml.Value));
            kept++;
        }

        xml.MoveToElement();
        return element;
    }
}
