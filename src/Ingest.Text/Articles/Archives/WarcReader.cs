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
    private const string What = "web archive";

    /// <exception cref="ArticleFormatException">No record holds an article, or a limit is exceeded.</exception>
    public static IReadOnlyList<Article> Read(PackedFile warc, Unpacking unpacking) =>
        unpacking.ReadAll(Records(warc.Bytes, unpacking), What);

    private static IEnumerable<Member> Records(ReadOnlyMemory<byte> bytes, Unpacking unpacking)
    {
        while (true)
        {
            var start = bytes.Span.IndexOf("WARC/"u8);
            if (start < 0)
                yield break;
            var (fields, block) = Fields(bytes[start..]);
            var length =
                long.TryParse(fields.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var said)
                ? said
                : block.Length;
            var isWhole = length <= block.Length;
            var content = isWhole ? block[..(int)length] : block;
            bytes = block[content.Length..];
            var url = fields.GetValueOrDefault("warc-target-uri")?.Trim('<', '>');
            if (Payload(fields, content) is { } payload)
                yield return new Member(NameOf(url), () => isWhole ? payload.Unpack(unpacking) : throw ArchiveFault.Of(What), url);
        }
    }

    /// <summary>The readable content of the record; of a server's answer, only a page that was found.</summary>
    private static Body? Payload(Dictionary<string, string> record, ReadOnlyMemory<byte> content)
    {
        var type = record.GetValueOrDefault("warc-type");
        if (type is "resource" or "conversion")
            return Accompaniment.IsDeclared(record.GetValueOrDefault("content-type")) || content.IsEmpty ? null : new Body(content, [], "");
        if (type != "response" || !content.Span.StartsWith("HTTP/"u8))
            return null;
        var (fields, body) = Fields(content);
        return body.IsEmpty || !IsFound(content.Span) || Accompaniment.IsDeclared(fields.GetValueOrDefault("content-type"))
            ? null
            : new Body(body, fields, fields.GetValueOrDefault("content-encoding") ?? "");
    }

    /// <summary>Whether the status is 2xx: "HTTP/1.1 200 OK". An answer that the page is missing or elsewhere is no article.</summary>
    private static bool IsFound(ReadOnlySpan<byte> response) =>
        response.IndexOf((byte)' ') is > 0 and var space && response[(space + 1)..] is [(byte)'2', ..];

    /// <summary>The fields behind the first line, by names in lower case, and the bytes behind them.</summary>
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

    private sealed record Body(ReadOnlyMemory<byte> Bytes, Dictionary<string, string> Fields, string Encoding)
    {
        public ReadOnlyMemory<byte> Unpack(Unpacking unpacking)
        {
            var isChunked = Fields.GetValueOrDefault("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;
            var body = isChunked ? Dechunked(Bytes) : Bytes;
            var isGzip = Encoding.Contains("gzip", StringComparison.OrdinalIgnoreCase) && body.Span.StartsWith((byte[])[0x1F, 0x8B]);
            using var packed = new MemoryStream(body.ToArray(), writable: false);
            using Stream? unpacked = isGzip ? new GZipStream(packed, CompressionMode.Decompress)
                : Encoding.Contains("br", StringComparison.OrdinalIgnoreCase) ? new BrotliStream(packed, CompressionMode.Decompress)
                : null;
            try
            {
                return unpacked is null ? body : unpacking.Unpack(unpacked, body.Length);
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
            {
                // Crawlers often unpack the body and keep the header.
                return body;
            }
        }
    }

    private static string NameOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Path.GetFileName(uri.AbsolutePath) : "";
}
