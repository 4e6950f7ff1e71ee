using System.ComponentModel.DataAnnotations;

namespace Ingest.Text.Articles;

/// <summary>
/// What a file may at most cost. What exceeds a limit is an <see cref="ArticleFormatException"/>, whose message names it; of a file within
/// a file, that one alone fails, unless the limit is one of all of them together.
/// <para>
/// Not among them: entities that a document type declares, of which none is ever expanded and nothing outside the file is ever fetched; and
/// the depth of a page's elements, for what nests deeper than 256 is read as if it didn't.
/// </para>
/// </summary>
public sealed record ArticleLimits
{
    public static ArticleLimits Default { get; } = new();

    /// <summary>Bytes of one file, also of one within another. Default 64 MiB, from 1 KiB to 1 GiB.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Articles of one file, those of files within it among them. Default 10,000, from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxArticles { get; init; } = 10_000;

    /// <summary>
    /// UTF-16 units of an article's text that are searched for names and quotes. Default 2,000,000, from 1,000 to 100,000,000: the
    /// longest novels have three million, and a million takes some three seconds and a hundred megabytes.
    /// </summary>
    [Range(1000, 100_000_000)]
    public int MaxTextLength { get; init; } = 2_000_000;

    /// <summary>
    /// UTF-16 units of all texts of a file that are searched. Default 40,000,000, from 1,000 to 1,000,000,000: they take two minutes, of
    /// the four that a run has.
    /// </summary>
    [Range(1000, 1_000_000_000)]
    public long MaxTextOfAll { get; init; } = 40_000_000;

    /// <summary>Pages of a PDF. Default 500, from 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int MaxPages { get; init; } = 500;

    /// <summary>
    /// Bytes that a PDF's page draws, unpacked. Default 16 MiB, from 1 KiB to 1 GiB: their operators take some fifty times as much memory
    /// while the page is read. Chosen by hand: a page of text draws less than 1 MiB, a map may draw several.
    /// </summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long MaxPageBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Letters of a PDF's page, blanks among them. Default 200,000, from 1,000 to 10,000,000: a hundred thousand take some three seconds
    /// and a hundred and fifty megabytes. Chosen by hand: several times a newspaper's page of small print.
    /// </summary>
    [Range(1000, 10_000_000)]
    public int MaxPageLetters { get; init; } = 200_000;

    /// <summary>Files within archives and messages, all together. Default 10,000, from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxFiles { get; init; } = 10_000;

    /// <summary>Archives within archives and messages within messages, levels. Default 4, from 1 to 16.</summary>
    [Range(1, 16)]
    public int MaxDepth { get; init; } = 4;

    /// <summary>
    /// Elements of XML within elements, values of JSON within values, levels. Default 256, from 16 to 1,000: they are walked recursively.
    /// News stays below 40.
    /// </summary>
    [Range(16, 1000)]
    public int MaxNesting { get; init; } = 256;

    /// <summary>
    /// Elements of a page, also as a mail or as Markdown, or of a body in a feed, NITF, NewsML, JSON or a table. Default 300,000, from
    /// 1,000 to 100,000,000: each takes half a kilobyte while it is read, however short its tag. Pages of newsrooms stay below 10,000.
    /// </summary>
    [Range(1000, 100_000_000)]
    public int MaxElements { get; init; } = 300_000;

    /// <summary>Bytes that all archives of a file, or the streams of a PDF, unpack to. Default 256 MiB, from 1 KiB to 8 GiB.</summary>
    [Range(1024, 8L * 1024 * 1024 * 1024)]
    public long MaxUnpackedBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>
    /// Bytes unpacked from one packed byte, once a mebibyte is unpacked. Default 200, from 2 to 10,000: text packs 3 to 20 times, a bomb a
    /// thousand times.
    /// </summary>
    [Range(2, 10_000)]
    public int MaxRatio { get; init; } = 200;
}
