using System.IO.Compression;

namespace Ingest.Text.Articles.Archives;

/// <summary>
/// Recognises zip archives that are a document of an office program without a reader here. Their parts are no articles.
/// </summary>
internal static class OfficePackage
{
    // An OpenDocument file begins with its media type, bare: https://docs.oasis-open.org/office/OpenDocument/v1.3/
    private const string MediaType = "mimetype";

    // The part that shows each kind of document: ECMA-376, Part 1, 12 and 13.
    private static readonly (string Part, string Kind)[] Parts =
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("xl/workbook.bin", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
    ];

    /// <exception cref="ArticleFormatException">The archive is such a document.</exception>
    public static void Refuse(ZipArchive archive)
    {
        if (KindOf(archive) is { } kind)
        {
            throw new ArticleFormatException(
                ArticleFormatCodes.UnknownFormat, $"The file is {kind}; of Office files only Word's .docx is read.", offset: 0);
        }
    }

    private static string? KindOf(ZipArchive archive) =>
        Parts.FirstOrDefault(one => archive.GetEntry(one.Part) is not null).Kind
        ?? (IsOpenDocument(archive) ? "an OpenDocument file" : null);

    private static bool IsOpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry(MediaType) is not { IsEncrypted: false } entry)
            return false;
        var begin = "application/vnd.oasis.opendocument."u8;
        Span<byte> bytes = stackalloc byte[begin.Length];
        using var stream = entry.Open();
        return stream.ReadAtLeast(bytes, begin.Length, throwOnEndOfStream: false) == begin.Length && bytes.SequenceEqual(begin);
    }
}
