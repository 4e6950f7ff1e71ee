using Ingest.Delivery;
using Ingest.Rows;

namespace Ingest.Audit;

/// <summary>
/// Deliveries that repair files. Only one delivery of a file is under way at a time: several would stop each other, and each would begin
/// the whole file anew.
/// </summary>
internal sealed class RepairQueue(IngestStorage storage, IngestPipeline pipeline, TimeProvider time)
{
    private readonly RetriedDelivery _delivery = new(pipeline, time);
    private readonly Dictionary<string, Repair> _underWay = new(StringComparer.Ordinal);

    /// <summary>
    /// Repairs the file. A caller that waited for a delivery which began after the call is served by that delivery, unless some of its
    /// strays are left.
    /// </summary>
    /// <param name="blob">With its container.</param>
    /// <param name="strays">Articles of the file that it doesn't name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<WatchEvent> DeliverAsync(string blob, RowManifest strays, CancellationToken cancellationToken)
    {
        Repair repair;
        int before;
        lock (_underWay)
        {
            if (!_underWay.TryGetValue(blob, out repair!))
                _underWay.Add(blob, repair = new Repair());
            repair.Users++;
            before = repair.Begun;
        }

        try
        {
            await repair.Turn.WaitAsync(cancellationToken);
            try
            {
                if (repair.Begun > before && !await AnyStrayAsync(blob, strays, cancellationToken))
                    return repair.End!;
                repair.Begun++;
                var file = storage.Open(blob);
                return repair.End = await _delivery.DeliverAsync(file, pipeline.IngestAgain(file, strays), cancellationToken);
            }
            finally
            {
                repair.Turn.Release();
            }
        }
        finally
        {
            lock (_underWay)
            {
                if (--repair.Users == 0)
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
    private sealed class Repair
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Users { get; set; }

        public int Begun { get; set; }

        /// <summary>Of the last one.</summary>
        public WatchEvent? End { get; set; }
    }
}
