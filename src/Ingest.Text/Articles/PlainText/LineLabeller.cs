using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// Labels each line: by its own sign, by its place (before, in or behind the body), by its neighbours and by what is said twice. A file
/// without any sign of a site around the article loses none of its body.
/// </summary>
internal sealed class LineLabeller
{
    // Lines behind a summary or lead. A copy of it, or the byline, within these shows that the body has not begun yet.
    private const int FrontReach = 10;

    // Lines that are no sentences. A file with fewer is an article copied with little around it; there, each line's own sign suffices.
    private const int WholePage = 40;

    private readonly List<TextLine> _lines;
    private readonly LineLabel[] _labels;
    private readonly bool[] _isSummary;
    private readonly bool[] _isTurn;
    private readonly bool _hasSite;
    private readonly bool _hasGaps;

    private LineLabeller(List<TextLine> lines)
    {
        _lines = MailHeads.Marked(lines);
        _labels = new LineLabel[lines.Count];
        _isSummary = Summaries(_lines);
        _isTurn = TranscriptLines.In(_lines);
        _hasSite = lines.Count(line => IsOfSite(line.Sign)) >= 2;
        _hasGaps = lines.Count(line => line.GapBefore) > 2;
    }

    private static bool IsOfSite(LineSign sign) =>
        sign is LineSign.Navigation or LineSign.Legal or LineSign.Related or LineSign.RelatedHeading or LineSign.CommentsHeading;

    public static LabelledText Label(List<TextLine> lines)
    {
        var labeller = new LineLabeller(lines);
        lines = labeller._lines;
        if (labeller._hasSite && lines.Count(line => !line.IsSentence) >= WholePage && CopyLabeller.Label(lines) is { } copy)
            return copy;
        var prose = labeller.FirstProse(Headline.IsQuestion(lines) && !labeller._isTurn[0] ? 1 : 0);
        const int enough = 4000;
        var words = TextLine.WordsOf(lines.Skip(prose).Where(line => line.Sign == LineSign.None), enough);
        var headline = Headline.Find(lines, prose, words);
        var start = labeller.BodyStart(headline is null ? 0 : headline.Line + 1);
        var end = labeller.LabelBody(start);
        FrontLabeller.Label(lines, labeller._labels, labeller._isSummary, start, headline);
        BackLabeller.Label(lines, labeller._labels, end);
        Repeats.Label(lines, labeller._labels, start, end);
        return new LabelledText(lines, labeller._labels, headline);
    }

    /// <summary>
    /// The first line of prose from <paramref name="from"/> on; of a text without any, the first sentence or the first line without a sign.
    /// </summary>
    private int FirstProse(int from)
    {
        var first = Find(from, i => _lines[i].IsProse || _isTurn[i]);
        if (first == _lines.Count)
            first = Find(from, i => _lines[i].IsSentence);
        return first == _lines.Count ? Find(Math.Max(from, BehindByline()), i => _lines[i].Sign == LineSign.None) : first;
    }

    /// <summary>For a text without any sentence, such as verse: the index behind the byline at its head.</summary>
    private int BehindByline()
    {
        var byline = _lines.FindIndex(0, Math.Min(_lines.Count, FrontReach), line => line.Sign == LineSign.Byline);
        return byline + 1 < _lines.Count ? byline + 1 : 0;
    }

    private int Find(int from, Predicate<int> isMeant)
    {
        for (var i = from; i < _lines.Count; i++)
        {
            if (!_isSummary[i] && isMeant(i))
                return i;
        }

        return _lines.Count;
    }

    /// <summary>Past summaries, leads that stand twice, bylines and captions.</summary>
    private int BodyStart(int afterTitle)
    {
        var start = FirstProse(afterTitle);
        while (start < _lines.Count && !_isTurn[start] && LineBehindLead(start) is { } next)
        {
            _labels[start] = IsSameLead(_lines[start], _lines[next]) ? LineLabel.Duplicate : LineLabel.Teaser;
            _isSummary[start] = true;
            start = FirstProse(start + 1);
        }

        // A story may open with short sentences, or with a list.
        while (start > afterTitle && start < _lines.Count && !_isSummary[start - 1]
            && (_lines[start - 1].IsSentence || IsListed(_lines[start - 1], _lines[start])))
            start--;
        return start;
    }

    /// <summary>"setting out steps;", "promoting trade; and", and the line before them that ends in a colon.</summary>
    private static bool IsListed(TextLine line, TextLine next) => line is { Sign: LineSign.None, Shape.Words: >= 3 }
        && (EndsItem(line.Text) || (line.Text[^1] is ':' && EndsItem(next.Text)));

    private static bool EndsItem(ReadOnlySpan<char> line) => line[^1] is ';' || line.EndsWith("; and") || line.EndsWith("; or");

    /// <summary>
    /// The line behind the prose at <paramref name="start"/> that shows it to stand ahead of the body: its copy, or the byline; null when
    /// there is none.
    /// </summary>
    private int? LineBehindLead(int start)
    {
        var reach = Math.Min(_lines.Count, start + 1 + FrontReach);
        for (var i = start + 1; i < reach; i++)
        {
            if (_lines[i].IsProse && IsSameLead(_lines[start], _lines[i]))
                return i;
        }

        for (var i = start + 1; i < reach && !_lines[i].IsProse; i++)
        {
            if (_lines[i].Sign is LineSign.Byline or LineSign.Date)
                return i;
        }

        return null;
    }

    /// <summary>The same beginning: eight words at least, and more than half of the shorter line.</summary>
    private static bool IsSameLead(TextLine one, TextLine other)
    {
        var common = one.Folded.AsSpan().CommonPrefixLength(other.Folded);
        return common * 2 > Math.Min(one.Folded.Length, other.Folded.Length) && one.Folded.AsSpan(0, common).Count(' ') > 8;
    }

    /// <summary>Labels the lines from the body's first to its last; the index behind that.</summary>
    private int LabelBody(int start)
    {
        var proseBehind = ProseBehind();
        int end = start, prose = 0;
        LineLabel? box = null;
        var writers = Writers(start);
        for (var i = start; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (EndsArticle(line, prose, proseBehind[i]))
                break;
            box = BoxFrom(line) ?? (EndsBox(i) ? null : box);
            _labels[i] = box is { } inBox && line.Sign is LineSign.None or LineSign.RelatedHeading or LineSign.Byline or LineSign.Date
                ? inBox
                : _isSummary[i] ? LineLabel.Teaser
                : line.Sign == LineSign.None && SiteNote.Presents(line.Text, line.Shape, writers) ? LineLabel.Credit
                : InBody(i);
            prose += line.IsProse ? line.Shape.Words : 0;
            if (_labels[i] == LineLabel.Body && (!_hasSite || line.IsSentence || _isTurn[i] || IsSaid(line)))
                end = i + 1;
        }

        return end;

        static bool IsSaid(TextLine line) => line.Shape.EndsSentence && line.Text[0] is '"' or '“' or '\'' or '‘';
    }

    /// <summary>The label of the lines below this one, up to the next paragraph; null when it is no heading of a box.</summary>
    private static LineLabel? BoxFrom(TextLine line) => line.Sign switch
    {
        LineSign.RelatedHeading => LineLabel.Related,
        LineSign.Navigation when line.Folded is " newsletter " or " newsletters " => LineLabel.Navigation,
        _ => null,
    };

    private bool EndsBox(int i)
    {
        var line = _lines[i];
        // A sentence may ask for the address that goes into the next line.
        if (line.Sign == LineSign.None
            && line.Shape.Words < 25
            && i + 1 < _lines.Count
            && _lines[i + 1].Sign == LineSign.Navigation
            && !line.GapBefore)
            return false;
        return line.IsProse || _isTurn[i] || (line.IsSentence && line.GapBefore) || line.Sign is LineSign.Legal or LineSign.Caption;
    }

    private List<string> Writers(int start)
    {
        var writers = new List<string>();
        for (var i = 0; i < start; i++)
        {
            if (_lines[i].Sign == LineSign.Byline || Byline.IsBareName(_lines[i].Text))
                writers.AddRange(Byline.NamesOf(_lines[i].Text));
        }

        return writers;
    }

    private int[] ProseBehind()
    {
        var behind = new int[_lines.Count];
        for (var i = _lines.Count - 2; i >= 0; i--)
            behind[i] = behind[i + 1] + (_lines[i + 1].IsProse ? _lines[i + 1].Shape.Words : 0);
        return behind;
    }

    /// <summary>Comments of readers, an end mark, and rights with hardly a story behind them, end the article.</summary>
    private static bool EndsArticle(TextLine line, int prose, int proseBehind) =>
        prose > 0
        && (line.Sign == LineSign.CommentsHeading
            || (LineSigns.IsEndMark(line.Text) && proseBehind < prose)
            || (line.Sign == LineSign.Legal && proseBehind * 3 < prose));

    private LineLabel InBody(int i)
    {
        var line = _lines[i];
        return line.Sign switch
        {
            LineSign.None when _isTurn[i] => LineLabel.Body,
            LineSign.None when IsHeading(i) => LineLabel.Heading,
            LineSign.None when IsStray(i) => LineLabel.Teaser,
            LineSign.None => LineLabel.Body,
            // A day alone heads a part of the story.
            LineSign.Date => LineSigns.SaysIssued(line.Text) ? LineLabel.Date : LineLabel.Heading,
            LineSign.Byline => LineLabel.Credit,
            _ => LabelRules.OfSign(line.Sign, LineLabel.Body),
        };
    }

    /// <summary>A short line on its own that is no sentence, and a sentence follows.</summary>
    private bool IsHeading(int i) => _lines[i].Shape.Words <= 12 && StandsOut(i);

    /// <summary>A longer one, where a site is around the article: its teaser, or a caption without credit.</summary>
    private bool IsStray(int i) => _hasSite && StandsOut(i);

    private bool StandsOut(int i)
    {
        var line = _lines[i];
        if (line.Shape.EndsSentence || line.Shape.IsBulleted || EndsItem(line.Text) || line.Text[^1] is ':' or ',' or ';' or '-' or '—'
            || char.IsLower(line.Text[0]) || IsSigned(line.Text))
            return false;
        if (_hasGaps && !(line.GapBefore && line.GapAfter))
            return false;
        var next = i + 1;
        while (next < _lines.Count && _lines[next].Sign != LineSign.None)
            next++;
        return next < _lines.Count && (_hasGaps || _hasSite ? _lines[next].IsSentence : _lines[next].IsProse);
    }

    /// <summary>"“I use it twice a day.” — Jane Roe, mayor of Elm": words with who said them.</summary>
    private static bool IsSigned(ReadOnlySpan<char> line)
    {
        const string dashes = "—–-―";
        var mark = line[0] switch { '“' => '”', '‘' => '’', '«' => '»', '"' or '\'' => line[0], _ => '\0' };
        for (var close = 1; mark != '\0' && close + 2 < line.Length; close++)
        {
            if (line[close] != mark || !(dashes.Contains(line[close + 1]) || (line[close + 1] == ' ' && dashes.Contains(line[close + 2]))))
                continue;
            if (line[(close + 1)..].TrimStart("—–-― ") is [var name, ..] && char.IsUpper(name))
                return true;
        }

        return false;
    }

    /// <summary>The lines of summary boxes: those right under their heading, and bullets after a gap.</summary>
    private static bool[] Summaries(List<TextLine> lines)
    {
        var isSummary = new bool[lines.Count];
        var isInBox = false;
        for (var i = 0; i < lines.Count; i++)
        {
            isInBox = lines[i].Sign == LineSign.SummaryHeading || (isInBox && (!lines[i].GapBefore || lines[i].Shape.IsBulleted));
            isSummary[i] = isInBox;
        }

        return isSummary;
    }
}
