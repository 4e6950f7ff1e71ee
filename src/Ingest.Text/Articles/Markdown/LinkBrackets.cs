namespace Ingest.Text.Articles.Markdown;

/// <summary>
/// Measures the cost of the addresses of links:
/// <code>
/// address  := "](" (sign | brackets)* ")"
/// brackets := "(" (sign | brackets)* ")"
/// sign     := "\(" | "\)" | "\\" | any but a bracket
/// </code>
/// An address ends in its own block. Where it has no end, Markdig searches for one up to the end of the block, anew for each address.
/// </summary>
internal static class LinkBrackets
{
    /// <summary>
    /// Signs from each address's beginning to its end, or to the block's, all together. Grows with the square of the text where no address
    /// has an end.
    /// </summary>
    public static long CostOf(ReadOnlySpan<char> text)
    {
        if (!text.Contains("](", StringComparison.Ordinal))
            return 0;
        long cost = 0;
        // Where the brackets stand that are open; of those that begin no address, the complement.
        var open = new Stack<int>();
        var isBlank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                if (isBlank)
                    CloseAll(i);
                isBlank = true;
                continue;
            }

            isBlank &= char.IsWhiteSpace(c);
            if (c == '\\' && i + 1 < text.Length && text[i + 1] is '(' or ')' or '\\')
                i++;
            else if (c == '(')
                open.Push(i > 0 && text[i - 1] == ']' ? i : ~i);
            else if (c == ')' && open.TryPop(out var start) && start >= 0)
                cost += i - start;
        }

        CloseAll(text.Length);
        return cost;

        void CloseAll(int end)
        {
            while (open.TryPop(out var start))
                cost += start >= 0 ? end - start : 0;
        }
    }
}
