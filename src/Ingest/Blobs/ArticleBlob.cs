using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Ingest.Blobs;

/// <summary>Fetches a dropped file.</summary>
internal static class ArticleBlob
{
    /// <summary>The blob as it is now, in one request.</summary>
    /// <param name="blob">Where it lies.</param>
    /// <param name="knownETag">The version that nobody needs again; null for any.</param>
    /// <param name="maxBytes">A larger blob's bytes aren't fetched.</param>
    /// <param name="hasRoom">Whether so many bytes may be fetched now. If not, the transfer ends before its first byte: nobody knows for
    /// how long.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    public static async Task<FetchedBlob> FetchAsync(
        BlobClient blob, string? knownETag, long maxBytes, Func<long, bool> hasRoom, CancellationToken cancellationToken)
    {
        var options = new BlobDownloadOptions();
        if (knownETag is not null)
            options.Conditions = new BlobRequestConditions { IfNoneMatch = new ETag(knownETag) };

        try
        {
            // The headers come before the body, so the size is known before a byte of it is read.
            var response = await blob.DownloadStreamingAsync(options, cancellationToken);
            if (response.GetRawResponse().Status == 304)
                return new FetchedBlob.Unchanged();

            using var download = response.Value;
            var details = download.Details;
            var version =
                new BlobVersion(blob.BlobContainerName, blob.Name, details.ETag.ToString("H"), details.LastModified, details.VersionId);
            if (details.ContentLength > maxBytes)
                return new FetchedBlob.TooLarge(version, details.ContentLength);

            if (!hasRoom(details.ContentLength))
                return new FetchedBlob.Deferred();
            var bytes = new byte[details.ContentLength];
            await download.Content.ReadExactlyAsync(bytes, cancellationToken);
            return new FetchedBlob.Content(version, bytes);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)   // a missing container is a fault
        {
            return new FetchedBlob.Gone();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobArchived
            || e.ErrorCode == BlobErrorCode.BlobBeingRehydrated)
        {
            // 409, and no conflict: so it answers for days. Its properties can be had.
            var seen = await SeeAsync(blob, knownETag, cancellationToken);
            return seen is FetchedBlob.Seen(var version) ? new FetchedBlob.Archived(version) : seen;
        }
    }

    /// <summary>The version of the blob as it is now, without its bytes.</summary>
    /// <param name="blob">Where it lies.</param>
    /// <param name="knownETag">The version that nobody needs again; null for any.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static async Task<FetchedBlob> SeeAsync(BlobClient blob, string? knownETag, CancellationToken cancellationToken)
    {
        try
        {
            var seen = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            var version = new BlobVersion(blob.BlobContainerName, blob.Name, seen.ETag.ToString("H"), seen.LastModified, seen.VersionId);
            return version.ETag == knownETag ? new FetchedBlob.Unchanged() : new FetchedBlob.Seen(version);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return new FetchedBlob.Gone();
        }
    }

    /// <summary>Returns when the blob is still of that version.</summary>
    /// <exception cref="RequestFailedException">It isn't: 412, or 404 when it is gone.</exception>
    public static Task ConfirmAsync(BlobClient blob, string etag, CancellationToken cancellationToken) =>
        blob.GetPropertiesAsync(new BlobRequestConditions { IfMatch = new ETag(etag) }, cancellationToken);
}
