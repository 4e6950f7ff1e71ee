using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Tests;

/// <summary>What befalls the storage requests of one worker, counted from 1.</summary>
internal sealed class RequestHooks : HttpPipelinePolicy
{
    private readonly Func<int, Task> _before;
    private readonly Action<int> _after;
    private Action? _uploaded;
    private Action? _listed;
    private int _requests;

    private RequestHooks(Func<int, Task>? before = null, Action<int>? after = null) =>
        (_before, _after) = (before ?? (_ => Task.CompletedTask), after ?? (_ => { }));

    public int Requests => _requests;

    /// <summary>Whether the client meets them inside its own tries, and not around them.</summary>
    public bool AreRetried { get; private init; }

    public static RequestHooks None() => new();

    /// <summary>The worker dies before its request is sent. It sends nothing after that either.</summary>
    public static RequestHooks DieBefore(int request) => new(n => DieFrom(n, request));

    /// <summary>The worker dies before it sees the answer to its request.</summary>
    public static RequestHooks DieAfter(int request) =>
        new(n => DieFrom(n, request + 1), n => _ = n >= request ? throw new WorkerDied() : 0);

    /// <summary>The connection is cut before the answer to the request arrives; the client sends it again.</summary>
    public static RequestHooks LoseAnswer(int request) =>
        new(after: n => _ = n == request ? throw new IOException("Cut.") : 0) { AreRetried = true };

    /// <summary>The worker is held up before a request, until <paramref name="meanwhile"/> is done; later it dies, or not.</summary>
    public static RequestHooks HoldBefore(int request, Func<Task> meanwhile, int dieBefore = int.MaxValue) => new(async n =>
    {
        if (n == request)
            await meanwhile();
        await DieFrom(n, dieBefore);
    });

    /// <summary>What happens before each request.</summary>
    public static RequestHooks Before(Func<int, Task> request) => new(request);

    /// <summary>None; told of each blob that is written.</summary>
    public static RequestHooks OfUploads(Action told) => new() { _uploaded = told };

    /// <summary>None; told of each page of a container that is listed.</summary>
    public static RequestHooks OfListings(Action told) => new() { _listed = told };

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var n = Interlocked.Increment(ref _requests);
        await _before(n);
        if (_uploaded is not null
            && message.Request.Method == RequestMethod.Put
            && message.Request.Uri.Path.EndsWith(".json", StringComparison.Ordinal))
            _uploaded();
        if (_listed is not null && message.Request.Uri.Query.Contains("comp=list", StringComparison.Ordinal))
            _listed();
        await ProcessNextAsync(message, pipeline);
        _after(n);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    private static Task DieFrom(int n, int request) => n >= request ? throw new WorkerDied() : Task.CompletedTask;

    public sealed class WorkerDied : Exception;
}
