using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// How a text was wrapped at a column. A line was wrapped when the next one continues in small letters, or when the next one's first word
/// would not have fitted. Terminals wrap at a ragged margin: other lines may fall as far short of the column as lines that certainly
/// continue.
/// </summary>
/// <param name="Column">The column of the longest line that continues.</param>
/// <param name="Slack">Columns by which a line may fall short.</param>
/// <param name="PartsWords">Whether so many lines end in a hyphen that words were parted.</param>
internal sealed record Wrapping(int Column, int Slack, bool PartsWords)
{
    // A line in twelve; compounds end fewer.
    private const int MinParted = 12;

    // Columns, about: narrower lines are lists or verse, wider ones are paragraphs.
    private const int MinColumn = 40;
    private const int MaxColumn = 130;

    // Not every editor counts alike.
    private const int MinSlack = 3;
    private const int MaxSlack = 20;

    // Least number of lines that certainly continue; fewer tell nothing.
    private const int MinCertain = 3;

    /// <summary>The wrapping; null when the text was not wrapped.</summary>
    public static Wrapping? Of(List<RawLine> lines)
    {
        int longest = 0, wide = 0, full = 0, breaks = 0;
        var certain = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;
            full++;
            longest = Math.Max(longest, lines[i].Text.Length);
            wide += lines[i].Text.Length > MaxColumn ? 1 : 0;
            if (i + 1 == lines.Count || lines[i + 1].IsBlank)
                continue;
            breaks++;
            if (GoesOn(lines[i], lines[i + 1]))
                certain.Add(i);
        }

        if (wide * 10 > full)
            return null;
        if (certain.Count < MinCertain || certain.Count * 4 < breaks)
            return longest is >= MinColumn and <= MaxColumn && HasMostlyFull(lines, longest, breaks)
                ? new Wrapping(longest, MinSlack, PartsWords: false)
                : null;
        var column = certain.Max(i => lines[i].Text.Length);
        if (column is < MinColumn or > MaxColumn)
            return null;
        var shortfalls = certain.Select(i => column - Reach(lines[i], lines[i + 1])).Order().ToList();
        return new Wrapping(
            column,
            Math.Clamp(shortfalls[shortfalls.Count * 9 / 10], MinSlack, MaxSlack),
            certain.Count(i => lines[i].Text[^1] == '-') * MinParted >= certain.Count);
    }

    /// <summary>Whether the line goes on in the next one.</summary>
    public bool Joins(RawLine line, RawLine next)
    {
        if (next.Indent > line.Indent || line.Text.Length > Column * 5 / 4 + MinSlack)
            return false;
        if (GoesOn(line, next) && line.Text.Length >= Column / 2)
            return true;
        var slack = EndsSentence(line) ? MinSlack : Slack;
        // A headline in capitals goes on in capitals.
        if (IsInCapitals(line) != IsInCapitals(next) || BylineOpener.LengthIn(next.Text) > 0)
            slack = MinSlack;
        return Reach(line, next) > Column - slack && !MachineLine.Is(line.Text) && !MachineLine.Is(next.Text);
    }

    /// <summary>A blank line stands behind nearly every line, and lines go on across it.</summary>
    public static bool IsDoubleSpaced(List<RawLine> lines)
    {
        int gaps = 0, across = 0;
        for (var i = 0; i + 2 < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;
            if (!lines[i + 1].IsBlank || lines[i].Text.Length > MaxColumn)
                return false;
            gaps++;
            across += GoesOn(lines[i], lines[i + 2]) ? 1 : 0;
        }

        return across >= MinCertain && across * 3 > gaps;
    }

    public static List<RawLine> SingleSpaced(List<RawLine> lines)
    {
        var single = new List<RawLine>(lines.Count / 2 + 1);
        for (var i = 0; i < lines.Count; i++)
        {
            single.Add(lines[i]);
            if (!lines[i].IsBlank && i + 1 < lines.Count)
                i++;
        }

        return single;
    }

    private static bool HasMostlyFull(List<RawLine> lines, int column, int breaks)
    {
        var full = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!lines[i].IsBlank
                && !lines[i + 1].IsBlank
                && lines[i + 1].Indent <= lines[i].Indent
                && Reach(lines[i], lines[i + 1]) > column - MinSlack)
                full++;
        }

        return full * 2 > breaks;
    }

    private static bool GoesOn(RawLine line, RawLine next) =>
        !next.IsBlank && char.IsLower(next.Text[0]) && line.Text.Length >= MinColumn / 2 && !EndsSentence(line);

    private static bool IsInCapitals(RawLine line) => line.Text.AsSpan().IndexOfAnyInRange('a', 'z') < 0;

    private static bool EndsSentence(RawLine line) => line.Text.AsSpan().TrimEnd("\"”’')") is [.., '.' or '!' or '?' or ':'];

    /// <summary>The line's length with the next one's first word behind it.</summary>
    private static int Reach(RawLine line, RawLine next)
    {
        var word = next.Text.IndexOf(' ') is > 0 and var blank ? blank : next.Text.Length;
        return line.Text.Length + 1 + word;
    }
}
