using Ingest.Rows;

namespace Ingest.Audit;

/// <summary>Something that an undisturbed run would not have left.</summary>
/// <param name="Kind">What is amiss.</param>
/// <param name="Blob">Container and name of the file; null when nobody knows it.</param>
/// <param name="ArticleId">Id of the article.</param>
/// <param name="Table">The table of the row; null when it is about no row.</param>
/// <param name="PartitionKey">Of the row.</param>
/// <param name="RowKey">Of the row.</param>
public sealed record Discrepancy(
    DiscrepancyKind Kind, string? Blob, string ArticleId, string? Table = null, string? PartitionKey = null, string? RowKey = null)
{
    /// <summary>Whether it was mended; null when that was not asked for.</summary>
    public bool? Repaired { get; init; }

    internal static Discrepancy OfRow(DiscrepancyKind kind, string? blob, string articleId, RowAddress row) =>
        new(kind, blob, articleId, row.Table.ToString(), row.PartitionKey, row.RowKey);
}

/// <summary>What is amiss, and so what a repair does: it reads the file again, or deletes what belongs to none.</summary>
public enum DiscrepancyKind : byte
{
    /// <summary>A file that nobody has read.</summary>
    Unread,

    /// <summary>The file was overwritten, and the rows are those of the version before.</summary>
    Outdated,

    /// <summary>The file is gone, and its rows are there.</summary>
    Gone,

    /// <summary>A run was cut off, and none came after it: rows may be of two versions.</summary>
    CutOff,

    /// <summary>An article of a file that holds several has no row.</summary>
    ArticleMissing,

    /// <summary>An article that its file doesn't hold, or rows of an article without a row of its own.</summary>
    ArticleStray,

    /// <summary>Entities or quotes of an article aren't there.</summary>
    FindingMissing,

    /// <summary>A view lacks a row.</summary>
    RowMissing,

    /// <summary>A view's row says something else than the truth.</summary>
    RowDiffers,

    /// <summary>A view has a row that the truth knows nothing of; among them failures of files that were read since.</summary>
    RowStray,

    /// <summary>An article has rows, and no blob with its extraction.</summary>
    ExtractionMissing,

    /// <summary>An extraction of no article.</summary>
    ExtractionStray,
}
