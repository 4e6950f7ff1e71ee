using System.Buffers;
using System.Text;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// Cuts a text into lines and undoes hard wraps. A line was wrapped when the first word of the next one would not have fitted on it;
/// a text was wrapped when most of its line ends are of this kind.
/// </summary>
internal static class LineSplitter
{
    // Columns, about: narrower lines are lists or verse, wider ones are paragraphs.
    private const int MinColumn = 40;
    private const int MaxColumn = 130;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create('\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029');

    public static List<TextLine> Split(string text)
    {
        var raw = Cut(text);
        var column = WrapColumn(raw);
        var lines = new List<TextLine>();
        var joined = new StringBuilder();
        var gapBefore = true;
        for (var i = 0; i < raw.Count; i++)
        {
            var line = raw[i];
            if (line.Text.Length == 0)
            {
                gapBefore = true;
                continue;
            }

            var hasNext = i + 1 < raw.Count && raw[i + 1].Text.Length > 0;
            if (hasNext && column > 0 && IsWrapped(line, raw[i + 1], column))
            {
                joined.Append(line.Text).Append(' ');
                continue;
            }

            var whole = joined.Length == 0 ? line.Text : joined.Append(line.Text).ToString();
            lines.Add(TextLine.Of(whole, gapBefore, gapAfter: !hasNext));
            joined.Clear();
            gapBefore = false;
        }

        return lines;
    }

    /// <summary>The column at which the text was wrapped; 0 when it wasn't.</summary>
    private static int WrapColumn(List<RawLine> raw)
    {
        var longest = 0;
        foreach (var line in raw)
            longest = Math.Max(longest, line.Text.Length);
        if (longest is < MinColumn or > MaxColumn)
            return 0;
        int breaks = 0, wraps = 0;
        for (var i = 0; i + 1 < raw.Count; i++)
        {
            if (raw[i].Text.Length == 0 || raw[i + 1].Text.Length == 0)
                continue;
            breaks++;
            wraps += IsWrapped(raw[i], raw[i + 1], longest) ? 1 : 0;
        }

        return wraps * 2 > breaks ? longest : 0;
    }

    // A few columns of slack: not every editor counts alike.
    private static bool IsWrapped(RawLine line, RawLine next, int column)
    {
        var word = next.Text.IndexOf(' ') is > 0 and var blank ? blank : next.Text.Length;
        return line.Text.Length + 1 + word > column - 3 && next.Indent <= line.Indent;
    }

    private static List<RawLine> Cut(string text)
    {
        var lines = new List<RawLine>();
        var rest = text.AsSpan();
        while (true)
        {
            var end = rest.IndexOfAny(LineEnds);
            var line = end < 0 ? rest : rest[..end];
            var indent = line.Length - line.TrimStart().Length;
            lines.Add(new RawLine(CleanText.Of(line), indent));
            if (end < 0)
                return lines;
            rest = rest[(end + (rest[end..] is ['\r', '\n', ..] ? 2 : 1))..];
        }
    }

    private readonly record struct RawLine(string Text, int Indent);
}
