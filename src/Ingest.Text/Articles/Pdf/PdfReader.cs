using Ingest.Text.Articles.Archives;
using Ingest.Text.Articles.Lines;
using Ingest.Text.Articles.PlainText;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Ingest.Text.Articles.Pdf;

/// <summary>
/// Reads the text layer of a PDF: its blocks in reading order, and the headline by its size. Lines that repeat on every page are left
/// out.
/// </summary>
internal static class PdfReader
{
    /// <exception cref="ArticleFormatException">It is broken, locked or scanned, or exceeds a limit.</exception>
    public static Article Read(ReadOnlyMemory<byte> bytes, Unpacking unpacking)
    {
        var (limits, bounds) = (unpacking.Limits, new PdfBounds(unpacking));
        List<PdfText.Block> blocks;
        DocumentInformation about;
        try
        {
            var options = new ParsingOptions { UseLenientParsing = true, FilterProvider = new BoundedFilters(bounds) };
            using var pdf = PdfDocument.Open(bytes, options);
            if (pdf.NumberOfPages > limits.MaxPages)
                throw new ArticleFormatException(
                    ArticleFormatCodes.TooMany,
                    $"{pdf.NumberOfPages} pages, where {limits.MaxPages} are allowed (MaxPages).",
                    ArticleFormat.Pdf);
            pdf.AddPageFactory<PageLetters, PageLetters.Factory>();
            blocks = PdfText.BlocksOf(pdf.GetPages<PageLetters>(), bounds);
            about = pdf.Information;
            bounds.ThrowIfOver();
        }
        catch (Exception e) when (e is not (ArticleFormatException or OutOfMemoryException or OperationCanceledException))
        {
            // The library may hide an exceeded limit or the end of the work in exceptions of its own.
            bounds.ThrowIfOver();
            // Broken files end in whatever the library happens to stumble over.
            throw e is PdfDocumentEncryptedException
                ? ArchiveFault.Locked("PDF", ArticleFormat.Pdf)
                : new ArticleFormatException(ArticleFormatCodes.Malformed, "The PDF is broken.", ArticleFormat.Pdf);
        }

        var text = PdfText.Of(blocks);
        if (text.Paragraphs.Count == 0)
            throw new ArticleFormatException(ArticleFormatCodes.NoArticle, "The PDF has no text layer.", ArticleFormat.Pdf);
        var plain =
            PlainTextReader.Read(string.Join("\n\n", text.Title is { } headline ? text.Paragraphs.Prepend(headline) : text.Paragraphs));
        return (plain with
        {
            Format = ArticleFormat.Pdf,
            Title = text.Title ?? plain.Title ?? Said(about.Title),
            Byline = plain.Byline.Count > 0 ? plain.Byline : Byline.NamesOf(about.Author),
            Keywords =
                [.. (about.Keywords ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            LeftOut = [.. plain.LeftOut, .. text.Repeated.Select(line => new LeftOut(line, LeftOutReason.Navigation))],
        }).From(FieldOrigin.VisibleText);
    }

    private static string? Said(string? text) => CleanText.Of(text) is { Length: > 0 } said ? said : null;
}
