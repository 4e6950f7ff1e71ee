using System.Formats.Tar;
using System.IO.Compression;

namespace Ingest.Text.Articles.Archives;

/// <summary>Zip, gzip and tar: the articles of the files in them, in their order.</summary>
internal static class ArchiveReader
{
    /// <exception cref="ArticleFormatException">It is broken, holds no article, or exceeds a limit.</exception>
    public static IReadOnlyList<Article> ReadZip(PackedFile zip, Unpacking unpacking) =>
        Guarded("zip archive", () =>
        {
            using var archive = new ZipArchive(Stream(zip));
            return archive.GetEntry(Docx.DocxReader.Story) is { } story ? [Docx.DocxReader.Read(archive, story, unpacking)] : unpacking.ReadAll(Entries(archive, unpacking), "zip archive");
        });

    /// <inheritdoc cref="ReadZip"/>
    public static IReadOnlyList<Article> ReadGzip(PackedFile gzip, Unpacking unpacking) =>
        Guarded("gzip archive", () =>
        {
            using var unpacked = new GZipStream(Stream(gzip), CompressionMode.Decompress);
            return unpacking.ReadAll([gzip with { Name = WithoutGz(gzip.Name), Bytes = unpacking.Unpack(unpacked, gzip.Bytes.Length) }], "gzip archive");
        });

    /// <inheritdoc cref="ReadZip"/>
    public static IReadOnlyList<Article> ReadTar(PackedFile tar, Unpacking unpacking) =>
        Guarded("tar archive", () =>
        {
            using var archive = new TarReader(Stream(tar));
            return unpacking.ReadAll(Entries(archive, unpacking), "tar archive");
        });

    private static IEnumerable<PackedFile> Entries(ZipArchive archive, Unpacking unpacking)
    {
        foreach (var entry in archive.Entries)
        {
            if (!IsFile(entry.FullName))
                continue;
            using var stream = entry.Open();
            yield return new PackedFile(entry.FullName, unpacking.Unpack(stream, entry.CompressedLength));
        }
    }

    private static IEnumerable<PackedFile> Entries(TarReader archive, Unpacking unpacking)
    {
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } stream && IsFile(entry.Name))
                yield return new PackedFile(entry.Name, unpacking.Unpack(stream, entry.Length));
        }
    }

    /// <summary>No folder, no hidden file, nothing that a Mac adds.</summary>
    private static bool IsFile(string path) => Path.GetFileName(path) is { Length: > 0 } name && name[0] != '.' && !path.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static string WithoutGz(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? name[..^3] + "tar" : name;

    private static MemoryStream Stream(PackedFile file) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(file.Bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(file.Bytes.ToArray(), writable: false);

    /// <summary>What the library throws over broken archives, as one failure.</summary>
    private static IReadOnlyList<Article> Guarded(string what, Func<IReadOnlyList<Article>> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException and not ArticleFormatException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw new ArticleFormatException(ArticleFormatCodes.Malformed, $"The {what} is broken or encrypted.");
        }
    }
}
