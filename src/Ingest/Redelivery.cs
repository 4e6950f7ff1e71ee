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
    /// <returns>One event a blob, in their order.</returns>
    public IAsyncEnumerable<WatchEvent> DeliverAsync(IAsyncEnumerable<string> blobs, CancellationToken cancellationToken) =>
        InOrder.Select(
            blobs,
            options.Value.Concurrency,
            (blob, token) => _delivery.DeliverAsync(storage.Open(blob), pipeline.IngestAgainAsync, token),
            cancellationToken);
}
