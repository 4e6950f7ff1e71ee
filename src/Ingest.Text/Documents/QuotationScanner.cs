namespace Ingest.Text.Documents;

/// <summary>
/// Finds quotations by their marks:
/// <code>
/// paragraph := (text | quotation)*
/// quotation := open (text | quotation)* (close | end)
/// open      := a mark that may open: before a word, after a blank, a bracket or a dash
/// close     := a mark of the same family that may close: after a word or its punctuation
/// end       := the end of the paragraph | a mark of the same family that opens a new sentence
/// </code>
/// A quotation that the paragraph leaves open goes on in the next one when that begins with a mark of the same family. A closing mark
/// behind punctuation, the first of its paragraph, closes what began with the paragraph: its opening mark got lost, as under a drop cap.
/// Only outermost quotations are reported. One pass, linear in the length of the text.
/// </summary>
internal sealed class QuotationScanner
{
    // Deeper than a quotation in a quotation in a quotation, marks are noise.
    private const int MaxDepth = 3;

    private readonly string _text;
    private readonly List<Quotation> _found = [];
    private readonly List<QuotationMark> _open = [];

    private QuotationScanner(string text) => _text = text;

    /// <summary>In order, without overlap.</summary>
    public static List<Quotation> Scan(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        var scanner = new QuotationScanner(text);
        MarkFamily? leftOpen = null;
        foreach (var paragraph in paragraphs)
            leftOpen = scanner.ScanParagraph(paragraph, leftOpen);
        return scanner._found;
    }

    /// <summary>The family that the paragraph leaves open.</summary>
    private MarkFamily? ScanParagraph(TextSpan paragraph, MarkFamily? leftOpen)
    {
        var marks = MarksOf(paragraph);
        var lastSingleClose =
            marks.FindLastIndex(mark => mark is { Family: MarkFamily.Single } and ({ MayClose: true } or { Sign: '‘' }));
        var before = _found.Count;
        _open.Clear();
        if (marks.Count > 0 && ClosesWhatBeganUnmarked(marks[0], paragraph))
            _open.Add(marks[0] with { Span = new TextSpan(paragraph.Start, paragraph.Start), MayOpen = true, MayClose = false });
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            var opening = _open.FindLastIndex(open => open.Family == mark.Family);
            if (opening >= 0
                && mark.Closes(_open[opening])
                && !(mark.Family is MarkFamily.Single or MarkFamily.Lost && IsPossessive(marks, i)))
                Close(opening, mark);
            else if (mark.MayOpen
                && (mark.Family != MarkFamily.Single || i < lastSingleClose || (_open.Count == 0 && BeginsSpeech(mark, paragraph))))
                Open(opening, mark);
        }

        var left = _open.Count > 0 ? _open[0] : (QuotationMark?)null;
        if (left is { } lost)
            Add(lost, paragraph.End, paragraph.End, isClosed: false);
        if (leftOpen is { } family && _found.Count > before && marks[0].Family == family && _found[before].Outer.Start == paragraph.Start)
            _found[before] = _found[before] with { IsReopened = true };
        return left?.Family;
    }

    private List<QuotationMark> MarksOf(TextSpan paragraph)
    {
        var marks = new List<QuotationMark>();
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            if (QuotationMark.Read(_text, at, paragraph) is not { } mark)
                continue;
            marks.Add(mark);
            at = mark.Span.End - 1;
        }

        DropUnpaired(marks, MarkFamily.Lost);
        DropUnpaired(marks, MarkFamily.LostToQuestion);
        return marks;
    }

    /// <summary>Signs that stand for much else are marks only where one opens and the next closes.</summary>
    private void DropUnpaired(List<QuotationMark> marks, MarkFamily family)
    {
        if (!marks.Exists(mark => mark.Family == family))
            return;
        var paired = new HashSet<QuotationMark>();
        QuotationMark? opening = null;
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            if (mark.Family != family)
                continue;
            if (opening is null && mark.MayOpen)
            {
                opening = mark;
            }
            else if (opening is { } open && mark.MayClose && !IsPossessive(marks, i))
            {
                paired.Add(open);
                paired.Add(mark);
                opening = null;
            }
        }

        marks.RemoveAll(mark => mark.Family == family && !paired.Contains(mark));
    }

    private bool ClosesWhatBeganUnmarked(QuotationMark mark, TextSpan paragraph) =>
        mark is { Family: MarkFamily.Double, MayOpen: false, MayClose: true } && mark.Span.Start > paragraph.Start
        && _text[mark.Span.Start - 1] is ',' or '.' or '?' or '!' or '…'
        && !_text.AsSpan(paragraph.Start, mark.Span.Start - paragraph.Start).Contains(':');

    /// <summary>
    /// Whether a single mark that nothing closes opens what goes on in the next paragraph: a capital behind a colon, a comma or a full
    /// stop.
    /// </summary>
    private bool BeginsSpeech(QuotationMark mark, TextSpan paragraph)
    {
        if (mark.Span.End >= paragraph.End || !char.IsUpper(_text[mark.Span.End]))
            return false;
        var at = mark.Span.Start - 1;
        while (at > paragraph.Start && char.IsWhiteSpace(_text[at]))
            at--;
        return at < paragraph.Start || _text[at] is ':' or ',' or '.' or '!' or '?';
    }

    private void Close(int opening, QuotationMark mark)
    {
        var first = _open[0];
        _open.RemoveRange(opening, _open.Count - opening);
        if (opening == 0)
            Add(first, mark.Span.Start, mark.Span.End, isClosed: true);
    }

    private void Open(int sameFamily, QuotationMark mark)
    {
        if (sameFamily == 0 && BeginsSentence(mark))
        {
            // The closing mark before it got lost.
            Add(_open[0], mark.Span.Start, mark.Span.Start, isClosed: false);
            _open.Clear();
        }

        if (_open.Count < MaxDepth)
            _open.Add(mark);
    }

    private void Add(QuotationMark opening, int innerEnd, int outerEnd, bool isClosed)
    {
        var inner = Trim(opening.Span.End, innerEnd);
        if (!inner.IsEmpty)
            _found.Add(new Quotation(new TextSpan(opening.Span.Start, isClosed ? outerEnd
                : inner.End), inner, isClosed, IsReopened: false));
    }

    private TextSpan Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        return new TextSpan(start, Math.Max(start, end));
    }

    private bool BeginsSentence(QuotationMark mark)
    {
        var at = mark.Span.Start - 1;
        while (at > 0 && char.IsWhiteSpace(_text[at]))
            at--;
        return at >= 0 && _text[at] is '.' or '!' or '?' or '…';
    }

    /// <summary>"the dogs' tails": after an s and before a word it closes only when nothing else does.</summary>
    private bool IsPossessive(List<QuotationMark> marks, int index)
    {
        var span = marks[index].Span;
        if (_text[span.Start - 1] is not 's' || span.End + 1 >= _text.Length || _text[span.End] != ' '
            || !char.IsLetter(_text[span.End + 1]))
            return false;
        var family = marks[index].Family;
        var next = marks.FindIndex(index + 1, mark => mark.Family == family);
        return next >= 0 && !marks[next].MayOpen;
    }
}
