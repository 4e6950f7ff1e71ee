using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Ingest.Text.Tests.Articles;

/// <summary>Packs files as archives.</summary>
internal static class Pack
{
    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return zip.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Bytes)[] files)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
                writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
        }

        return tar.ToArray();
    }

    public static byte[] Zlib(byte[] bytes)
    {
        using var zlib = new MemoryStream();
        using (var packing = new ZLibStream(zlib, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(bytes);
        return zlib.ToArray();
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var gzip = new MemoryStream();
        using (var packing = new GZipStream(gzip, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(bytes);
        return gzip.ToArray();
    }

    public static byte[] Record(string type, string? url, byte[] block) => Join(
        Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\n{(url is null ? "" : $"WARC-Target-URI: {url}\r\n")}Content-Length: {block.Length}\r\n\r\n"), block, "\r\n\r\n"u8.ToArray());

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    /// <summary>LZW as a PDF has it, of runs of blanks each one longer than the run before: n codes give n (n + 1) / 2 blanks.</summary>
    public static byte[] LzwOfBlanks(int codes)
    {
        const int clear = 256, end = 257, first = 258;
        var (bits, held, packed) = (0, 0, new List<byte>());
        Write(clear, 9);
        for (var i = 0; i < codes; i++)
            Write(i == 0 ? ' ' : first + i - 1, Width(first + Math.Max(i - 1, 0)));
        Write(end, Width(first + codes - 1));
        packed.Add((byte)(bits << (8 - held)));
        return [.. packed];

        static int Width(int count) => count switch { < 511 => 9, < 1023 => 10, < 2047 => 11, _ => 12 };

        void Write(int code, int width)
        {
            (bits, held) = ((bits << width) | code, held + width);
            for (; held >= 8; held -= 8)
                packed.Add((byte)(bits >> (held - 8)));
            bits &= (1 << held) - 1;
        }
    }
}
