using System.Runtime.CompilerServices;

namespace Ingest;

/// <summary>Asynchronous work on many items side by side, with results in the order of the items.</summary>
public static class OrderedParallel
{
    /// <summary>
    /// Yields the results in the order of <paramref name="items"/>. At most <paramref name="degree"/> items are under way or wait for their
    /// turn, so memory doesn't grow with their number. A caller that stops reading stops the work.
    /// </summary>
    public static async IAsyncEnumerable<TResult> SelectAsync<T, TResult>(
        IAsyncEnumerable<T> items, int degree, Func<T, CancellationToken, Task<TResult>> select,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = new Queue<Task<TResult>>(degree);
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                if (underWay.Count == degree)
                    yield return await underWay.Dequeue();
                underWay.Enqueue(Task.Run(() => select(item, stop.Token), CancellationToken.None));
            }

            while (underWay.TryDequeue(out var next))
                yield return await next;
        }
        finally
        {
            // All requests that were sent are answered before the caller goes on.
            await stop.CancelAsync();
            await Task.WhenAll((IEnumerable<Task>)underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
