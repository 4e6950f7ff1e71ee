using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// Labels the lines of a copied page. The classifier decides line by line what is body, headline, byline and day. The article is the
/// stretch in which its votes for the body weigh most. The lines before, in and behind the article are labelled by their own signs and
/// places.
/// </summary>
internal sealed class CopyLabeller
{
    // Lines above the body that may be its headline.
    private const int Reach = 60;

    // How much other classes may outweigh a byline where no line is a likelier one.
    private const float LeastByline = -2.5f;

    // Lines below the first of the body where a byline may still come: a summary may stand above it.
    private const int BelowStart = 8;

    // Lines behind the body where some sites name writer and day.
    private const int BackReach = 12;

    // What a paragraph of the body right above adds to prose.
    private const float Neighbour = 1;

    // Weight of a stretch that is an article.
    private const float FirstSuffices = 60;

    // The most that a line outside the body takes from a stretch: boxes of links stand inside many bodies.
    private const float MaxCost = 5;

    private readonly List<TextLine> _lines;
    private readonly LineLabel[] _labels;
    private readonly float[][] _scores;
    private readonly float[] _body;     // by how much the body outweighs the rest

    private CopyLabeller(List<TextLine> lines)
    {
        _lines = lines;
        _labels = new LineLabel[lines.Count];
        _scores = new float[lines.Count][];
        _body = new float[lines.Count];
        var features = new LineFeatures(lines);
        var own = new List<uint>();
        for (var i = 0; i < lines.Count; i++)
        {
            features.Fill(i, own);
            LineModel.Default.Score(own, _scores[i] = new float[LineModel.Classes]);
            _body[i] = Margin(i, LineClass.Body) + (i > 0 && _body[i - 1] > 0 && lines[i].IsProse ? Neighbour : 0);
        }
    }

    /// <summary>The labels; null when no stretch of the text is the body of an article.</summary>
    public static LabelledText? Label(List<TextLine> lines) => new CopyLabeller(lines).Label();

    private LabelledText? Label()
    {
        var (start, end) = Stretch();
        if (start == end)
            return null;
        var headline = FindHeadline(start, end);
        for (var i = 0; i < _lines.Count; i++)
            _labels[i] = i < start ? InFront(i, headline) : i < end ? InBody(i, headline) : LineLabel.Footer;
        BackLabeller.Label(_lines, _labels, end);
        LabelBylines(start, end, headline?.Line ?? 0);
        LabelDates(start, end, headline?.Line ?? 0);
        Repeats.Label(_lines, _labels, start, end);
        return new LabelledText(_lines, _labels, headline);
    }

    /// <summary>The lead of a class over the best of the others.</summary>
    private float Margin(int i, LineClass meant)
    {
        var best = float.MinValue;
        for (var c = 0; c < LineModel.Classes; c++)
        {
            if (c != (int)meant)
                best = Math.Max(best, _scores[i][c]);
        }

        return _scores[i][(int)meant] - best;
    }

    /// <summary>The stretch whose lines weigh most: those of the body for it by their words, others against it.</summary>
    private (int Start, int End) Stretch()
    {
        var (best, bestStart, bestEnd) = (0f, 0, 0);
        var (sum, start) = (0f, 0);
        for (var i = 0; i < _lines.Count; i++)
        {
            // The next article on the page begins here. The first one is the page's own, unless it is much smaller.
            if (best > FirstSuffices && BeginsNext(i))
                break;

            var margin = _body[i];
            sum += margin > 0 ? Math.Min(margin, 4) * MathF.Sqrt(Math.Min(_lines[i].Shape.Words, 100)) : Math.Max(margin, -MaxCost);
            if (sum <= 0)
                (sum, start) = (0, i + 1);
            else if (sum > best)
                (best, bestStart, bestEnd) = (sum, start, i + 1);
        }

        return (bestStart, bestEnd);
    }

    /// <summary>A writer and a day close together.</summary>
    private bool BeginsNext(int i)
    {
        if (Margin(i, LineClass.Byline) <= 0 && Margin(i, LineClass.Date) <= 0)
            return false;
        var (byline, date) = (false, false);
        for (var j = i; j < Math.Min(_lines.Count, i + 4); j++)
        {
            byline |= Margin(j, LineClass.Byline) > 0;
            date |= Margin(j, LineClass.Date) > 0;
        }

        return byline && date;
    }

    /// <summary>
    /// The likeliest line above the body: by the classifier, by the words that the body has too, and the nearer the likelier.
    /// </summary>
    private Headline? FindHeadline(int start, int end)
    {
        const int enough = 6000;
        var words = TextLine.WordsOf(_lines.Take(end).Skip(start), enough);
        var (best, bestScore) = (-1, -4f);
        var distance = 0;
        var byline = Enumerable.Range(Math.Max(0, start - Reach), Math.Min(start, Reach))
            .Where(i => Margin(i, LineClass.Byline) > 1).DefaultIfEmpty(start).Last();
        for (var i = start - 1; i >= 0 && distance < Reach; i--)
        {
            var line = _lines[i];
            if (line.Shape.Words is < 1 or > 40 || line.Sign is not (LineSign.None or LineSign.Navigation))
                continue;
            distance++;
            var likeness = (float)Likeness.ShareOfWords(line.Folded, words);
            var score = Margin(i, LineClass.Title)
                + 3 * likeness
                + (line.Shape.Words >= 4 ? 1 : 0)
                + (IsInFirstLine(line) ? 3 : 0)
                - 0.05f * distance
                - (i > byline ? 1.5f : 0)
                - (line.Shape.EndsSentence ? 0.5f : 0);
            if (score > bestScore)
                (best, bestScore) = (i, score);
        }

        return best < 0 ? null : Headline.At(_lines, best, start);
    }

    /// <summary>Programs put the name of the page, the headline with the publisher's name behind it, first.</summary>
    private bool IsInFirstLine(TextLine line) =>
        line.Shape.Words >= 3 && line.Folded.Length < _lines[0].Folded.Length && Likeness.IsSameOrBeginning(line.Folded, _lines[0].Folded);

    private LineLabel InFront(int i, Headline? headline)
    {
        var line = _lines[i];
        if (headline is null)
            return LabelRules.OfSign(line.Sign, LineLabel.Navigation);
        if (line.Folded == headline.Folded)
            return LineLabel.Title;
        if (Likeness.IsSameOrBeginning(headline.Folded, line.Folded))
            return LineLabel.Duplicate;
        var label = LabelRules.OfSign(line.Sign, i < headline.Line || !IsDeck(line) ? LineLabel.Navigation : LineLabel.Teaser);
        // Writers and days are labelled where they are found.
        return label is LineLabel.Byline or LineLabel.Date ? LineLabel.Navigation : label;
    }

    private static bool IsDeck(TextLine line) => line.Shape.Words >= 5;

    private LineLabel InBody(int i, Headline? headline)
    {
        var line = _lines[i];
        if (line.Folded == headline?.Folded)
            return LineLabel.Duplicate;
        if (_body[i] > 0 && (line.Sign == LineSign.None || line.Shape.IsProse))
            return IsPulled(line) ? LineLabel.Heading : LineLabel.Body;
        var label = LabelRules.OfSign(line.Sign, line.Shape.EndsSentence ? LineLabel.Teaser : LineLabel.Related);
        return label == LineLabel.Byline ? LineLabel.Credit : label;
    }

    /// <summary>A few words in marks that are no sentence.</summary>
    private static bool IsPulled(TextLine line) =>
        line.Shape is { EndsSentence: false, Words: <= 12 }
        && line.Text[0] is '"' or '“' or '‘' or '\''
        && line.Text[^1] is '"' or '”' or '’' or '\'';

    /// <summary>
    /// The lines near the headline that the classifier takes for bylines; where there is none, the likeliest above the body or right behind
    /// it.
    /// </summary>
    private void LabelBylines(int start, int end, int headline)
    {
        var (best, bestMargin) = (-1, LeastByline);
        var found = false;
        var front = Math.Min(end, start + BelowStart);
        for (var i = Math.Max(0, start - Reach); i < Math.Min(_lines.Count, end + BackReach); i++)
        {
            if (i == front)
            {
                if (found)
                    return;
                i = Math.Max(i, end);
            }

            if (i >= _lines.Count
                || _labels[i] is LineLabel.Title or LineLabel.Body or LineLabel.Duplicate
                || Byline.NamesOf(_lines[i].Text).Count == 0)
                continue;
            var isNear = i >= headline - 8 && i < front;
            var margin = Margin(i, LineClass.Byline) + (IsNamedDay(i) ? 4 : 0) - (isNear ? 0 : 1);
            if (margin > -0.5f && isNear)
            {
                _labels[i] = LineLabel.Byline;
                found = true;
            }
            else if (margin > bestMargin)
            {
                (best, bestMargin) = (i, margin);
            }
        }

        if (!found && best >= 0)
            _labels[best] = LineLabel.Byline;
    }

    /// <summary>Writer and day on one line.</summary>
    private bool IsNamedDay(int i) =>
        Margin(i, LineClass.Date) > -1 && _lines[i].Sign != LineSign.Date | BylineOpener.LengthIn(_lines[i].Text) > 0;

    private void LabelDates(int start, int end, int headline)
    {
        var (best, bestMargin) = (-1, -6f);
        for (var i = Math.Max(0, headline - 8); i < Math.Min(_lines.Count, end + BackReach); i++)
        {
            if (_labels[i] is LineLabel.Title or LineLabel.Body or LineLabel.Duplicate)
                continue;
            if (_lines[i].Shape.Words > 20 || WrittenDate.Find(_lines[i].Text) is null)
                continue;
            var margin = Margin(i, LineClass.Date) - (i > start ? 1 : 0);
            if (margin > 0 && _labels[i] != LineLabel.Byline)
                _labels[i] = LineLabel.Date;
            if (margin > bestMargin)
                (best, bestMargin) = (i, margin);
        }

        if (best >= 0 && _labels[best] != LineLabel.Byline)
            _labels[best] = LineLabel.Date;
    }
}
