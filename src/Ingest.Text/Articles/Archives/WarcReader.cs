using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ingest.Text.Articles.Archives;

/// <summary>
/// Web archives, ISO 28500: the pages of their response and resource records.
/// <code>
/// warc     := record*
/// record   := "WARC/" version CRLF field* CRLF block CRLF CRLF      the block as long as Content-Length says
/// field    := name ":" value CRLF
/// response := "HTTP/" version status CRLF field* CRLF body         its block
/// body     := bytes | (size CRLF bytes CRLF)*                      the second where Transfer-Encoding says chunked
/// </code>
/// </summary>
internal static class WarcReader
{
    /// <exception cref="ArticleFormatException">No record holds an article, or a limit is exceeded.</exception>
    public static IReadOnlyList<Article> Read(PackedFile warc, Unpacking unpacking) => unpacking.ReadAll(Records(warc.Bytes, unpacking), "web archive");

    private static IEnumerable<PackedFile> Records(ReadOnlyMemory<byte> bytes, Unpacking unpacking)
    {
        while (true)
        {
            var start = bytes.Span.IndexOf("WARC/"u8);
            if (start < 0)
                yield break;
            var (fields, block) = Fields(bytes[start..]);
            var length = long.TryParse(fields.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? (int)Math.Min(said, block.Length) : block.Length;
            var content = block[..length];
            bytes = block[length..];
            var url = fields.GetValueOrDefault("warc-target-uri")?.Trim('<', '>');
            if (Body(fields.GetValueOrDefault("warc-type"), content, unpacking) is { IsEmpty: false } body)
                yield return new PackedFile(NameOf(url), body, url);
        }
    }

    private static ReadOnlyMemory<byte>? Body(string? type, ReadOnlyMemory<byte> content, Unpacking unpacking)
    {
        if (type is "resource" or "conversion")
            return content;
        if (type != "response" || !content.Span.StartsWith("HTTP/"u8))
            return null;
        var (fields, body) = Fields(content);
        if (fields.GetValueOrDefault("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
            body = Dechunked(body);
        var encoding = fields.GetValueOrDefault("content-encoding") ?? "";
        try
        {
            using var packed = new MemoryStream(body.ToArray(), writable: false);
            using Stream? unpacked = encoding.Contains("gzip", StringComparison.OrdinalIgnoreCase) && body.Span.StartsWith((byte[])[0x1F, 0x8B]) ? new GZipStream(packed, CompressionMode.Decompress)
                : encoding.Contains("br", StringComparison.OrdinalIgnoreCase) ? new BrotliStream(packed, CompressionMode.Decompress)
                : null;
            return unpacked is null ? body : unpacking.Unpack(unpacked, body.Length);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            // Crawlers often unpack the body and keep the header.
            return body;
        }
    }

    /// <summary>The fields behind the first line, by names in lower case, and what follows them.</summary>
    private static (Dictionary<string, string> Fields, ReadOnlyMemory<byte> Behind) Fields(ReadOnlyMemory<byte> bytes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (bytes.Length > 0)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var line = Encoding.Latin1.GetString(bytes.Span[..(end < 0 ? bytes.Length : end)]).TrimEnd('\r');
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (line.Length == 0)
                break;
            if (line.IndexOf(':') is > 0 and var colon)
                fields.TryAdd(line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
        }

        return (fields, bytes);
    }

    /// <summary>The chunks joined; the bytes themselves where there are none.</summary>
    private static ReadOnlyMemory<byte> Dechunked(ReadOnlyMemory<byte> bytes)
    {
        var joined = new MemoryStream();
        for (var rest = bytes; rest.Span.IndexOf((byte)'\n') is >= 0 and var end;)
        {
            var size = Encoding.Latin1.GetString(rest.Span[..Math.Min(end, 20)]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
                return joined.Length == 0 ? bytes : joined.ToArray();
            rest = rest[(end + 1)..];
            length = Math.Min(length, rest.Length);
            if (length == 0)
                break;
            joined.Write(rest.Span[..length]);
            rest = rest[length..];
            // The line end behind the chunk.
            while (rest.Length > 0 && rest.Span[0] is (byte)'\r' or (byte)'\n')
                rest = rest[1..];
        }

        return joined.ToArray();
    }

    private static string NameOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Path.GetFileName(uri.AbsolutePath) : "";
}
