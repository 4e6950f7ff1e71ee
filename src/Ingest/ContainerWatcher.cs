using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;

namespace Ingest;

/// <summary>The local host's trigger: lists the container again and again and hands every new or changed blob to the pipeline.</summary>
public sealed class ContainerWatcher(IngestStorage storage, IngestPipeline pipeline, IOptions<IngestOptions> options, TimeProvider? time = null)
{
    /// <summary>As often as the Functions host tries a blob before it gives it up.</summary>
    private const int MaxTries = 5;

    // With the time of a listing this keeps a new blob waiting for less than two seconds.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Everything that happens, until it is cancelled or, with <paramref name="once"/>, nothing is left to do.</summary>
    /// <param name="once">Whether to end when a listing shows nothing new.</param>
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
        using var places = new SemaphoreSlim(options.Value.Concurrency);
        var seen = new Dictionary<string, ETag>(StringComparer.Ordinal);
        var contested = new ConcurrentDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var underWay = new List<Task>();
        try
        {
            while (true)
            {
                var found = await FiveTimesAsync(() => FindAsync(seen, contested, cancellationToken), cancellationToken);
                foreach (var (name, etag) in found)
                {
                    seen[name] = etag;
                    await events.WriteAsync(new WatchEvent.Found(name), cancellationToken);
                    underWay.Add(ProcessAsync(name, etag, contested, places, events, cancellationToken));
                }

                if (once && found.Count == 0)
                    break;
                await (once ? Task.WhenAll(underWay) : Task.Delay(Pause, _time, cancellationToken));
                underWay.RemoveAll(task => task.IsCompletedSuccessfully);
            }

            events.Complete();
        }
        catch (Exception e)
        {
            await Task.WhenAll(underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            events.Complete(e);   // the reader throws it
        }
    }

    /// <summary>Names and versions of the blobs that are new, have changed, or may have been disturbed by a run that must be over by now.</summary>
    private async Task<List<(string Name, ETag ETag)>> FindAsync(
        Dictionary<string, ETag> seen, ConcurrentDictionary<string, DateTimeOffset> contested, CancellationToken cancellationToken)
    {
        foreach (var (name, until) in contested)
        {
            if (until < _time.GetUtcNow() && contested.TryRemove(name, out _))
                seen.Remove(name);
        }

        var found = new List<(string, ETag)>();
        await foreach (var blob in storage.Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken))
        {
            var etag = blob.Properties.ETag!.Value;
            if (!seen.TryGetValue(blob.Name, out var known) || known != etag)
                found.Add((blob.Name, etag));
        }

        return found;
    }

    private async Task ProcessAsync(
        string name,
        ETag etag,
        ConcurrentDictionary<string, DateTimeOffset> contested,
        SemaphoreSlim places,
        ChannelWriter<WatchEvent> events,
        CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var started = _time.GetTimestamp();
            WatchEvent result;
            try
            {
                var blob = storage.Container.GetBlobClient(name);
                var outcome = await FiveTimesAsync(() => pipeline.IngestAsync(blob, etag, cancellationToken), cancellationToken);
                if (outcome.ContestedUntil is { } until)   // no event of the run that was cut off will come here
                    contested[name] = until;
                result = new WatchEvent.Done(name, outcome, _time.GetElapsedTime(started));
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                result = new WatchEvent.Undone(name, e, _time.GetElapsedTime(started));
            }

            await events.WriteAsync(result, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<T> FiveTimesAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await work();
            }
            catch (Exception) when (tries < MaxTries && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 << tries), _time, cancellationToken);
            }
        }
    }
}
