using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Ingest.Rows;

namespace Ingest.Delivery;

/// <summary>
/// The runs of this process. Of a run of another process only its latest end is known: a run cancels itself after <see cref="Life"/>, and
/// other processes add <see cref="Margin"/>, because clocks differ and the service may still carry out a request that was abandoned.
/// </summary>
internal sealed class RunRegister(TimeProvider time)
{
    /// <summary>
    /// The longest time of a run, with all its tries and the pauses between them; an article takes milliseconds. This and the time that a
    /// large file waits for memory stay together below the host's time-out (<c>functionTimeout</c> of host.json), which ends the process.
    /// </summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(4);

    // 30 seconds of it are the service's own time-out for a request to a table; the rest is for the clocks:
    // https://learn.microsoft.com/rest/api/storageservices/setting-timeouts-for-table-service-operations
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly string _process = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private readonly ConcurrentDictionary<string, byte> _underWay = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>
    /// Begins a run. The caller must call <see cref="End"/>: then other runs of this process don't wait until its time is over.
    /// </summary>
    public string Begin()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{_process}-{Interlocked.Increment(ref _count)}");
        _underWay.TryAdd(id, 0);
        return id;
    }

    /// <summary>Every request of the run has been answered.</summary>
    public void End(string id) => _underWay.TryRemove(id, out _);

    /// <summary>The time by which every run that has begun by now has ended.</summary>
    public DateTimeOffset EndAtLatest() => time.GetUtcNow() + Life + Margin;

    /// <summary>The runs that may still write, without <paramref name="own"/>.</summary>
    public IReadOnlyList<OpenRun> OpenBeside(string own, IReadOnlyList<OpenRun> runs)
    {
        var now = time.GetUtcNow();
        return [.. runs.Where(run => run.Id != own && run.Until > now && !HasEnded(run.Id))];
    }

    private bool HasEnded(string id) => id.StartsWith(_process, StringComparison.Ordinal) && !_underWay.ContainsKey(id);
}
