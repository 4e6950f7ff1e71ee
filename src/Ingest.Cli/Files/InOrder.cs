namespace Ingest.Cli.Files;

internal static class InOrder
{
    /// <summary>
    /// The results in the order of <paramref name="items"/>, worked out side by side. At most <paramref name="degree"/> items are under way or
    /// wait for their turn, so memory doesn't grow with their number.
    /// </summary>
    public static async IAsyncEnumerable<TResult> Select<T, TResult>(IEnumerable<T> items, int degree, Func<T, Task<TResult>> select)
    {
        var underWay = new Queue<Task<TResult>>(degree);
        foreach (var item in items)
        {
            if (underWay.Count == degree)
                yield return await underWay.Dequeue();
            underWay.Enqueue(Task.Run(() => select(item)));
        }

        while (underWay.TryDequeue(out var next))
            yield return await next;
    }
}
