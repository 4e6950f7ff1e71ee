using System.Collections;

namespace Ingest.Text.Articles;

/// <summary>The items of a file in its order, and the parts of the file that could not be read.</summary>
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
