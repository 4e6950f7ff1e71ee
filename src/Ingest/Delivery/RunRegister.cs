using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Ingest.Rows;

namespace Ingest.Delivery;

/// <summary>
/// The runs of this process, and what is known of those of others: nothing but when they end at the latest. For that a run gives itself up
/// after <see cref="Life"/>, and others allow it <see cref="Margin"/> more: for clocks that differ, and for the time in which the service
/// may still carry out a request that nobody waits for any more.
/// </summary>
internal sealed class RunRegister(TimeProvider time)
{
    /// <summary>
    /// Of a run with all its tries and the pauses between them; an article takes milliseconds. Together with what a large file waits before
    /// it, below the host's time-out (<c>functionTimeout</c> of host.json), which ends a run less gently.
    /// </summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(4);

    // 30 seconds of it are the service's own time-out for a request to a table; the rest is for the clocks:
    // https://learn.microsoft.com/rest/api/storageservices/setting-timeouts-for-table-service-operations
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly string _process = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private readonly ConcurrentDictionary<string, byte> _underWay = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>
    /// A new run. Whoever began it says when it has ended, so that runs of this process needn't wait for its time to be over.
    /// </summary>
    public string Begin()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{_process}-{Interlocked.Increment(ref _count)}");
        _underWay.TryAdd(id, 0);
        return id;
    }

    /// <summary>Every request of the run has been answered.</summary>
    public void End(string id) => _underWay.TryRemove(id, out _);

    /// <summary>When a run that is under way now has ended, as all others may take for certain: it has begun by now.</summary>
    public DateTimeOffset EndAtLatest() => time.GetUtcNow() + Life + Margin;

    /// <summary>Those of the runs, but for <paramref name="own"/>, that may still write.</summary>
    public IReadOnlyList<OpenRun> OpenBeside(string own, IReadOnlyList<OpenRun> runs)
    {
        var now = time.GetUtcNow();
        return [.. runs.Where(run => run.Id != own && run.Until > now && !HasEnded(run.Id))];
    }

    private bool HasEnded(string id) => id.StartsWith(_process, StringComparison.Ordinal) && !_underWay.ContainsKey(id);
}
