namespace Ingest.Text.Documents;

internal static class ParagraphSplitter
{
    // In UTF-16 units: longer than any line of wrapped mail or of a wire.
    private const int MaxWrapped = 160;

    // In blanks.
    private const int MinIndent = 3;

    /// <summary>
    /// A paragraph ends at a blank line: two line feeds with nothing but white space between them. Where lines are too long to be wrapped,
    /// each line is a paragraph; where the first lines of paragraphs are indented, as on old wires, each indented line begins one.
    /// </summary>
    public static List<TextSpan> Split(string text)
    {
        var needed = IsWrapped(text) ? 2 : 1;
        var isIndented = HasIndentedFirstLines(text);
        var paragraphs = new List<TextSpan>();
        int start = -1, end = 0, lineFeeds = 0, indent = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                indent++;
                if (c == '\n')
                    (lineFeeds, indent) = (lineFeeds + 1, 0);
                continue;
            }

            if (start >= 0 && (lineFeeds >= needed || (isIndented && lineFeeds > 0 && indent >= MinIndent)))
            {
                paragraphs.Add(new TextSpan(start, end));
                start = i;
            }
            else if (start < 0)
            {
                start = i;
            }

            (lineFeeds, indent) = (0, 0);
            end = i + 1;
        }

        if (start >= 0)
            paragraphs.Add(new TextSpan(start, end));
        return paragraphs;
    }

    private static bool IsWrapped(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > MaxWrapped)
                return false;
        }

        return true;
    }

    /// <summary>Whether a line goes on without an indent where an indented one began.</summary>
    private static bool HasIndentedFirstLines(string text)
    {
        var wasIndented = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var indent = line.Length - line.TrimStart().Length;
            if (wasIndented && indent == 0 && line.Length > 0)
                return true;
            wasIndented = indent >= MinIndent && indent < line.Length;
        }

        return false;
    }
}
