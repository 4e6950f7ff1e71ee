using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Cli.Load;

/// <summary>Counts what the storage is asked, by the classes that price lists have; a request that is sent again counts again.</summary>
internal sealed class OperationCounter : HttpPipelinePolicy
{
    private readonly long[] _counts = new long[Enum.GetValues<Operation>().Length];
    private long _sent;
    private long _received;

    public OperationCounts Total => new([.. _counts], Interlocked.Read(ref _sent), Interlocked.Read(ref _received));

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Count(message);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Count(message);
    }

    private void Count(HttpMessage message)
    {
        Interlocked.Increment(ref _counts[(int)OperationOf(message.Request)]);
        if (message.Request.Content?.TryComputeLength(out var sent) == true)
            Interlocked.Add(ref _sent, sent);
        if (!message.HasResponse)
            return;
        var received = message.Response.Headers.ContentLength
            ?? (message.Response.ContentStream is { CanSeek: true } buffered ? buffered.Length : 0);
        Interlocked.Add(ref _received, message.Request.Method == RequestMethod.Head ? 0 : received);
    }

    private static Operation OperationOf(Request request)
    {
        var uri = request.Uri.ToUri();
        var isTable = request.Headers.Contains("DataServiceVersion");
        return request.Method.Method switch
        {
            "GET" when isTable => uri.AbsolutePath.EndsWith("()", StringComparison.Ordinal) ? Operation.TableQuery : Operation.TableRead,
            "POST" when isTable && uri.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal) => Operation.TableBatch,
            "DELETE" when isTable => Operation.TableDelete,
            _ when isTable => Operation.TableWrite,
            "GET" when uri.Query.Contains("comp=list", StringComparison.Ordinal) => Operation.BlobList,
            "GET" or "HEAD" => Operation.BlobRead,
            "DELETE" => Operation.BlobDelete,
            _ => Operation.BlobWrite,
        };
    }
}

internal enum Operation : byte
{
    TableRead,
    TableQuery,
    TableWrite,
    TableBatch,
    TableDelete,
    BlobRead,
    BlobWrite,
    BlobList,
    BlobDelete,
}

/// <param name="Counts">By <see cref="Operation"/>.</param>
/// <param name="Sent">Bytes of all requests' bodies.</param>
/// <param name="Received">Bytes of all responses' bodies.</param>
internal sealed record OperationCounts(IReadOnlyList<long> Counts, long Sent, long Received)
{
    public OperationCounts Since(OperationCounts before) =>
        new([.. Counts.Zip(before.Counts, (now, then) => now - then)], Sent - before.Sent, Received - before.Received);
}
