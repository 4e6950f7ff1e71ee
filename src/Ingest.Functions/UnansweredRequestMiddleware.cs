using Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Ingest.Functions;

/// <summary>
/// A request that gets no answer fails with the exceptions of all its tries, and the host writes down each with its stack: 260 lines, for
/// every attempt at every file while the storage is away. The last one tells enough.
/// </summary>
internal sealed class UnansweredRequestMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            await next(context);
        }
        catch (AggregateException e) when (e.InnerExceptions.Count > 0 && e.InnerExceptions.All(IsTry))
        {
            var what = context.BindingContext.BindingData.GetValueOrDefault("BlobTrigger") ?? context.FunctionDefinition.Name;
            var last = e.InnerExceptions[^1];
            throw new RequestFailedException(
                $"{what}: no answer of the storage in {e.InnerExceptions.Count} tries; the last: {last.Message}", last);
        }
    }

    private static bool IsTry(Exception fault) => fault is RequestFailedException or IOException or OperationCanceledException;
}
