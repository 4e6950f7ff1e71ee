using Ingest.Rows;

namespace Ingest.Audit;

/// <summary>
/// Deliveries that mend files. One delivery of a file is under way at a time, for several would stop each other, and each begin the whole
/// file anew.
/// </summary>
internal sealed class Mendings(IngestStorage storage, IngestPipeline pipeline, TimeProvider time)
{
    private readonly Delivery _delivery = new(pipeline, time);
    private readonly Dictionary<string, Mending> _underWay = new(StringComparer.Ordinal);

    /// <summary>
    /// Mends the file; whoever waited for a delivery that began after his look is served by it, unless strays of his are left.
    /// </summary>
    /// <param name="blob">With its container.</param>
    /// <param name="strays">Articles of the file that it doesn't name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<WatchEvent> DeliverAsync(string blob, RowManifest strays, CancellationToken cancellationToken)
    {
        Mending mending;
        int before;
        lock (_underWay)
        {
            if (!_underWay.TryGetValue(blob, out mending!))
                _underWay.Add(blob, mending = new Mending());
            mending.Users++;
            before = mending.Begun;
        }

        try
        {
            await mending.Turn.WaitAsync(cancellationToken);
            try
            {
                if (mending.Begun > before && !await AnyStrayAsync(blob, strays, cancellationToken))
                    return mending.End!;
                mending.Begun++;
                return mending.End = await _delivery.DeliverAsync(storage.Open(blob), pipeline.IngestAgain(strays), cancellationToken);
            }
            finally
            {
                mending.Turn.Release();
            }
        }
        finally
        {
            lock (_underWay)
            {
                if (--mending.Users == 0)
                    _underWay.Remove(blob);
            }
        }
    }

    /// <summary>Whether one of the articles stands and its file doesn't name it.</summary>
    private async Task<bool> AnyStrayAsync(string blob, RowManifest strays, CancellationToken cancellationToken)
    {
        if (strays.Addresses.Count == 0)
            return false;
        var named = (await storage.Articles.ReadAsync(ArticleId.OfFile(blob), cancellationToken))?.Manifest.Addresses ?? [];
        foreach (var stray in strays.Addresses)
        {
            if (!named.Contains(stray) && await storage.Articles.ReadAsync(stray.PartitionKey, cancellationToken) is not null)
                return true;
        }

        return false;
    }

    /// <summary>Deliveries of one file, for as long as somebody waits for one.</summary>
    private sealed class Mending
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Users { get; set; }

        public int Begun { get; set; }

        /// <summary>Of the last one.</summary>
        public WatchEvent? End { get; set; }
    }
}
