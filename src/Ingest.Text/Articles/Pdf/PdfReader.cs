using Ingest.Text.Articles.Archives;
using Ingest.Text.Articles.Lines;
using Ingest.Text.Articles.PlainText;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Ingest.Text.Articles.Pdf;

/// <summary>The text layer of a PDF: its blocks in reading order, the headline by its size, what repeats on every page left out.</summary>
internal static class PdfReader
{
    /// <exception cref="ArticleFormatException">It is broken, locked or scanned, or exceeds a limit.</exception>
    public static Article Read(ReadOnlyMemory<byte> bytes, Unpacking unpacking)
    {
        var (limits, filters) = (unpacking.Limits, new BoundedFilters(unpacking));
        List<PdfText.Block> blocks;
        DocumentInformation about;
        try
        {
            using var pdf = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, FilterProvider = filters });
            if (pdf.NumberOfPages > limits.MaxPages)
                throw new ArticleFormatException(
                    ArticleFormatCodes.TooMany,
                    $"{pdf.NumberOfPages} pages, where {limits.MaxPages} are allowed (MaxPages).",
                    ArticleFormat.Pdf);
            blocks = PdfText.BlocksOf(unpacking.UntilEnded(pdf.GetPages()));
            about = pdf.Information;
            if (filters.Fault is not null)
                throw filters.Fault;
        }
        catch (PdfDocumentEncryptedException)
        {
            throw ArchiveFault.Locked("PDF", ArticleFormat.Pdf);
        }
        catch (Exception e) when (e is not (ArticleFormatException or OutOfMemoryException or OperationCanceledException))
        {
            if (filters.Fault is not null)
                throw filters.Fault;
            // Broken files end in whatever the library happens to stumble over.
            throw new ArticleFormatException(ArticleFormatCodes.Malformed, "The PDF is broken.", ArticleFormat.Pdf);
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
