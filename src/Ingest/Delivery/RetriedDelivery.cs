using Azure.Storage.Blobs;

namespace Ingest.Delivery;

/// <summary>
/// Delivers a blob as the Functions host does: five tries, and then it is given up, which is recorded as the poison queue's are.
/// </summary>
/// <param name="pipeline">Who reads it.</param>
/// <param name="time">The clock.</param>
/// <param name="outage">Has tries that the storage didn't answer wait for it, and not count. Null: they count like any other.</param>
internal sealed class RetriedDelivery(IngestPipeline pipeline, TimeProvider time, StorageOutage? outage = null)
{
    /// <summary>As often as the Functions host tries a blob before it gives it up: <c>poisonBlobThreshold</c> of host.json.</summary>
    public const int MaxTries = 5;

    /// <summary>One that waits for a storage that is away, for two minutes at most.</summary>
    public static RetriedDelivery Patient(IngestStorage storage, IngestPipeline pipeline, Action<WatchEvent> tell, TimeProvider time) =>
        new(
            pipeline,
            time,
            new StorageOutage(storage, (told, _) => { tell(told); return ValueTask.CompletedTask; }, patience: null, time));

    /// <param name="blob">The blob.</param>
    /// <param name="deliver">What the pipeline is to do with it.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    /// <returns><see cref="WatchEvent.Done"/> or <see cref="WatchEvent.Undone"/>.</returns>
    /// <exception cref="OutOfMemoryException">It is no fault of the file, and nothing is recorded of it.</exception>
    public async Task<WatchEvent> DeliverAsync(
        BlobClient blob, Func<CancellationToken, Task<IngestOutcome>> deliver, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            var outcome = await RetryAsync(() => deliver(cancellationToken), cancellationToken);
            return new WatchEvent.Done(blob.Name, outcome, time.GetElapsedTime(started));
        }
        catch (Exception e) when (e is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            return new WatchEvent.Undone(blob.Name, await RecordAsync(blob, e, cancellationToken), time.GetElapsedTime(started));
        }
    }

    public async Task<T> RetryAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var waits = 0;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await work();
            }
            catch (Exception e) when (outage is not null
                && StorageOutage.Is(e)
                && waits < StorageOutage.MaxWaits
                && !cancellationToken.IsCancellationRequested)
            {
                waits++;
                tries--;
                await outage.WaitAsync(e, cancellationToken);
            }
            catch (Exception e) when (e is not OutOfMemoryException && tries < MaxTries && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 << tries), time, cancellationToken);
            }
        }
    }

    /// <returns>All that went wrong: where the storage is away, there is no recording that either.</returns>
    private async Task<Exception> RecordAsync(BlobClient blob, Exception fault, CancellationToken cancellationToken)
    {
        try
        {
            await pipeline.GiveUpAsync(blob, version: null, MaxTries, $"{fault.GetType().Name}: {fault.Message}", cancellationToken);
            return fault;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new AggregateException(e, fault);
        }
    }
}
