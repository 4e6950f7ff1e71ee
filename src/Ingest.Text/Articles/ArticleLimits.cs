namespace Ingest.Text.Articles;

/// <summary>What a file may at most cost. What exceeds a limit is an <see cref="ArticleFormatException"/>.</summary>
public sealed record ArticleLimits
{
    public static ArticleLimits Default { get; } = new();

    /// <summary>Bytes of one file. Default 64 MiB.</summary>
    public long MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Articles of one file. Default 10,000.</summary>
    public int MaxArticles { get; init; } = 10_000;

    /// <summary>Pages of a PDF. Default 500.</summary>
    public int MaxPages { get; init; } = 500;

    /// <summary>Files within archives and messages, all together. Default 10,000.</summary>
    public int MaxFiles { get; init; } = 10_000;

    /// <summary>Archives within archives and messages within messages, levels. Default 4.</summary>
    public int MaxDepth { get; init; } = 4;

    /// <summary>Bytes that all archives of a file unpack to. Default 256 MiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>Bytes unpacked from one packed byte, once a mebibyte is unpacked. Default 200: text packs 3 to 20 times, a bomb a thousand times.</summary>
    public int MaxRatio { get; init; } = 200;
}
