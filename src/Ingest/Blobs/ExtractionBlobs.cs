using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Text;

namespace Ingest.Blobs;

/// <summary>The complete extractions, one blob an article: <c>extractions/&lt;article id&gt;.json</c>.</summary>
internal sealed class ExtractionBlobs(BlobContainerClient container)
{
    private static readonly BlobHttpHeaders Headers = new() { ContentType = "application/json; charset=utf-8" };

    public Task WriteAsync(string articleId, Extraction extraction, CancellationToken cancellationToken) =>
        Blob(articleId).UploadAsync(
            BinaryData.FromBytes(ExtractionJson.Serialize(extraction, articleId)),
            new BlobUploadOptions { HttpHeaders = Headers },
            cancellationToken);

    /// <summary>One JSON object on one line; null when there is none.</summary>
    public async Task<BinaryData?> ReadAsync(string articleId, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(articleId).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public Task DeleteAsync(string articleId, CancellationToken cancellationToken) =>
        Blob(articleId).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient Blob(string articleId) => container.GetBlobClient($"{articleId}.json");
}
