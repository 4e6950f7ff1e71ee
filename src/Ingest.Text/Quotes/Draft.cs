using Ingest.Text.Documents;

namespace Ingest.Text.Quotes;

/// <summary>A quote that may still grow: the rest of its paragraph, or paragraphs that reopen its quotation, may be added.</summary>
internal sealed class Draft(Attribution attribution)
{
    private readonly List<TextSpan> _spans = [];
    private bool _hasMarks;
    private bool _hasWords;

    public Attribution Attribution { get; } = attribution;

    public IReadOnlyList<TextSpan> Spans => _spans;

    public bool HasMarks => _hasMarks;

    public QuoteKind Kind => !_hasMarks ? QuoteKind.Indirect : _hasWords ? QuoteKind.Mixed : QuoteKind.Direct;

    public void Add(Quotation quotation)
    {
        _hasMarks = true;
        _spans.Add(quotation.Inner);
    }

    /// <summary>Adds words that an earlier paragraph began and left open.</summary>
    public void AddBefore(Draft earlier)
    {
        _spans.InsertRange(0, earlier._spans);
        _hasMarks |= earlier._hasMarks;
        _hasWords |= earlier._hasWords;
    }

    /// <summary>Adds words with which a later paragraph goes on.</summary>
    public void AddBehind(Draft later)
    {
        _spans.AddRange(later._spans);
        _hasMarks |= later._hasMarks;
        _hasWords |= later._hasWords;
    }

    /// <summary>
    /// Adds a stretch of the passage: the whole stretch when words stand outside its quotations, else the inside of each quotation.
    /// </summary>
    public void Add(Passage passage, int start, int end)
    {
        var words = false;
        for (var i = start; i < end; i++)
            words |= passage.KindAt(i) is PieceKind.Word or PieceKind.Number;

        if (!words)
        {
            for (var i = start; i < end; i++)
            {
                if (passage[i].Quotation is { } quotation)
                    Add(quotation);
            }

            return;
        }

        _hasWords = true;
        for (var i = start; i < end; i++)
            _hasMarks |= passage.KindAt(i) == PieceKind.Quotation && !passage.IsWork(i) && !passage.IsNickname(i);
        _spans.Add(passage.SpanOf(start, end));
    }
}
