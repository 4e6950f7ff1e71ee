using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Ingest.Text.Articles.Docx;
using Ingest.Text.Articles.Files;

namespace Ingest.Text.Articles.Archives;

/// <summary>Reads zip, gzip and tar: the articles of the files in them, in order.</summary>
internal static class ArchiveReader
{
    private const string Zip = "zip archive";
    private const string Gzip = "gzip archive";
    private const string Tar = "tar archive";

    /// <exception cref="ArticleFormatException">It is broken, locked, holds no article, or exceeds a limit.</exception>
    public static IReadOnlyList<Article> ReadZip(PackedFile zip, Unpacking unpacking) => ArchiveFault.Guard(Zip, () =>
    {
        using var archive = new ZipArchive(Stream(zip));
        if (archive.GetEntry(DocxReader.Story) is { } story)
            return [DocxReader.Read(archive, story, unpacking)];
        OfficePackage.Refuse(archive);
        return unpacking.ReadAll(Members(archive, unpacking), Zip);
    });

    /// <summary>
    /// Reads a gzip file. From a file that breaks off, an archive inside is read as far as it goes; half an article is not read.
    /// </summary>
    /// <inheritdoc cref="ReadZip"/>
    public static IReadOnlyList<Article> ReadGzip(PackedFile gzip, Unpacking unpacking)
    {
        using var stream = new GZipStream(Stream(gzip), CompressionMode.Decompress);
        var inner = new PackedFile(WithoutGz(gzip.Name), unpacking.Unpack(stream, gzip.Bytes.Length, out var fault));
        if (fault is not null && BinarySignature.Of(inner.Bytes.Span) is not { Format: FileFormat.Tar or FileFormat.WebArchive })
            throw ArchiveFault.Of(Gzip);
        var articles = unpacking.ReadInner(inner);
        if (fault is not null)
            unpacking.Unread.BreakOff(ArchiveFault.Of(Gzip));
        return articles;
    }

    /// <inheritdoc cref="ReadZip"/>
    public static IReadOnlyList<Article> ReadTar(PackedFile tar, Unpacking unpacking)
    {
        using var archive = new TarReader(Stream(tar));
        return unpacking.ReadAll(Members(archive, unpacking), Tar);
    }

    private static IEnumerable<Member> Members(ZipArchive archive, Unpacking unpacking)
    {
        foreach (var entry in archive.Entries)
        {
            if (IsFile(entry.FullName))
                yield return new Member(entry.FullName, () => Unpack(entry, unpacking));
        }
    }

    /// <exception cref="ArticleFormatException">The entry is locked: the library would give its bytes as they are stored.</exception>
    private static ReadOnlyMemory<byte> Unpack(ZipArchiveEntry entry, Unpacking unpacking)
    {
        if (entry.IsEncrypted)
            throw ArchiveFault.Locked("file");
        using var stream = entry.Open();
        return unpacking.Unpack(stream, entry.CompressedLength);
    }

    private static IEnumerable<Member> Members(TarReader archive, Unpacking unpacking)
    {
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile
                && IsFile(entry.Name))
                yield return new Member(entry.Name, () => Unpack(entry, unpacking));
        }
    }

    private static ReadOnlyMemory<byte> Unpack(TarEntry entry, Unpacking unpacking)
    {
        var bytes = entry.DataStream is { } stream ? unpacking.Unpack(stream, entry.Length) : default;
        // For a file that was cut off, the library gives the bytes that are there, without a failure.
        return bytes.Length == entry.Length ? bytes : throw ArchiveFault.Of(Tar);
    }

    /// <summary>Whether the path is a file, and no folder, no hidden file, and nothing that a Mac adds.</summary>
    private static bool IsFile(string path) =>
        Path.GetFileName(path) is { Length: > 0 } name && name[0] != '.' && !path.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static string WithoutGz(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3]
        : name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? name[..^3] + "tar"
        : name;

    private static MemoryStream Stream(PackedFile file) =>
        MemoryMarshal.TryGetArray(file.Bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(file.Bytes.ToArray(), writable: false);
}
