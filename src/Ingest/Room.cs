using System.Threading.RateLimiting;

namespace Ingest;

/// <summary>
/// How many bytes of files may be in work at once in this process. Large files are read and written one after the other: eight at once
/// would want more memory than an instance has. Who asks first has room first.
/// </summary>
internal sealed class Room
{
    /// <summary>Files under it take nothing and wait for nobody: how many there are at once is bounded.</summary>
    private const long Small = 1024 * 1024;

    // The limiter counts in an int what all who wait want together. Counted in bytes that were two GiB, and whoever came then would be
    // turned away.
    private const long BytesOfPermit = 1024;

    private readonly int _permits;
    private readonly ConcurrencyLimiter _limiter;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;

    /// <param name="maxBytes">Of all together. A larger file takes all of it, and so is alone.</param>
    /// <param name="patience">How long after its delivery began a file may wait; <see cref="Timeout.InfiniteTimeSpan"/>: as long as it
    /// takes.</param>
    /// <param name="time">The clock.</param>
    public Room(long maxBytes, TimeSpan patience, TimeProvider time)
    {
        (_permits, _patience, _time) = (Permits(maxBytes), patience, time);
        _limiter = new(new ConcurrencyLimiterOptions
        {
            PermitLimit = _permits,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>What one delivery takes of it, until it is disposed. Nothing yet.</summary>
    public Share Enter() => new(this);

    private static int Permits(long bytes) => (int)Math.Min(int.MaxValue, (bytes + BytesOfPermit - 1) / BytesOfPermit);

    /// <summary>
    /// A delivery keeps its share over all its runs and tries, from before the file is fetched until its rows are written. It holds none
    /// while it waits, so no two wait for each other.
    /// </summary>
    internal sealed class Share(Room room) : IDisposable
    {
        private readonly long _began = room._time.GetTimestamp();
        private RateLimitLease? _lease;
        private int _held;
        private int _wanted;

        /// <summary>
        /// Whether so many bytes may be fetched, or looked through, now. If not, nothing is held any more: <see cref="WaitAsync"/>, and ask
        /// again.
        /// </summary>
        public bool TryTake(long bytes)
        {
            var wanted = bytes < Small ? 0 : Math.Min(Permits(bytes), room._permits);
            if (wanted <= _held)
                return true;
            Release();
            _wanted = wanted;
            return Keep(room._limiter.AttemptAcquire(wanted));
        }

        /// <summary>Waits for the room that was refused last.</summary>
        /// <param name="path">Container and name of the file, for the message.</param>
        /// <param name="cancellationToken">Ends the waiting.</param>
        /// <exception cref="NoRoomException">There was none in time, or too many are waiting.</exception>
        public async Task WaitAsync(string path, CancellationToken cancellationToken)
        {
            using var impatience = new CancellationTokenSource(Left(), room._time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, impatience.Token);
            try
            {
                if (!Keep(await room._limiter.AcquireAsync(_wanted, either.Token)))
                    throw new NoRoomException($"{path} found too many large files waiting to wait as well (MaxBytesAtOnce).");
            }
            catch (OperationCanceledException e) when (impatience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new NoRoomException(
                    $"{path} found no room beside other large files within {room._patience.TotalMinutes} minutes (MaxBytesAtOnce).", e);
            }
        }

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

        /// <summary>Of the room's patience.</summary>
        private TimeSpan Left()
        {
            if (room._patience == Timeout.InfiniteTimeSpan)
                return Timeout.InfiniteTimeSpan;
            var left = room._patience - room._time.GetElapsedTime(_began);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}

/// <summary>Other large files were in work all the while. Nothing is wrong with this one: deliver it again.</summary>
internal sealed class NoRoomException(string message, Exception? inner = null) : TimeoutException(message, inner);
