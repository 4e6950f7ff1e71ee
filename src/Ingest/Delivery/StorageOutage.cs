using Azure;

namespace Ingest.Delivery;

/// <summary>
/// Waits while the storage gives no answer at all, because it is stopped or out of reach. No file is at fault then, so no file is given
/// up. However many deliveries wait, only one of them asks the storage again.
/// </summary>
/// <param name="storage">The storage.</param>
/// <param name="tell">Is called when the outage begins (<see cref="WatchEvent.OutageBegan"/>) and when it ends
/// (<see cref="WatchEvent.OutageEnded"/>).</param>
/// <param name="patience">How long it may take before the fault is thrown all the same; null for <see cref="Patience"/>.</param>
/// <param name="time">The clock.</param>
internal sealed class StorageOutage(
    IngestStorage storage, Func<WatchEvent, CancellationToken, ValueTask> tell, TimeSpan? patience, TimeProvider time)
{
    /// <summary>
    /// How often one file may wait without the attempt being counted. After that the fault is the file's: it looks like an outage, but the
    /// storage answers whenever it is asked.
    /// </summary>
    public const int MaxWaits = 5;

    /// <summary>For commands that end by themselves. Watching waits until it is cancelled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task _waiting = Task.CompletedTask;

    /// <summary>Whether a request got no answer; every answer, also a refusal, has a status.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        RequestFailedException { Status: 0 } or IOException => true,
        AggregateException { InnerExceptions: var tries } => tries.All(Is),
        TaskCanceledException => true,   // the client's own time-out
        _ => false,
    };

    /// <summary>Returns when the storage answers.</summary>
    /// <param name="fault">How the outage showed itself.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller. The first caller's token ends the asking, too.</param>
    public Task WaitAsync(Exception fault, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiting.IsCompleted)
                _waiting = AskAsync(fault, cancellationToken);
            return _waiting.WaitAsync(cancellationToken);
        }
    }

    private async Task AskAsync(Exception fault, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var isTold = false;
        while (await FaultAsync(cancellationToken) is { } still)
        {
            if (time.GetElapsedTime(since) > (patience ?? Patience))
                throw new AggregateException(fault, still);
            if (!isTold)
                await tell(new WatchEvent.OutageBegan(still), cancellationToken);
            isTold = true;
            await Task.Delay(Pause, time, cancellationToken);
        }

        if (isTold)
            await tell(new WatchEvent.OutageEnded(), cancellationToken);
    }

    private async Task<Exception?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Both services, for something small.
            await storage.Container.ExistsAsync(cancellationToken);
            await storage.Articles.ReadAsync("-", cancellationToken);
            return null;
        }
        catch (RequestFailedException e) when (e.Status != 0)
        {
            return null;   // an answer, whatever it says
        }
        catch (Exception e) when (Is(e) && !cancellationToken.IsCancellationRequested)
        {
            return e;
        }
    }
}
