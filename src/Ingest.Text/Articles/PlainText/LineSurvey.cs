using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// Facts about every line of a text, gathered before any line is labelled: its kind, the prose around it, its distances. Arrays have one
/// entry for each line.
/// </summary>
internal sealed class LineSurvey
{
    private readonly IReadOnlyList<TextLine> _lines;

    public LineSurvey(IReadOnlyList<TextLine> lines)
    {
        _lines = lines;
        var count = lines.Count;
        Kinds = new byte[count];
        Prose = new int[count + 1];
        ToProse = new int[count];
        IsRepeated = new bool[count];
        Likeness = new int[count];
        var firsts = new Dictionary<string, int>(count, StringComparer.Ordinal);
        var shorts = 0;
        for (var i = 0; i < count; i++)
        {
            var line = lines[i];
            Kinds[i] = KindOf(line);
            Prose[i + 1] = Prose[i] + (line.IsProse ? Math.Min(line.Shape.Words, 200) : 0);
            shorts += line.Shape is { Words: < 8, EndsSentence: false } ? 1 : 0;
            if (!firsts.TryAdd(line.Folded, i))
                IsRepeated[i] = IsRepeated[firsts[line.Folded]] = true;
        }

        SiteLevel = LineMeasure.Length(shorts * 10 / Math.Max(1, count - shorts));
        for (int i = count - 1, distance = 99; i >= 0; i--)
        {
            if (lines[i].IsProse && Prose[Math.Min(count, i + 6)] - Prose[i + 1] > 30)
                distance = 0;
            ToProse[i] = distance++;
        }

        LearnWords();
        Naming = Names();
        ToFront = Distances(i => lines[i].Sign is LineSign.Byline or LineSign.Date, backwards: true);
        FromFront = Distances(i => lines[i].Sign is LineSign.Byline or LineSign.Date, backwards: false);
        FromTitle =
            Distances(
                i => Likeness[i] >= 4 && lines[i].Shape is { Words: >= 4, EndsSentence: false } && lines[i].Sign == LineSign.None,
                backwards: false);
    }

    /// <summary>The coarse kind of each line, below 14.</summary>
    public byte[] Kinds { get; }

    /// <summary>Words of prose before each; one entry more, for the end.</summary>
    public int[] Prose { get; }

    /// <summary>Lines to the next run of prose.</summary>
    public int[] ToProse { get; }

    public bool[] IsRepeated { get; }

    /// <summary>
    /// 0–5: 0 for prose and lines without long words, else one more than the quarters of its words that the prose has too.
    /// </summary>
    public int[] Likeness { get; }

    /// <summary>Lines to the next byline or date, at most 9.</summary>
    public int[] ToFront { get; }

    /// <summary>Lines from the last byline or date, at most 9.</summary>
    public int[] FromFront { get; }

    /// <summary>Lines from the last one that may be a headline, at most 9.</summary>
    public int[] FromTitle { get; }

    /// <summary>0: no name alone; 1: one; 2: one with which a longer line begins as well.</summary>
    public int[] Naming { get; }

    /// <summary>How much of the text is short lines, in the steps of <see cref="LineMeasure.Length"/>.</summary>
    public int SiteLevel { get; }

    /// <summary>The kind of the line; 14 before the first, 15 behind the last.</summary>
    public int KindAt(int i) => i < 0 ? 14 : i >= _lines.Count ? 15 : Kinds[i];

    private int[] Names()
    {
        var naming = new int[_lines.Count];
        var begun = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in _lines)
        {
            if (line.Shape.Words < 8)
                continue;
            // "Jane Roe is a …": her first two words, her first three.
            var end = NextBlank(line.Folded, NextBlank(line.Folded, 0));
            if (end > 0)
                begun.Add(line.Folded.AsSpan(0, end + 1));
            if (end > 0 && NextBlank(line.Folded, end) is > 0 and var third)
                begun.Add(line.Folded.AsSpan(0, third + 1));
        }

        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].Shape is { Words: >= 2 and <= 4, EndsSentence: false }
                && _lines[i].Sign == LineSign.None
                && Byline.IsBareName(_lines[i].Text))
                naming[i] = begun.Contains(_lines[i].Folded) ? 2 : 1;
        }

        return naming;

        static int NextBlank(string folded, int from) => from < 0 ? -1 : folded.IndexOf(' ', from + 1);
    }

    private int[] Distances(Func<int, bool> isMeant, bool backwards)
    {
        const int far = 9;
        var distances = new int[_lines.Count];
        var distance = far;
        for (var step = 0; step < _lines.Count; step++)
        {
            var i = backwards ? _lines.Count - 1 - step : step;
            distances[i] = distance;
            distance = isMeant(i) ? 1 : Math.Min(far, distance + 1);
        }

        return distances;
    }

    /// <summary>Shares of the words of short lines that stand in the prose as well.</summary>
    private void LearnWords()
    {
        const int enough = 6000;
        var words = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var length = 0;
        foreach (var line in _lines)
        {
            if (!line.IsProse || length > enough)
                continue;
            length += line.Folded.Length;
            foreach (var range in line.Folded.AsSpan().Split(' '))
            {
                if (line.Folded.AsSpan(range) is { Length: >= 4 } word)
                    words.Add(word);
            }
        }

        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].Shape.Words > 30 || _lines[i].IsProse)
                continue;
            int all = 0, common = 0;
            foreach (var range in _lines[i].Folded.AsSpan().Split(' '))
            {
                if (_lines[i].Folded.AsSpan(range) is not { Length: >= 4 } word)
                    continue;
                all++;
                common += words.Contains(word) ? 1 : 0;
            }

            Likeness[i] = all == 0 ? 0 : 1 + common * 4 / all;
        }
    }

    private static byte KindOf(TextLine line) => line.Sign switch
    {
        LineSign.None when line.Shape.IsProse => line.Shape.Words < 20 ? (byte)1 : (byte)2,
        LineSign.None when line.IsSentence => 3,
        LineSign.None => line.Shape.Words <= 3 ? (byte)4 : line.Shape.Words <= 8 ? (byte)5 : line.Shape.Words <= 18 ? (byte)6 : (byte)7,
        LineSign.Byline => 8,
        LineSign.Date => 9,
        LineSign.Caption or LineSign.Credit => 10,
        LineSign.Legal => 11,
        LineSign.Related or LineSign.RelatedHeading or LineSign.CommentsHeading => 12,
        _ => 13,
    };
}
