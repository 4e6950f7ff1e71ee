using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Cli.Views;

namespace Ingest.Cli.Files;

/// <summary>Brings files into the container where articles are dropped.</summary>
internal sealed class Drop(BlobContainerClient articles)
{
    // Waits for the network, not for the processor.
    private const int Concurrency = 8;

    /// <summary>
    /// Uploads the files whose content the container doesn't hold yet. One that can't be opened is told on standard error, and costs none
    /// of the others.
    /// </summary>
    /// <exception cref="CommandException">Two files would be the same blob.</exception>
    public async Task<DropCount> UploadAsync(IReadOnlyList<ArticleFile> files, CancellationToken cancellationToken)
    {
        foreach (var twins in files.GroupBy(file => file.BlobName, StringComparer.Ordinal).Where(group => group.Count() > 1))
            throw new CommandException(
                $"'{twins.First().Path}' and '{twins.Last().Path}' would both be the blob '{twins.Key}'.", ExitCode.Usage);

        var (uploaded, unopened) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, options, async (file, token) =>
        {
            try
            {
                await using var stream = file.Open();
                if (await UploadAsync(file, stream, token))
                    Interlocked.Increment(ref uploaded);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                StandardError.Say($"{file.Path}: {e.Message}");
                Interlocked.Increment(ref unopened);
            }
        });
        return new DropCount(files.Count, uploaded, unopened);
    }

    private async Task<bool> UploadAsync(ArticleFile file, FileStream stream, CancellationToken cancellationToken)
    {
        var hash = await MD5.HashDataAsync(stream, cancellationToken);
        var blob = articles.GetBlobClient(file.BlobName);
        if (await HashOfAsync(blob, cancellationToken) is { } there && there.AsSpan().SequenceEqual(hash))
            return false;
        stream.Position = 0;
        // Set by hand, for the service knows no hash of a blob that comes in several blocks.
        await blob.UploadAsync(
            stream, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentHash = hash } }, cancellationToken);
        return true;
    }

    private static async Task<byte[]?> HashOfAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ContentHash;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
