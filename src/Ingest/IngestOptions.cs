using System.ComponentModel.DataAnnotations;
using Ingest.Text.Articles;
using Microsoft.Extensions.Options;

namespace Ingest;

/// <summary>Settings of the section <c>Ingest</c>.</summary>
public sealed class IngestOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Ingest";

    private const string ContainerPattern = "^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$";
    private const string ContainerName = "it takes the name of a container: 3 to 63 small letters, digits and single hyphens.";

    /// <summary>Container that article files are dropped into. Default <c>articles</c>, and under triggers no other.</summary>
    [Required(ErrorMessage = ContainerName), RegularExpression(ContainerPattern, ErrorMessage = ContainerName)]
    public string ArticlesContainer { get; set; } = "articles";

    /// <summary>Container of the complete extractions, another one than that of the articles. Default <c>extractions</c>.</summary>
    [Required(ErrorMessage = ContainerName), RegularExpression(ContainerPattern, ErrorMessage = ContainerName)]
    public string ExtractionsContainer { get; set; } = "extractions";

    /// <summary>
    /// Bytes of the largest blob that is fetched. Default 64 MiB, from 1 KiB to 1 GiB. Larger ones want a larger
    /// <see cref="ArticleLimits.MaxBytes"/> too.
    /// </summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long MaxBlobBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Bytes of large files (of a mebibyte and more) that this process has in work at the same time, from before a file is fetched until
    /// its rows are written. A file that is larger than this is in work alone. Default 64 MiB, from 1 MiB to 1 GiB. It bounds the memory: a
    /// page takes twenty times its size while it is read, and half a kilobyte for each of its elements
    /// (<see cref="ArticleLimits.MaxElements"/>); the findings of a text take ten times its size. An archive, a message or a PDF counts
    /// with the size to which it may unpack: its own size times <see cref="ArticleLimits.MaxRatio"/>, at most
    /// <see cref="ArticleLimits.MaxUnpackedBytes"/>.
    /// </summary>
    [Range(1024 * 1024, 1024 * 1024 * 1024)]
    public int MaxBytesAtOnce { get; set; } = 64 * 1024 * 1024;

    /// <summary>What a file may cost while it is read: settings <c>Ingest:Limits:MaxFiles</c> and so on.</summary>
    [ValidateObjectMembers]
    public ArticleLimits Limits { get; set; } = new();

    /// <summary>Blobs that the local host processes at once. Default 8, from 1 to 64. In Azure, host.json says it.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 8;

    /// <summary>
    /// Prefix of every table's name, so that several installations can share an account. Default none; letters and digits, at most 20.
    /// </summary>
    [RegularExpression("^([A-Za-z][A-Za-z0-9]{0,19})?$", ErrorMessage = "it takes up to 20 letters and digits, a letter first.")]
    public string TablePrefix { get; set; } = "";
}
