using Ingest.Text.Articles.Archives;
using Ingest.Text.Articles.Csv;
using Ingest.Text.Articles.Files;
using Ingest.Text.Articles.Html;
using Ingest.Text.Articles.Json;
using Ingest.Text.Articles.Mail;
using Ingest.Text.Articles.Markdown;
using Ingest.Text.Articles.Pdf;
using Ingest.Text.Articles.PlainText;
using Ingest.Text.Articles.Xml;

namespace Ingest.Text.Articles;

/// <summary>Reads the articles of a file in any format.</summary>
public static class ArticleReader
{
    /// <summary>
    /// At least one article; from files inside the file, those that can be read. The content decides the format. The name decides only
    /// where the content leaves it open.
    /// </summary>
    /// <param name="bytes">The file, whole.</param>
    /// <param name="name">The file's name or path, of which only the last extension counts.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work between two files within it, two pages, or two articles.</param>
    /// <exception cref="ArticleFormatException">The bytes can't be read as an article.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public static FileContents<Article> Read(
        ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var unpacking = new Unpacking(limits ?? ArticleLimits.Default, cancellationToken);
        return new(ReadFile(new PackedFile(name, bytes), unpacking), unpacking.Unread.All);
    }

    /// <summary>The file's text as an article's body, unchanged, so that offsets are into the file (after its byte-order mark).</summary>
    /// <param name="bytes">The file, whole.</param>
    /// <param name="name">The file's name or path.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <exception cref="ArticleFormatException">The bytes are no text.</exception>
    public static Article ReadVerbatim(ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        Check(bytes.Span, limits ?? ArticleLimits.Default);
        return BinarySignature.Of(bytes.Span) is { } known
            ? throw NotText(known.Kind)
            : new Article { Format = ArticleFormat.PlainText, Text = Decode(bytes.Span) };
    }

    /// <summary>
    /// Whether the file contains packed bytes, or other files, which may. Its size tells nothing about its unpacked size, which <see
    /// cref="ArticleLimits.MaxRatio"/> and <see cref="ArticleLimits.MaxUnpackedBytes"/> limit.
    /// </summary>
    public static bool IsPacked(ReadOnlySpan<byte> bytes) => BinarySignature.Of(bytes) is { Format: var format }
        ? format is FileFormat.Zip or FileFormat.Gzip or FileFormat.Tar or FileFormat.WebArchive or FileFormat.Pdf
        : MailHead.IsAt(bytes);

    /// <summary>A file that may lie within another.</summary>
    internal static IReadOnlyList<Article> ReadFile(PackedFile file, Unpacking unpacking)
    {
        var bytes = file.Bytes.Span;
        unpacking.ThrowIfEnded();
        Check(bytes, unpacking.Limits);
        return BinarySignature.Of(bytes) switch
        {
            { Format: FileFormat.Pdf } => [PdfReader.Read(file.Bytes, unpacking)],
            { Format: FileFormat.Zip } => ArchiveReader.ReadZip(file, unpacking),
            { Format: FileFormat.Gzip } => ArchiveReader.ReadGzip(file, unpacking),
            { Format: FileFormat.Tar } => ArchiveReader.ReadTar(file, unpacking),
            { Format: FileFormat.WebArchive } => WarcReader.Read(file, unpacking),
            { Kind: var kind } => throw NotText(kind),
            null when MailHead.IsAt(bytes) => MailReader.Read(file, unpacking),
            null => ReadText(TwiceEncoded.Mended(Decode(bytes)), file.Name, unpacking),
        };
    }

    private static IReadOnlyList<Article> ReadText(string text, string name, Unpacking unpacking) =>
        FormatDetector.Detect(text, name) switch
        {
            FileFormat.Html => [HtmlReader.Read(text, unpacking.Limits)],
            FileFormat.Json => JsonReader.Read(text, unpacking),
            FileFormat.Xml => XmlArticles.Read(text, unpacking),
            FileFormat.Csv when CsvHead.DelimiterOf(text.AsSpan().TrimStart(" \r\n\ufeff"), name) is { } delimiter =>
                CsvReader.Read(text, delimiter, unpacking),
            FileFormat.Markdown => [MarkdownReader.Read(text, unpacking.Limits)],
            _ => [PlainTextReader.Read(text)],
        };

    private static void Check(ReadOnlySpan<byte> bytes, ArticleLimits limits)
    {
        if (bytes.Length > limits.MaxBytes)
            throw new ArticleFormatException(
                ArticleFormatCodes.TooLarge, $"{bytes.Length} bytes, where {limits.MaxBytes} are allowed (MaxBytes).");
        if (bytes.IsEmpty)
            throw new ArticleFormatException(ArticleFormatCodes.Empty, "The file holds no bytes.");
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = CharacterSet.Decode(bytes);
        if (BinarySignature.FirstControlOfNoise(text) is { } offset)
            throw new ArticleFormatException(
                ArticleFormatCodes.UnknownFormat, "The file holds control signs where text should be.", offset: offset);
        if (string.IsNullOrWhiteSpace(text))
            throw new ArticleFormatException(ArticleFormatCodes.Empty, "The file holds nothing but white space.");
        return text;
    }

    private static ArticleFormatException NotText(string kind) =>
        new(ArticleFormatCodes.UnknownFormat, $"The file is {kind}, not text.", offset: 0);
}
