using Ingest.Text.Articles;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Ingest.Text.Tests.Articles;

public sealed class PdfTests
{
    [Fact]
    public void Columns_are_read_one_after_the_other_and_hyphens_at_line_ends_go()
    {
        var article = Read.Bytes(
            Made(
            [
                (22, 50, 760, ["Ferry runs again"]),
                (10, 50, 720, ["The ferry between Oster and", "Vale ran again on Monday after", "a month in the dock, to the re-", "lief of both towns and of the", "well-known swimmers there. The"]),
                (10, 320, 720, ["commuters had driven around the", "lake since the engine failed, a", "journey of an hour and a half", "each way, as if it was a well-", "known road and no bother."]),
            ]),
            "page.pdf");

        Assert.Equal(ArticleFormat.Pdf, article.Format);
        Assert.Equal("Ferry runs again", article.Title);
        Assert.Equal(
            "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns and of the well-known swimmers there. The "
            + "commuters had driven around the lake since the engine failed, a journey of an hour and a half each way, as if it was a well-known road and no bother.",
            article.Text);
    }

    [Fact]
    public void What_repeats_on_every_page_is_left_out()
    {
        (double, double, double, string[])[] Page(int number, string text) =>
            [(9, 50, 800, ["The Lakeside Post"]), (10, 50, 720, [text, "and a second line of it that ends here."]), (9, 300, 40, [$"Page {number}"])];

        var article = Read.Bytes(Made(Page(1, "The ferry ran again on Monday after a month in the dock"), Page(2, "Commuters had driven around the lake since the engine failed")), "page.pdf");

        Assert.Equal(
            ["The ferry ran again on Monday after a month in the dock and a second line of it that ends here.", "Commuters had driven around the lake since the engine failed and a second line of it that ends here."],
            Read.Paragraphs(article));
    }

    [Fact]
    public void A_page_without_text_holds_no_article() => Assert.Equal(ArticleFormatCodes.NoArticle, Read.FailureOf(Made([]), "page.pdf"));

    [Fact]
    public void More_pages_than_the_limit_are_too_many() =>
        Assert.Equal(ArticleFormatCodes.TooMany, Read.FailureOf(Made([], []), "page.pdf", new ArticleLimits { MaxPages = 1 }));

    [Fact]
    public void A_pdf_that_breaks_off_is_malformed() => Assert.Equal(ArticleFormatCodes.Malformed, Read.FailureOf("%PDF-1.7\n1 0 obj <<"u8.ToArray(), "page.pdf"));

    [Fact]
    public void A_pdf_that_a_password_locks_is_told_as_locked()
    {
        // No password gives what /U says.
        var sums = new string('0', 64);
        var locked = $"""
            %PDF-1.4
            1 0 obj
            << /Type /Catalog /Pages 2 0 R >>
            endobj
            2 0 obj
            << /Type /Pages /Kids [] /Count 0 >>
            endobj
            trailer
            << /Root 1 0 R /Size 3 /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{sums}> /U <{sums}> >> >>
            %%EOF
            """;

        Assert.Equal("The PDF is locked by a password.", Assert.Throws<ArticleFormatException>(() => Read.Text(locked, "page.pdf")).Message);
    }

    /// <summary>A PDF of these pages, each of blocks of lines: size, left, top, lines.</summary>
    private static byte[] Made(params (double Size, double Left, double Top, string[] Lines)[][] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var blocks in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var (size, left, top, lines) in blocks)
            {
                foreach (var (i, line) in lines.Index())
                    page.AddText(line, size, new PdfPoint(left, top - i * size * 1.3), font);
            }
        }

        return builder.Build();
    }

    [Fact]
    public void Letters_that_are_scattered_by_the_thousand_take_no_gigabyte()
    {
        const long most = 500_000_000;   // bytes
        var scattered = string.Concat(Enumerable.Range(0, 6_500).Select(i => $"BT /F1 6 Tf {i * 37 % 600} {i * 91 % 800} Td (a) Tj ET\n"));
        var drawn = $"BT /F1 12 Tf 50 780 Td (The harbour master said on Friday that the pier would stay closed.) Tj ET\n{scattered}";
        var pdf = Pdf.Of([Pdf.Page("4 0 R"), Pdf.Stream("", System.Text.Encoding.ASCII.GetBytes(drawn))]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        ArticleReader.Read(pdf, "map.pdf");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
    }
}
