using Azure;
using Azure.Storage.Blobs;
using Ingest.Blobs;
using Ingest.Delivery;

namespace Ingest;

/// <summary>
/// Messages in queues that say what became of a blob. A message may be late or come twice, so it only says where to look: what is done
/// follows from the blob as it is now.
/// </summary>
public sealed class BlobMessages(IngestStorage storage, IngestPipeline pipeline)
{
    /// <summary>A blob was deleted: its rows go, unless it is there again.</summary>
    /// <param name="message">One event of Event Grid, as JSON.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="FormatException">The message is no such event, or is about another container.</exception>
    /// <exception cref="RequestFailedException">The storage failed: call again later.</exception>
    public Task<IngestOutcome> DeletedAsync(string message, CancellationToken cancellationToken)
    {
        var blob = BlobMessage.OfEvent(message);
        return pipeline.IngestAsync(Open(blob), cancellationToken);
    }

    /// <summary>The host gave up on a blob: that is recorded, unless it was read or overwritten since.</summary>
    /// <param name="message">What the host puts into the poison queue of blob triggers, as JSON.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="FormatException">The message is no such message, or is about another container.</exception>
    /// <exception cref="RequestFailedException">The storage failed: call again later.</exception>
    /// <exception cref="TimeoutException">It is recorded, but one of the tries may yet write rows over it: call again once its time is
    /// over.</exception>
    public async Task<IngestOutcome> GivenUpAsync(string message, CancellationToken cancellationToken)
    {
        var blob = BlobMessage.OfPoison(message);
        const int tries = RetriedDelivery.MaxTries;
        var reason = $"The host gave up on it after {tries} tries; its log says why.";
        var outcome = await pipeline.GiveUpAsync(Open(blob), blob.Version, tries, reason, cancellationToken);
        return outcome.ContestedUntil is { } until
            ? throw new TimeoutException(
                $"{blob.Path} is recorded as given up, but a try of it that was cut off may write rows until {until:u}: it is to be "
                + "recorded once more then.")
            : outcome;
    }

    // A subscription without its filter would have every blob of the account read as an article.
    private BlobClient Open(BlobMessage blob) =>
        blob.Path.StartsWith(storage.Container.Name + "/", StringComparison.Ordinal)
            ? storage.Open(blob.Path)
            : throw new FormatException($"The message is about {blob.Path}, which is not in the container {storage.Container.Name}.");
}
