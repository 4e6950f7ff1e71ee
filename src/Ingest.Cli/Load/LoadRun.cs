using System.Diagnostics;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Audit;

namespace Ingest.Cli.Load;

/// <summary>
/// Has generated articles read, in an installation of their own: all of them new, and then two hundred of them unchanged, overwritten and
/// deleted. Nothing is kept of an article but how long it took.
/// </summary>
internal sealed class LoadRun(
    IngestStorage storage, IngestPipeline pipeline, StorageAudit audit, OperationCounter counter, GeneratedArticles articles,
    int concurrency, Action<string, int, int> tell)
{
    private const int SampleSize = 200;
    private const int Parts = 5;

    private readonly ETag[] _versions = new ETag[SampleSize];

    /// <summary>Uploads and delivers them.</summary>
    public async IAsyncEnumerable<LoadPhase> RunAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sample = Math.Min(count, SampleSize);
        await DoAsync("uploading", 0, count, (n, token) => UploadAsync(n, version: 0, token), cancellationToken);
        yield return await DeliverAsync<IngestOutcome.Ingested>("new", 0, count, cancellationToken);
        yield return await DeliverAsync<IngestOutcome.Unchanged>("unchanged", 0, sample, cancellationToken);
        yield return await DeliverAsync<IngestOutcome.Unchanged>("unchanged, told", 0, sample, cancellationToken, isTold: true);
        await DoAsync("uploading", 0, sample, (n, token) => UploadAsync(n, version: 1, token), cancellationToken);
        yield return await DeliverAsync<IngestOutcome.Ingested>("overwritten", 0, sample, cancellationToken);
    }

    /// <summary>Deletes some of the articles; after it, nothing of them may be there.</summary>
    public async Task<LoadPhase> DeleteAsync(int count, CancellationToken cancellationToken)
    {
        var first = Math.Max(0, count - SampleSize);
        await DoAsync("deleting", first, count, (n, token) => Blob(n).DeleteAsync(cancellationToken: token), cancellationToken);
        return await DeliverAsync<IngestOutcome.Gone>("deleted", first, count, cancellationToken);
    }

    /// <returns>Rows, files and extractions that are not as they should be, and articles that are there.</returns>
    public async Task<(int Amiss, long Articles, long Bytes)> VerifyAsync(CancellationToken cancellationToken)
    {
        var (amiss, there) = (0, 0L);
        var before = counter.Total;
        await foreach (var step in audit.RunAsync(repair: false, cancellationToken))
        {
            amiss += step is AuditEvent.Found or AuditEvent.UnderWay ? 1 : 0;
            if (step is AuditEvent.Looked { Closely: false } looked)
            {
                there = looked.What == nameof(IngestStorage.ArticlesByDay) ? looked.Count : there;
                tell($"verifying {looked.What}", (int)looked.Count, 0);
            }
        }

        return (amiss, there, counter.Total.Since(before).Received);
    }

    private async Task<LoadPhase> DeliverAsync<TOutcome>(
        string name, int from, int to, CancellationToken cancellationToken, bool isTold = false)
        where TOutcome : IngestOutcome
    {
        var (times, failed) = (new double[to - from], 0);
        using var memory = new MemoryWatch();
        var peaks = new List<long>();
        var before = counter.Total;
        var clock = Stopwatch.StartNew();
        await DoAsync(name, from, to, DeliverOneAsync, cancellationToken, () => peaks.Add(memory.Next()));
        clock.Stop();
        Array.Sort(times);
        return new LoadPhase(name, times.Length, failed, clock.Elapsed, (At(.50), At(.95), At(.99)), counter.Total.Since(before), peaks);

        double At(double share) => times[Math.Min((int)(share * times.Length), times.Length - 1)];

        async Task DeliverOneAsync(int n, CancellationToken token)
        {
            var blob = Blob(n);
            var started = Stopwatch.GetTimestamp();
            if (await pipeline.IngestAsync(blob, isTold ? new KnownBlobVersion(_versions[n]) : null, token) is not TOutcome)
                Interlocked.Increment(ref failed);
            times[n - from] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
    }

    private async Task DoAsync(
        string name, int from, int to, Func<int, CancellationToken, Task> body, CancellationToken cancellationToken, Action? atPart = null)
    {
        var (done, part) = (0, 0);
        var degree = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(from, to, degree, async (n, token) =>
        {
            await body(n, token);
            lock (degree)
            {
                done++;
                if (done % 50 == 0 || done == to - from)
                    tell(name, done, to - from);
                if ((long)done * Parts / (to - from) is var reached && reached > part)
                {
                    part = (int)reached;
                    atPart?.Invoke();
                }
            }
        });
    }

    private async Task UploadAsync(int n, int version, CancellationToken cancellationToken)
    {
        var uploaded = await Blob(n).UploadAsync(articles.At(n, version), new BlobUploadOptions(), cancellationToken);
        if (n < SampleSize)
            _versions[n] = uploaded.Value.ETag;
    }

    private BlobClient Blob(int n) => storage.Container.GetBlobClient($"{n / 1000:D3}/{n:D6}.txt");
}
