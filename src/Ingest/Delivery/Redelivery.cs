using Microsoft.Extensions.Options;

namespace Ingest.Delivery;

/// <summary>Has files read again that were read before, or that could not be.</summary>
public sealed class Redelivery(IngestStorage storage, IngestPipeline pipeline, IOptions<IngestOptions> options, TimeProvider? time = null)
{
    /// <summary>
    /// Delivers the blobs side by side, as many at once as <see cref="IngestOptions.Concurrency"/> says, and writes their rows anew.
    /// </summary>
    /// <param name="blobs">Container and name of each.</param>
    /// <param name="tell">Hears, on any thread, when the storage doesn't answer and is waited for, and when it is back.</param>
    /// <param name="cancellationToken">Ends the work; what is under way is cut off, which the pipeline takes well.</param>
    /// <returns>One event a blob, in their order.</returns>
    public IAsyncEnumerable<WatchEvent> DeliverAsync(
        IEnumerable<string> blobs, Action<WatchEvent> tell, CancellationToken cancellationToken)
    {
        var delivery = RetriedDelivery.Patient(storage, pipeline, tell, time ?? TimeProvider.System);
        return OrderedParallel.SelectAsync(
            blobs.ToAsyncEnumerable(),
            options.Value.Concurrency,
            (path, token) =>
            {
                var blob = storage.Open(path);
                return delivery.DeliverAsync(blob, pipeline.IngestAgain(blob), token);
            },
            cancellationToken);
    }
}
