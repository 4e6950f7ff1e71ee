using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>Finds the heads of a mail that passed an article on: at least three lines in a row that begin with a field's name.</summary>
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
