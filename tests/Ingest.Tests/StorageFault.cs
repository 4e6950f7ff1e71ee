using System.Diagnostics;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Tests;

/// <summary>
/// What the storage, or the way to it, does to one request of a worker: once, or again and again to every request for the same thing from
/// then on. It stands right before the network, so the client takes it for the service's own doing.
/// </summary>
/// <param name="kind">One of <see cref="Kinds"/>, or <see cref="Refused"/>.</param>
/// <param name="request">Which one, counted from 1; that a request is tried again doesn't count.</param>
/// <param name="lasts">Whether it strikes again and again.</param>
internal sealed class StorageFault(string kind, int request, bool lasts = false) : HttpPipelinePolicy
{
    public const string Conflict = "409";
    public const string Precondition = "412";
    public const string Throttled = "429 with Retry-After";
    public const string Busy = "503 with Retry-After";
    public const string BusyAfterwards = "503 with Retry-After, carried out";
    public const string Error = "500";
    public const string ErrorAfterwards = "500, carried out";
    public const string Silence = "no answer";
    public const string SilenceAfterwards = "no answer, carried out";
    public const string Cut = "an answer cut in the middle";

    /// <summary>None of <see cref="Kinds"/>, for it never passes.</summary>
    public const string Refused = "409 for good";

    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string? _victim;

    public static IReadOnlyList<string> Kinds { get; } =
        [Conflict, Precondition, Throttled, Busy, BusyAfterwards, Error, ErrorAfterwards, Silence, SilenceAfterwards, Cut];

    /// <summary>
    /// What a busy service asks for. The header of milliseconds is one that clients know, and none that the service sends.
    /// </summary>
    public (string Header, string Value) RetryAfter { get; init; } = ("retry-after-ms", "5");

    /// <summary>Why the service refuses for good, in its own word.</summary>
    public string Refusal { get; init; } = "BlobImmutableDueToPolicy";

    /// <summary>When it struck, and when what it struck was tried again.</summary>
    public List<TimeSpan> Tries { get; } = [];

    public bool HasStruck => Tries.Count > 0;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!Strikes(message.Request))
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        if (kind is BusyAfterwards or ErrorAfterwards or SilenceAfterwards or Cut)
            await ProcessNextAsync(message, pipeline);
        switch (kind)
        {
            case Conflict:
                Answer(message, 409, "EntityAlreadyExists");
                break;
            case Refused:
                Answer(message, 409, Refusal);
                break;
            case Precondition:
                Answer(message, 412, "UpdateConditionNotSatisfied");
                break;
            case Throttled:
                Answer(message, 429, "TooManyRequests", RetryAfter);
                break;
            case Busy or BusyAfterwards:
                Answer(message, 503, "ServerBusy", RetryAfter);
                break;
            case Error or ErrorAfterwards:
                Answer(message, 500, "InternalError");
                break;
            case Silence or SilenceAfterwards:
                throw new TaskCanceledException("What the client throws when its patience is over, without the thirty seconds.");
            case Cut:
                await CutAsync(message.Response);
                break;
            default:
                throw new ArgumentException($"There is no {kind}.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    private bool Strikes(Request sent)
    {
        lock (_lock)
        {
            var isNew = _seen.Add(sent.ClientRequestId);
            var thing = lasts ? $"{sent.Method} {sent.Uri}" : sent.ClientRequestId;
            if (_victim is null && isNew && _seen.Count == request)
                _victim = thing;
            if (_victim != thing)
                return false;
            Tries.Add(Stopwatch.GetElapsedTime(0));
            return lasts || Tries.Count == 1;
        }
    }

    private static void Answer(HttpMessage message, int status, string code, params (string Name, string Value)[] headers)
    {
        if (message.HasResponse)
            message.Response.Dispose();
        // In the words that clients understand of any service: an answer that the transport didn't bring has no parser of its own.
        var body = $$"""{"error":{"code":"{{code}}","message":""} }""";
        message.Response = new MadeUpResponse(status, [("x-ms-error-code", code), ("Content-Type", "application/json"), .. headers])
        {
            ClientRequestId = message.Request.ClientRequestId,
            ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body)),
        };
    }

    // An answer without a body is cut before it arrives.
    private static async Task CutAsync(Azure.Response answer)
    {
        var body = new MemoryStream();
        if (answer.ContentStream is { } content)
            await content.CopyToAsync(body);
        if (body.Length == 0)
            throw new IOException("The connection was cut.");
        answer.ContentStream = new CutStream(body.ToArray()[..(int)(body.Length / 2)]);
    }
}
