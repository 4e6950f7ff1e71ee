using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Ingest.Text.Articles.Archives;
using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Files;
using Ingest.Text.Articles.Lines;
using Ingest.Text.Articles.PlainText;
using Ingest.Text.Articles.Xml;

namespace Ingest.Text.Articles.Docx;

/// <summary>
/// Reads Word's documents: the paragraphs of the story with their styles, and the document's properties. Two files of a zip archive
/// contain all of this, so no library for these formats is needed.
/// </summary>
internal static class DocxReader
{
    /// <summary>The file that makes an archive a document.</summary>
    public const string Story = "word/document.xml";

    private const string Properties = "docProps/core.xml";

    /// <exception cref="ArticleFormatException">There is no text in it, or it exceeds a limit.</exception>
    public static Article Read(ZipArchive archive, ZipArchiveEntry story, Unpacking unpacking)
    {
        var paragraphs = Parse(story, unpacking).Inside("p").Select(Paragraph.Of).Where(paragraph => paragraph.Text.Length > 0).ToList();
        var properties = archive.GetEntry(Properties) is { } entry ? Parse(entry, unpacking) : null;
        var captions = paragraphs.Where(paragraph => paragraph.Style == "Caption").Select(paragraph => paragraph.Text).ToList();
        var title = paragraphs.FirstOrDefault(paragraph => paragraph.Style == "Title")?.Text;
        // Headline, byline and day above the text are found as in any text.
        var own = paragraphs.Where(paragraph => paragraph.Style is not ("Caption" or "Subtitle")).Select(paragraph => paragraph.Text);
        var text = PlainTextReader.Read(string.Join("\n\n", own));
        return new Article
        {
            Format = ArticleFormat.Docx,
            Text = text.Text,
            Title = title ?? text.Title ?? properties.Child("title").Said(),
            Byline = text.Byline.Count > 0 ? text.Byline : Byline.NamesOf(properties.Child("creator").Said()),
            Publisher = text.Publisher,
            Section = text.Section,
            // The document was made some day before it was published.
            Published = text.Published,
            Modified = MachineDate.Of(properties.Child("modified").Said()) ?? text.Modified,
            Language = properties.Child("language").Said(),
            Keywords =
                [.. (properties.Child("keywords").Said() ?? "").Split(
                    [',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Version = properties.Child("revision").Said(),
            LeftOut = [.. text.LeftOut, .. captions.Select(caption => new LeftOut(caption, LeftOutReason.Caption))],
            Captions = [.. text.Captions, .. captions],
        }.From(FieldOrigin.Markup);
    }

    private static XElement Parse(ZipArchiveEntry entry, Unpacking unpacking)
    {
        using var stream = entry.Open();
        return XmlTree.Parse(CharacterSet.Decode(unpacking.Unpack(stream, entry.CompressedLength).Span), unpacking.Limits);
    }

    /// <param name="Style">The style's name, such as <c>Title</c>, <c>Heading1</c>, <c>Caption</c>; null for plain text.</param>
    /// <param name="Text">As a reader sees it.</param>
    private sealed record Paragraph(string? Style, string Text)
    {
        public static Paragraph Of(XElement paragraph)
        {
            var text = new StringBuilder();
            foreach (var element in paragraph.Descendants())
            {
                // A box inside a paragraph is not part of its text, nor is a deletion that was tracked.
                if (element.Ancestors()
                    .TakeWhile(outer => outer != paragraph)
                    .Any(outer => outer.Local() is "del" or "txbxContent" or "Fallback" or "moveFrom"))
                    continue;
                text.Append(element.Local() switch { "t" => element.Value, "tab" or "br" or "cr" => " ", "noBreakHyphen" => "-", _ => "" });
            }

            return new Paragraph(paragraph.Child("pPr", "pStyle").Attr("val"), CleanText.Of(text.ToString()));
        }
    }
}
