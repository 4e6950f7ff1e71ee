using System.Buffers;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// Cuts a text into lines and undoes hard wraps. A credit in brackets behind the last sentence is a line of its own.
/// </summary>
internal static class LineSplitter
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create('\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029');

    public static List<TextLine> Split(string text)
    {
        var raw = Cut(text);
        if (Wrapping.IsDoubleSpaced(raw))
            raw = Wrapping.SingleSpaced(raw);
        var wrapping = Wrapping.Of(raw);
        LineJoiner? joiner = null;
        var lines = new List<TextLine>();
        var parts = new List<string>();
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
            parts.Add(line.Text);
            if ((hasNext && wrapping?.Joins(line, raw[i + 1]) == true) || BreaksQuotation(line.Text, NextText(raw, i)))
                continue;
            var whole = parts.Count == 1
                ? line.Text
                : LostMarks.Mended((joiner ??= new LineJoiner(raw.Select(other => other.Text), wrapping?.PartsWords ?? false)).Join(parts));
            if (StaffCredit.BehindText(whole) is > 0 and var credit)
            {
                lines.Add(TextLine.Of(whole[..credit].TrimEnd(), gapBefore, gapAfter: false));
                lines.Add(TextLine.Of(whole[credit..], gapBefore: false, gapAfter: !hasNext));
            }
            else
            {
                lines.Add(TextLine.Of(whole, gapBefore, gapAfter: !hasNext));
            }

            parts.Clear();
            gapBefore = false;
        }

        return lines;
    }

    private static string NextText(List<RawLine> raw, int i)
    {
        var next = i + 1;
        if (next < raw.Count && raw[next].IsBlank)
            next++;
        return next < raw.Count ? raw[next].Text : "";
    }

    /// <summary>A line ends within a quotation and in no sentence, and the next one goes on in small letters and closes it.</summary>
    private static bool BreaksQuotation(string line, string next) =>
        next.Length > 0 && char.IsLower(next[0]) && line.LastIndexOf('“') > line.LastIndexOf('”') && char.IsLetter(line[^1])
        && next.IndexOf('”') is > 0 and var close && !next.AsSpan(0, close).Contains('“');

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
}
