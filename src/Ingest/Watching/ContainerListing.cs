using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs.Models;

namespace Ingest.Watching;

/// <summary>
/// What has changed in the container since it was listed last. A blob counts as deleted when a complete listing lacks it. It may exist all
/// the same, made after the listing passed its name: the delivery looks at the blob itself and finds it.
/// </summary>
internal sealed class ContainerListing(IngestStorage storage, TimeProvider time)
{
    private readonly Dictionary<string, Sight> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _again = new(StringComparer.Ordinal);
    private int _listing;
    private bool _isSwept;

    /// <summary>
    /// Blobs that are new, have changed or are gone, or that were to be found again. The first call gives all blobs. One later call, when
    /// these have been given, adds the blobs that are gone and have rows: one request for a thousand articles.
    /// </summary>
    /// <returns>Each with its version; null when it is gone.</returns>
    /// <exception cref="RequestFailedException">The listing broke off, and nothing of it counts. Call again.</exception>
    public async Task<IReadOnlyList<(string Name, ETag? ETag)>> NextAsync(CancellationToken cancellationToken)
    {
        var isFirst = _seen.Count == 0 && !_isSwept;
        var found = await ListAsync(cancellationToken);
        if (!_isSwept && (!isFirst || found.Count == 0))
        {
            found.AddRange((await SweepAsync(cancellationToken)).Select(name => (name, (ETag?)null)));
            _isSwept = true;
        }

        foreach (var (name, etag) in found)
        {
            _again.TryRemove(name, out _);
            if (etag is { } version)
                _seen[name] = new Sight(version, _listing);
            else
                _seen.Remove(name);
        }

        return found;
    }

    /// <summary>Gives the blob once more after that time, whether it has changed or not.</summary>
    public void FindAgain(string name, DateTimeOffset after) => _again[name] = after;

    /// <summary>The number of blobs that are to be found again, and the earliest of their times; null when there are none.</summary>
    public (int Blobs, DateTimeOffset Next)? Pending()
    {
        var times = _again.Values;
        return times.Count == 0 ? null : (times.Count, times.Min());
    }

    private async Task<List<(string Name, ETag? ETag)>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = _again.Where(again => again.Value < now).Select(again => again.Key).ToHashSet(StringComparer.Ordinal);
        var found = new List<(string, ETag?)>();
        var known = 0;
        _listing++;
        await foreach (var blob in storage.Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken))
        {
            var etag = blob.Properties.ETag!.Value;
            var isKnown = _seen.TryGetValue(blob.Name, out var sight);
            if (isKnown)
            {
                known++;
                _seen[blob.Name] = sight with { Listing = _listing };
            }

            if (due.Remove(blob.Name) || !isKnown || sight.ETag != etag)
                found.Add((blob.Name, etag));
        }

        if (known < _seen.Count)
            due.UnionWith(_seen.Where(blob => blob.Value.Listing < _listing).Select(blob => blob.Key));
        found.AddRange(due.Select(name => (name, (ETag?)null)));
        return found;
    }

    private async Task<HashSet<string>> SweepAsync(CancellationToken cancellationToken)
    {
        var prefix = storage.Container.Name + "/";
        return await storage.FilesAsync(cancellationToken)
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && !_seen.ContainsKey(path[prefix.Length..]))
            .Select(path => path[prefix.Length..])
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>A blob's version, and the number of the last listing that had it.</summary>
    private readonly record struct Sight(ETag ETag, int Listing);
}
