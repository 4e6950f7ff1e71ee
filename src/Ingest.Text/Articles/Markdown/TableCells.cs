namespace Ingest.Text.Articles.Markdown;

/// <summary>
/// Measures the cost of a text's tables. Markdig fills each row with empty cells up to the widest row, so a head of two thousand columns
/// and twenty thousand rows of one sign, in sixty kilobytes, would be forty million cells.
/// </summary>
internal static class TableCells
{
    /// <summary>Cells of all blocks that have bars, as if each were a table: its lines times the columns of its widest one.</summary>
    public static long CountOf(ReadOnlySpan<char> text)
    {
        if (!text.Contains('|'))
            return 0;
        long cells = 0;
        int lines = 0, widest = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                cells += (long)lines * widest;
                (lines, widest) = (0, 0);
            }
            else
            {
                lines++;
                widest = Math.Max(widest, line.Count('|'));
            }
        }

        return cells + ((long)lines * widest);
    }
}
