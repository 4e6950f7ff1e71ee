namespace Ingest.Text.Entities.Linking;

internal static class MentionOrder
{
    /// <summary>
    /// Index of the last mention that begins at or before the offset; −1 where none does. The mentions must be in order.
    /// </summary>
    public static int LastBeginningBy(this IReadOnlyList<Mention> mentions, int offset)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (mentions[middle].Span.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
