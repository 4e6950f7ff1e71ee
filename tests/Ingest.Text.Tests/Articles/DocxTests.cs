using System.IO.Compression;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class DocxTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    [Fact]
    public void A_document_gives_its_paragraphs_its_title_and_its_properties()
    {
        var article = Read.Bytes(
            Docx(
                Paragraph("Ferry runs again", "Title") + Paragraph("By Jane Roe") + Paragraph("The ferry in its dock on Monday", "Caption") + Paragraph(Body)
                + "<w:p><w:r><w:t>“It is </w:t></w:r><w:del><w:r><w:delText>very </w:delText><w:t>very </w:t></w:r></w:del><w:r><w:t>late,”</w:t><w:tab/><w:t>said Ada Wynn, who takes the ferry to school.</w:t></w:r></w:p>",
                "<dc:title>Document1</dc:title><dc:creator>desk</dc:creator><cp:keywords>ferry, lakes</cp:keywords><dcterms:modified>2025-03-14T18:42:00Z</dcterms:modified>"),
            "story.docx");

        Assert.Equal(ArticleFormat.Docx, article.Format);
        Assert.Equal([Body, "“It is late,” said Ada Wynn, who takes the ferry to school."], Read.Paragraphs(article));
        Assert.Equal("Ferry runs again", article.Title);
        Assert.Equal(["Jane Roe"], article.Byline);
        Assert.Equal(["ferry", "lakes"], article.Keywords);
        Assert.Equal(["The ferry in its dock on Monday"], article.Captions);
        Assert.Null(article.Published);
        Assert.Equal("2025-03-14T18:42:00Z", article.Modified.ToString());
    }

    [Fact]
    public void A_document_without_text_holds_no_article() => Assert.Equal(ArticleFormatCodes.NoArticle, Read.FailureOf(Docx("", ""), "story.docx"));

    private static string Paragraph(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    private static byte[] Docx(string body, string properties)
    {
        using var docx = new MemoryStream();
        using (var archive = new ZipArchive(docx, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>");
            Write(archive, "docProps/core.xml", $"<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\">{properties}</cp:coreProperties>");
        }

        return docx.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string xml)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(xml);
    }
}
