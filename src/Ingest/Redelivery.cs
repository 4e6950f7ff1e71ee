using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Ingest;

/// <summary>Has files read again that were read before, or that could not be.</summary>
public sealed class Redelivery(IngestStorage storage, IngestPipeline pipeline, IOptions<IngestOptions> options, TimeProvider? time = null)
{
    private readonly Delivery _delivery = new(pipeline, time ?? TimeProvider.System);

    /// <summary>
    /// Delivers the blobs side by side, as many at once as <see cref="IngestOptions.Concurrency"/> says, and writes their rows anew. Memory
    /// doesn't grow with their number.
    /// </summary>
    /// <param name="blobs">Container and name of each.</param>
    /// <param name="cancellationToken">Ends the work; what is under way is cut off, which the pipeline takes well.</param>
    /// <returns>One event a blob, as each is done.</returns>
    public async IAsyncEnumerable<WatchEvent> DeliverAsync(
        IAsyncEnumerable<string> blobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Channel.CreateBounded<WatchEvent>(options.Value.Concurrency);
        var delivering = RunAsync();
        try
        {
            await foreach (var done in events.Reader.ReadAllAsync(cancellationToken))
                yield return done;
        }
        finally
        {
            await stop.CancelAsync();
            await delivering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task RunAsync()
        {
            try
            {
                var degree = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Concurrency, CancellationToken = stop.Token };
                await Parallel.ForEachAsync(blobs, degree, async (blob, token) =>
                    await events.Writer.WriteAsync(await _delivery.DeliverAsync(storage.Open(blob), seen: null, again: true, token), token));
                events.Writer.Complete();
            }
            catch (Exception e)
            {
                events.Writer.Complete(e);   // the reader throws it
            }
        }
    }
}
