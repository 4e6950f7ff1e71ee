using System.Buffers;

namespace Ingest.Text.Articles.Files;

/// <summary>Recognises files that are no text by their first bytes, or by control characters that text does not have.</summary>
internal static class BinarySignature
{
    // In characters: how far control characters are searched for; noise shows at once.
    private const int Sample = 64 * 1024;

    // One lost sign in so many characters. A text whose marks another program has lost has one in forty; with one in eight, letters are
    // lost.
    private const int MaxLost = 8;

    // Characters. In less, a few signs say nothing.
    private const int MinLostSample = 100;

    // Control signs but tab, line ends, end of file and escape.
    private static readonly SearchValues<char> Noise = SearchValues.Create(
        [
            .. Enumerable.Range(0, ' ').Select(c => (char)c).Except(['\t', '\n', '\v', '\f', '\r', '\x1a', '\x1b']),
            '\x7f',
            '\uffff',
            '\ufffe']);

    private static readonly (int Offset, byte[] Bytes, FileFormat Format, string Kind)[] Signatures =
    [
        (0, [0x89, .. "PNG"u8], FileFormat.Picture, "a PNG image"),
        (0, [0xFF, 0xD8, 0xFF], FileFormat.Picture, "a JPEG image"),
        (0, [.. "GIF8"u8], FileFormat.Picture, "a GIF image"),
        (8, [.. "WEBP"u8], FileFormat.Picture, "a WebP image"),
        (0, [.. "{\\rtf"u8], FileFormat.Unread, "an RTF document"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileFormat.Unread, "an Office document of the old kind or with a password"),
        (0, [.. "%PDF-"u8], FileFormat.Pdf, "a PDF document"),
        (0, [.. "PK"u8, 0x03, 0x04], FileFormat.Zip, "a zip archive"),
        (0, [.. "PK"u8, 0x05, 0x06], FileFormat.Zip, "an empty zip archive"),
        (0, [0x1F, 0x8B], FileFormat.Gzip, "a gzip archive"),
        (257, [.. "ustar"u8], FileFormat.Tar, "a tar archive"),
        (0, [.. "WARC/0."u8], FileFormat.WebArchive, "a web archive"),
        (0, [.. "WARC/1."u8], FileFormat.WebArchive, "a web archive"),
    ];

    /// <summary>The kind of the bytes, such as "a PNG image"; null when they may be text.</summary>
    public static (FileFormat Format, string Kind)? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (offset, signature, format, kind) in Signatures)
        {
            if (bytes.Length >= offset && bytes[offset..].StartsWith(signature))
                return (format, kind);
        }

        return null;
    }

    /// <summary>
    /// Offset, in characters, of the first control character when there are more of them than a slip can explain, or of the first lost
    /// sign (U+FFFD) when hardly a word is without one; null for text.
    /// </summary>
    public static int? FirstControlOfNoise(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        int count = 0, first = -1;
        for (var at = sample.IndexOfAny(Noise); at >= 0;)
        {
            count++;
            first = first < 0 ? at : first;
            at = sample[(at + 1)..].IndexOfAny(Noise) is >= 0 and var next ? at + 1 + next : -1;
        }

        if (sample.Count(LostMarks.Lost) * MaxLost > Math.Max(sample.Length, MinLostSample))
            return sample.IndexOf(LostMarks.Lost);
        // Three stray NULs in a note are a slip; one sign in fifty of a page is no text.
        return count > Math.Max(3, sample.Length / 50) || count == sample.Length ? first : null;
    }
}
