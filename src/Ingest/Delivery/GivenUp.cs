using Azure;
using Ingest.Blobs;
using Ingest.Rows;

namespace Ingest.Delivery;

/// <summary>That nobody tries a blob any more, and what follows from it for the blob as it is by now.</summary>
/// <param name="Version">The version that was given up; null when nobody knows.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Message">Why, in a sentence.</param>
internal sealed record GivenUp(ETag? Version, int Attempts, string Message)
{
    /// <param name="row">The first article's row as it was read; null when there is none.</param>
    /// <param name="there">The blob as it is.</param>
    public GivenUpBlob Judge(ArticleRow? row, BlobVersion there)
    {
        var isOverwritten = Version is { } version && version.ToString("H") != there.ETag;
        if (isOverwritten && (row is null || ArticleWriter.IsSettled(row)))
            return GivenUpBlob.Overwritten;
        if (!isOverwritten
            && (row is null || row.Status == ArticleStatus.Writing || row.Reason == FailureRow.GivenUp || row.BlobETag != there.ETag))
            return GivenUpBlob.Unread;
        return GivenUpBlob.Doubtful;
    }

    /// <summary>Whether the rows are those of a version that some engine has read: rows of an older one are better than none.</summary>
    public static bool IsRead(ArticleRow? row) => row?.Status == ArticleStatus.Ready && ArticleWriter.IsSettled(row);
}

internal enum GivenUpBlob
{
    /// <summary>The version that is there now has a delivery of its own: there is nothing to do.</summary>
    Overwritten,

    /// <summary>It is to be recorded as given up.</summary>
    Unread,

    /// <summary>
    /// It was read meanwhile, or found unreadable, but a run that was given up, perhaps this one, may have changed its rows since, and
    /// nobody else will look: it is to be read.
    /// </summary>
    Doubtful,
}
