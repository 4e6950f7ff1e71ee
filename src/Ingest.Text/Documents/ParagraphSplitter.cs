namespace Ingest.Text.Documents;

internal static class ParagraphSplitter
{
    /// <summary>A paragraph ends at a blank line: two line feeds with nothing but white space between them.</summary>
    public static List<TextSpan> Split(string text)
    {
        var paragraphs = new List<TextSpan>();
        int start = -1, end = 0, lineFeeds = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (c == '\n')
                    lineFeeds++;
                continue;
            }

            if (start >= 0 && lineFeeds >= 2)
            {
                paragraphs.Add(new TextSpan(start, end));
                start = i;
            }
            else if (start < 0)
            {
                start = i;
            }

            lineFeeds = 0;
            end = i + 1;
        }

        if (start >= 0)
            paragraphs.Add(new TextSpan(start, end));
        return paragraphs;
    }
}
