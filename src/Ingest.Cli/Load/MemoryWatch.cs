namespace Ingest.Cli.Load;

/// <summary>The most memory that this process has had, looked at five times a second.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer _timer;
    private long _peak;
    private long _total;

    public MemoryWatch() => _timer = new Timer(_ => Look(), state: null, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));

    /// <summary>Bytes of the working set, since the watch began.</summary>
    public long Total => Math.Max(Interlocked.Read(ref _total), Interlocked.Read(ref _peak));

    /// <summary>Bytes of the working set, since this was asked last.</summary>
    public long Next()
    {
        Look();
        var peak = Interlocked.Exchange(ref _peak, 0);
        Interlocked.Exchange(ref _total, Math.Max(peak, Interlocked.Read(ref _total)));
        return peak;
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        // In one step, for the timer and whoever asks come here at once: a peak between a look and a write would be lost.
        var (now, peak) = (Environment.WorkingSet, Interlocked.Read(ref _peak));
        while (now > peak && Interlocked.CompareExchange(ref _peak, now, peak) is var seen && seen != peak)
            peak = seen;
    }
}
