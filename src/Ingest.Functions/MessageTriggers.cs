using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions;

/// <summary>What became of a blob after it was dropped.</summary>
public sealed class MessageTriggers(BlobMessages messages)
{
    private const string Storage = IngestRegistration.StorageSetting;

    /// <summary>A blob was deleted: Event Grid puts its events into a queue, where they wait while the app is away.</summary>
    [Function(nameof(DeleteOnEvent))]
    public Task DeleteOnEvent([QueueTrigger("blob-deleted", Connection = Storage)] string message, CancellationToken cancellationToken) =>
        messages.DeletedAsync(message, cancellationToken);

    /// <summary>The host gave up on a blob after <c>poisonBlobThreshold</c> tries.</summary>
    [Function(nameof(RecordPoison))]
    public Task RecordPoison(
        [QueueTrigger("webjobs-blobtrigger-poison", Connection = Storage)] string message, CancellationToken cancellationToken) =>
        messages.GivenUpAsync(message, cancellationToken);
}
