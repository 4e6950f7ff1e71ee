using System.Runtime.CompilerServices;

namespace Ingest;

public static class InOrder
{
    /// <summary>
    /// The results in the order of <paramref name="items"/>, worked out side by side. At most <paramref name="degree"/> items are under way
    /// or wait for their turn, so memory doesn't grow with their number. Whoever stops reading stops the work.
    /// </summary>
    public static async IAsyncEnumerable<TResult> Select<T, TResult>(
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
            // What was sent is answered before anybody goes on.
            await stop.CancelAsync();
            await Task.WhenAll((IEnumerable<Task>)underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
