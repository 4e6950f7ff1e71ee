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
}
