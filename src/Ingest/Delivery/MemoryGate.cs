using System.Threading.RateLimiting;
using Ingest.Text.Articles;

namespace Ingest.Delivery;

/// <summary>
/// Bounds the bytes of files that are in work at the same time in this process. Large files are read and written one after the other:
/// eight at once would need more memory than an instance has. First come, first served.
/// </summary>
public sealed class MemoryGate
{
    /// <summary>In bytes. Smaller files aren't counted: their number at once is bounded by the concurrency.</summary>
    private const long Small = 1024 * 1024;

    // The limiter sums up the permits that are waited for in an int. With a permit a byte it would turn callers away beyond two GiB.
    private const long BytesOfPermit = 1024;

    private readonly int _permits;
    private readonly ConcurrencyLimiter _limiter;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;

    /// <param name="maxBytes">The bytes of all files together. A larger file takes all of it, and so is in work alone.</param>
    /// <param name="patience">How long after its delivery began a file may wait; <see cref="Timeout.InfiniteTimeSpan"/>: as long as it
    /// takes.</param>
    /// <param name="time">The clock.</param>
    public MemoryGate(long maxBytes, TimeSpan patience, TimeProvider time)
    {
        (_permits, _patience, _time) = (Permits(maxBytes), patience, time);
        _limiter = new(new ConcurrencyLimiterOptions
        {
            PermitLimit = _permits,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>How many KiB are waited for.</summary>
    internal long WaitedFor => _limiter.GetStatistics()!.CurrentQueuedCount;

    /// <summary>The bytes that a file counts with: what it may be unpacked to, or else its own.</summary>
    public static long BytesInWork(ReadOnlyMemory<byte> bytes, ArticleLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return ArticleReader.IsPacked(bytes.Span)
            ? Math.Max(bytes.Length, Math.Min(limits.MaxUnpackedBytes, (long)bytes.Length * limits.MaxRatio))
            : bytes.Length;
    }

    /// <summary>The lease of one delivery, which holds nothing yet. Disposing it gives back what it holds.</summary>
    public Lease Enter() => new(this);

    private static int Permits(long bytes) => (int)Math.Min(int.MaxValue, (bytes + BytesOfPermit - 1) / BytesOfPermit);

    /// <summary>
    /// A delivery keeps its lease over all its runs and attempts, from before the file is fetched until its rows are written. It holds
    /// nothing while it waits, so no two deliveries wait for each other.
    /// </summary>
    public sealed class Lease : IDisposable
    {
        private readonly MemoryGate _gate;
        private readonly long _began;
        private RateLimitLease? _lease;
        private int _held;
        private int _wanted;

        internal Lease(MemoryGate gate) => (_gate, _began) = (gate, gate._time.GetTimestamp());

        /// <summary>
        /// Whether so many bytes may be fetched or read now. If not, the lease holds nothing any more: call <see cref="WaitAsync"/>, then
        /// ask again.
        /// </summary>
        public bool TryTake(long bytes)
        {
            var wanted = bytes < Small ? 0 : Math.Min(Permits(bytes), _gate._permits);
            if (wanted <= _held)
                return true;
            Release();
            _wanted = wanted;
            return Keep(_gate._limiter.AttemptAcquire(wanted));
        }

        /// <summary>Takes so many bytes, and waits for them if it must. Whatever the lease held before it gives back first.</summary>
        /// <param name="bytes">How many.</param>
        /// <param name="path">Name of the file, for the message.</param>
        /// <param name="cancellationToken">Ends the waiting.</param>
        /// <exception cref="TimeoutException">There was no memory in time, or too many files are waiting.</exception>
        public async Task TakeAsync(long bytes, string path, CancellationToken cancellationToken)
        {
            while (!TryTake(bytes))
                await WaitAsync(path, cancellationToken);
        }

        /// <summary>Waits for the memory that was refused last.</summary>
        /// <param name="path">Container and name of the file, for the message.</param>
        /// <param name="cancellationToken">Ends the waiting.</param>
        /// <exception cref="TimeoutException">There was no memory in time, or too many files are waiting.</exception>
        public async Task WaitAsync(string path, CancellationToken cancellationToken)
        {
            using var impatience = new CancellationTokenSource(Left(), _gate._time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, impatience.Token);
            try
            {
                if (!Keep(await _gate._limiter.AcquireAsync(_wanted, either.Token)))
                    throw new MemoryGateTimeoutException($"{path} found too many large files waiting to wait as well (MaxBytesAtOnce).");
            }
            catch (OperationCanceledException e) when (impatience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new MemoryGateTimeoutException(
                    $"{path} found no room beside other large files within {_gate._patience.TotalMinutes} minutes (MaxBytesAtOnce).", e);
            }
        }

        /// <summary>Gives the room back.</summary>
        public void Dispose() => Release();

        private bool Keep(RateLimitLease lease)
        {
            if (!lease.IsAcquired)
            {
                lease.Dispose();
                return false;
            }

            (_lease, _held) = (lease, _wanted);
            return true;
        }

        private void Release()
        {
            _lease?.Dispose();
            (_lease, _held) = (null, 0);
        }

        /// <summary>How much of the patience is left.</summary>
        private TimeSpan Left()
        {
            if (_gate._patience == Timeout.InfiniteTimeSpan)
                return Timeout.InfiniteTimeSpan;
            var left = _gate._patience - _gate._time.GetElapsedTime(_began);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}

/// <summary>Other large files took the memory for too long. Nothing is wrong with this one: deliver it again.</summary>
internal sealed class MemoryGateTimeoutException(string message, Exception? inner = null) : TimeoutException(message, inner);
