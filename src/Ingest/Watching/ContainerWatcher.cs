using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Azure;
using Ingest.Delivery;
using Microsoft.Extensions.Options;

namespace Ingest.Watching;

/// <summary>
/// The local host's trigger: lists the container again and again and hands every new, changed or deleted blob to the pipeline.
/// </summary>
public sealed class ContainerWatcher(
    IngestStorage storage, IngestPipeline pipeline, IOptions<IngestOptions> options, TimeProvider? time = null)
{
    // With the time of a listing this keeps a new blob waiting for less than two seconds, as long as there are some thousands of them.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A pause in units of the listing before it: a million blobs are two hundred requests, which aren't sent again every second.
    /// </summary>
    private const int ListingsInPause = 4;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Everything that happens, until it is cancelled or, with <paramref name="once"/>, nothing is left to do.</summary>
    /// <param name="once">Whether to end when a listing shows nothing new, and no run that was cut off may write any more over what was
    /// read.</param>
    /// <param name="cancellationToken">Ends the watching; what is under way is cut off, which the pipeline takes well.</param>
    /// <exception cref="RequestFailedException">The container can't be listed.</exception>
    public async IAsyncEnumerable<WatchEvent> WatchAsync(bool once, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Channel.CreateBounded<WatchEvent>(1000);
        var watching = RunAsync(once, events.Writer, stop.Token);
        try
        {
            await foreach (var watchEvent in events.Reader.ReadAllAsync(cancellationToken))
                yield return watchEvent;
        }
        finally
        {
            await stop.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(bool once, ChannelWriter<WatchEvent> events, CancellationToken cancellationToken)
    {
        var listing = new ContainerListing(storage, _time);
        var delivery =
            new RetriedDelivery(pipeline, _time, new StorageOutage(storage, events.WriteAsync, once ? null : TimeSpan.MaxValue, _time));
        // The first listing may have a million blobs: no more are begun than there are places for, and so long nothing new is listed.
        using var underWay = new BoundedTasks(options.Value.Concurrency);
        try
        {
            while (true)
            {
                var (found, pause) = await delivery.RetryAsync(() => ListAsync(listing, cancellationToken), cancellationToken);
                foreach (var (name, _) in found)
                    await events.WriteAsync(new WatchEvent.Found(name), cancellationToken);
                foreach (var (name, etag) in found)
                    await underWay.StartAsync(
                        () => ProcessAsync(name, etag, listing, delivery, events, cancellationToken), cancellationToken);

                if (once && found.Count == 0)
                {
                    if (listing.Pending() is not { } pending)
                        break;
                    await WaitAsync(new WatchEvent.Contested(pending.Blobs, pending.Next), events, cancellationToken);
                    continue;
                }

                await (once ? underWay.WhenAllAsync() : Task.Delay(pause, _time, cancellationToken));
                await underWay.ThrowIfFailedAsync();
            }

            events.Complete();
        }
        catch (Exception e)
        {
            await underWay.WhenAllAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            events.Complete(e);   // the reader throws it
        }
    }

    private async Task<(IReadOnlyList<(string Name, ETag? ETag)> Found, TimeSpan Pause)> ListAsync(
        ContainerListing listing, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var found = await listing.NextAsync(cancellationToken);
        return (found, PauseAfter(_time.GetElapsedTime(started)));
    }

    /// <summary>Waits until blobs that others are writing have another turn, and says so.</summary>
    private async Task WaitAsync(WatchEvent.Contested contested, ChannelWriter<WatchEvent> events, CancellationToken cancellationToken)
    {
        var turn = Task.Delay(UntilAfter(contested.Until), _time, cancellationToken);
        await events.WriteAsync(contested, cancellationToken);
        await turn;
    }

    /// <param name="listing">How long it took to list the container.</param>
    internal static TimeSpan PauseAfter(TimeSpan listing) =>
        TimeSpan.FromTicks(Math.Clamp(listing.Ticks * ListingsInPause, Pause.Ticks, MaxPause.Ticks));

    private TimeSpan UntilAfter(DateTimeOffset moment)
    {
        var left = moment - _time.GetUtcNow();
        return (left > TimeSpan.Zero ? left : TimeSpan.Zero) + Pause;
    }

    private async Task ProcessAsync(
        string name,
        ETag? etag,
        ContainerListing listing,
        RetriedDelivery delivery,
        ChannelWriter<WatchEvent> events,
        CancellationToken cancellationToken)
    {
        var blob = storage.Container.GetBlobClient(name);
        var result = await delivery.DeliverAsync(
            blob, token => pipeline.IngestAsync(blob, new KnownBlobVersion(etag), Tell, token), cancellationToken);
        if (result is WatchEvent.Done { Outcome.ContestedUntil: { } until })   // no event of the run that was cut off will come here
            listing.FindAgain(name, until);
        await events.WriteAsync(result, cancellationToken);

        // Who is slow to read hears of the end alone.
        void Tell(int articles, int all) => events.TryWrite(new WatchEvent.Written(name, articles, all));
    }
}
