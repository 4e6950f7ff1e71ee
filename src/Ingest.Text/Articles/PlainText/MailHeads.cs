using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// The heads of a mail in which an article was passed on: lines that begin with a field's name, three of them in a row at least.
/// </summary>
internal static class MailHeads
{
    private const int MinHeads = 3;

    // Lines from the first on in which heads may stand.
    private const int Reach = 40;

    private static readonly WordSet Names = WordSet.InAnyCase("from to cc date sent subject reply-to");

    /// <summary>The lines, of which heads are signed as what stands around an article.</summary>
    public static List<TextLine> Marked(List<TextLine> lines)
    {
        var run = 0;
        for (var i = 0; i < Math.Min(lines.Count, Reach) + 1; i++)
        {
            if (i < Math.Min(lines.Count, Reach)
                && lines[i].Text.IndexOf(':') is > 0 and var colon
                && Names.Contains(lines[i].Text.AsSpan(0, colon)))
            {
                run++;
                continue;
            }

            if (run >= MinHeads)
            {
                lines = [.. lines];
                for (var head = i - run; head < i; head++)
                    lines[head] = lines[head] with { Sign = LineSign.Navigation };
            }

            run = 0;
        }

        return lines;
    }
}
