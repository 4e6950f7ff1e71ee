using System.Collections;

namespace Ingest.Text.Articles;

/// <summary>What a file gave, in its order, and beside it what of the file couldn't be read.</summary>
/// <param name="items">At least one.</param>
/// <param name="unread">Empty for a file that is one article.</param>
public sealed class FileContents<T>(IReadOnlyList<T> items, IReadOnlyList<UnreadFile> unread) : IReadOnlyList<T>
{
    public IReadOnlyList<UnreadFile> Unread { get; } = unread;

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
