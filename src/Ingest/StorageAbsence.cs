using Azure;

namespace Ingest;

/// <summary>
/// The time during which the storage gives no answer at all: stopped, or out of reach. Nothing is wrong with any file then, so none is
/// given up; all who wait do so for the same one that asks again and again.
/// </summary>
/// <param name="storage">Who doesn't answer.</param>
/// <param name="tell">Hears of the beginning, <see cref="WatchEvent.Away"/>, and of the end, <see cref="WatchEvent.Back"/>.</param>
/// <param name="patience">How long it may take before the fault is thrown all the same; null for <see cref="Patience"/>.</param>
/// <param name="time">The clock.</param>
internal sealed class StorageAbsence(
    IngestStorage storage, Func<WatchEvent, CancellationToken, ValueTask> tell, TimeSpan? patience, TimeProvider time)
{
    /// <summary>
    /// How often one file may wait without its try being counted. After that, a fault that looks like an absence while the storage answers
    /// whenever it is asked is charged to the file.
    /// </summary>
    public const int MaxWaits = 5;

    /// <summary>For a storage that is away while somebody waits for the end. Who watches waits until somebody ends it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task _waiting = Task.CompletedTask;

    /// <summary>Whether a request got no answer; every answer, also a refusal, has a status.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        RequestFailedException { Status: 0 } or IOException => true,
        AggregateException { InnerExceptions: var tries } => tries.All(Is),
        TaskCanceledException => true,   // the client's own patience was over
        _ => false,
    };

    /// <summary>Returns when the storage answers.</summary>
    public Task WaitAsync(Exception fault, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiting.IsCompleted)
                _waiting = AskAsync(fault, cancellationToken);
            return _waiting;
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
                await tell(new WatchEvent.Away(still), cancellationToken);
            isTold = true;
            await Task.Delay(Pause, time, cancellationToken);
        }

        if (isTold)
            await tell(new WatchEvent.Back(), cancellationToken);
    }

    private async Task<Exception?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            await storage.AskAsync(cancellationToken);
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
