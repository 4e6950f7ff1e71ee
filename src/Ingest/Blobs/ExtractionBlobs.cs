using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Text;

namespace Ingest.Blobs;

/// <summary>The complete extractions, one blob an article: <c>extractions/&lt;article id&gt;.json</c>.</summary>
internal sealed class ExtractionBlobs(BlobContainerClient container)
{
    private const string Suffix = ".json";

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

    public async Task<bool> ExistsAsync(string articleId, CancellationToken cancellationToken) =>
        await Blob(articleId).ExistsAsync(cancellationToken);

    /// <summary>All of them: the article's id, and the version of the extraction. What else lies there, in JSON, is among them.</summary>
    public IAsyncEnumerable<(string ArticleId, ETag Version)> ListAsync(CancellationToken cancellationToken) =>
        container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken)
            .Where(blob => blob.Name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(blob => (blob.Name[..^Suffix.Length], blob.Properties.ETag!.Value));

    /// <summary>A blob of another kind in the same container.</summary>
    /// <param name="name">One that can't be an article's id with the suffix of an extraction.</param>
    public BlobClient Beside(string name) => container.GetBlobClient(name);

    public Task DeleteAsync(string articleId, CancellationToken cancellationToken) =>
        Blob(articleId).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <exception cref="RequestFailedException">412: somebody has written it since.</exception>
    public Task DeleteAsync(string articleId, ETag version, CancellationToken cancellationToken) =>
        Blob(articleId).DeleteIfExistsAsync(
            conditions: new BlobRequestConditions { IfMatch = version }, cancellationToken: cancellationToken);

    private BlobClient Blob(string articleId) => container.GetBlobClient(articleId + Suffix);
}
