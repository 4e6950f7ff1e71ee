using Ingest.Text.Documents;
using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Speakers;
using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes;

/// <summary>
/// Makes quotes from the attributions, and from the quotations that no attribution contains. A quotation that continues in the same
/// paragraph, or that the next paragraph reopens, belongs to the quote before it. A floating quotation takes the speaker named last.
/// Scare quotes, titles and headings are dropped.
/// </summary>
internal sealed class QuoteAssembler(Document doc, AttributionFinder finder, NameMap names, SpeakerResolver speakers)
{
    // A scare quote or a title is shorter than most sentences.
    private const int MinSentence = 5;

    private readonly List<Draft> _drafts = [];

    // Each floating paragraph, with the quote that it continues.
    private readonly Dictionary<Draft, Draft> _continued = [];

    // The quote that the next quotation may continue, and the paragraph where that quote ended.
    private Draft? _last;
    private int _lastParagraph = -1;

    // Whether the passage before consisted only of quotations.
    private bool _wasOnly;

    // A cue at the end of the paragraph before; its content is the next paragraph.
    private Draft? _leadIn;

    private readonly LastSpeaker _speaker = new(speakers);

    /// <summary>The drafts that have content, in no particular order.</summary>
    public static IReadOnlyList<Draft> Assemble(
        Document doc, AttributionFinder finder, NameMap names, SpeakerResolver speakers, IReadOnlyList<Passage> passages,
        CancellationToken cancellationToken)
    {
        var assembler = new QuoteAssembler(doc, finder, names, speakers);
        for (var i = 0; i < passages.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            assembler.Read(passages[i], i + 1 < passages.Count ? passages[i + 1] : null);
        }

        assembler._drafts.RemoveAll(draft => draft.Spans.Count == 0);
        RepeatedQuotes.Drop(assembler._drafts, doc);
        assembler.Continue();
        return assembler._drafts;
    }

    private void Read(Passage passage, Passage? following)
    {
        var (leadIn, last, lastParagraph) = (_leadIn, _last, _lastParagraph);
        _leadIn = null;
        var claimed = new HashSet<Quotation>();
        // "…" "…," said Roe. "…⏎ "…," said Roe: the words before the attributed quotation have the same speaker.
        var open = last is { Attribution.Cue: null }
            && (lastParagraph == passage.Paragraph ? passage.KindAt(0) == PieceKind.Quotation && _wasOnly
            : lastParagraph + 1 == passage.Paragraph && passage[0].Quotation is { IsReopened: true }) ? last : null;
        _wasOnly = passage.IsOnlyQuotations();
        var found = AttributionsOf(passage);
        foreach (var attribution in found)
            Claim(attribution, following, claimed, open);
        if (!found.Exists(Speaks))
            _speaker.Read(passage);

        var left = new List<Quotation>();
        foreach (var piece in passage.Pieces)
        {
            if (piece.Quotation is not { } quotation || claimed.Contains(quotation))
                continue;
            if (_last is not null && Continuation.Is(_last, passage, quotation))
                _last.Add(quotation);
            else
                left.Add(quotation);
        }

        if (left.Count == 0)
            return;
        var only = _wasOnly;
        var goesOn = only && leadIn is not null ? leadIn
            : (left[0].IsReopened && lastParagraph >= passage.Paragraph - 1) || (only && lastParagraph == passage.Paragraph) ? last : null;
        if (goesOn is not null)
        {
            Extend(Signed(goesOn, passage, left[^1], following), passage, left);
            return;
        }

        foreach (var quotation in left)
            Place(quotation, passage, following);
    }

    private List<Attribution> AttributionsOf(Passage passage)
    {
        var attributions = finder.Find(passage, names);
        var found = new List<Attribution>(attributions.Count);
        foreach (var attribution in attributions)
        {
            found.Add(ReportedSpeaker.Of(
                Continuation.WithoutWordsOf(attributions, attribution), within => finder.Find(within, names), speakers));
        }

        return found;
    }

    /// <param name="attribution">An attribution of the passage.</param>
    /// <param name="following">The passage behind it.</param>
    /// <param name="claimed">The quotations that other attributions have taken.</param>
    /// <param name="open">The draft right before the attribution that has no speaker yet.</param>
    private void Claim(Attribution attribution, Passage? following, HashSet<Quotation> claimed, Draft? open)
    {
        var passage = attribution.Passage;
        var quotations = passage.QuotationsIn(attribution.Content);
        if (attribution.Source is null && quotations.Count > 0 && NameBehind(passage, quotations[^1], following) is { Source: { } name })
            attribution = attribution with { Source = name };
        var draft = new Draft(attribution);
        if (attribution.Content.Count == 0)
            _leadIn = draft;

        if (quotations.Exists(claimed.Contains))
            return;   // one speaker quotes another: the outer attribution has the words

        claimed.UnionWith(quotations);
        foreach (var (start, end) in attribution.Content)
            draft.Add(passage, start, end);
        if (open is not null && quotations.Count > 0 && quotations[0] == passage[0].Quotation && _drafts.Remove(open))
            draft.AddBefore(open);
        _drafts.Add(draft);
        if (Speaks(attribution))
            _speaker.Spoke(attribution.Source!.Value, passage);
        if (draft.HasMarks)
            (_last, _lastParagraph) = (draft, passage.Paragraph);
    }

    /// <summary>
    /// Whether the attribution's source may go on speaking: not "both sides look for a deal", "several people [who] urged him to go on".
    /// </summary>
    private static bool Speaks(Attribution attribution)
    {
        var passage = attribution.Passage;
        return attribution.Source is { } source && (passage.QuotationsIn(attribution.Content).Count > 0
            || (attribution.IsSaid && !passage.Is(passage.At(source.Start), WordClass.Relative)));
    }

    /// <summary>
    /// The draft of several paragraphs with the speaker who signs the last of them: "“…⏎ “…” — Jane Roe". The draft itself where nobody
    /// signs, or where a cue has already given it a speaker.
    /// </summary>
    private Draft Signed(Draft draft, Passage passage, Quotation quotation, Passage? following)
    {
        if (draft.Attribution.Cue is not null
            || _drafts.IndexOf(draft) is not (>= 0 and var at)
            || NameBehind(passage, quotation, following) is not { } attribution)
            return draft;
        var signed = new Draft(attribution);
        signed.AddBefore(draft);
        _drafts[at] = signed;
        if (_last == draft)
            _last = signed;
        return signed;
    }

    /// <summary>Makes a draft of a quotation that has no cue and continues no quote.</summary>
    private void Place(Quotation quotation, Passage passage, Passage? following)
    {
        var attribution = ColonSource(passage, quotation)
            ?? (IsSentence(passage, quotation) ? NameBehind(passage, quotation, following) : null);
        if (attribution is null && passage.IsOnlyQuotations() && IsSentence(passage, quotation))
            attribution = Floating(passage);
        if (attribution is null)
            return;
        var draft = new Draft(attribution);
        if (Before(attribution) is { } before)
            _continued.Add(draft, before);
        _drafts.Add(draft);
        Extend(draft, passage, [quotation]);
    }

    /// <summary>
    /// The quote that the floating paragraph continues: "“It is safe,” Roe said.⏎ “It will hold.”". PolNeAR's training part labels 33 of
    /// 39 such pairs as one quote, and 6 of 7 where only part of the first stands in marks, "It is “safe,” Roe said.". Behind reported
    /// words without marks, the labels separate the two about as often as they join them. Behind a signature, another quote begins.
    /// </summary>
    private Draft? Before(Attribution floating) =>
        floating is { Sieve: Sieve.Floating, Source: { } speaker }
        && _last is not null
        && _continued.GetValueOrDefault(_last, _last) is
        {
            HasMarks: true,
            Attribution: { Cue: { } cue, Sieve: not Sieve.QuotationThenName, Source: { } own },
        } before
        && own == speaker
        && (before.Kind == QuoteKind.Direct || before.Spans[^1].End <= cue.Start)
        && _lastParagraph == floating.Passage.Paragraph - 1
        && doc.Paragraphs[floating.Passage.Paragraph].Start == floating.Passage[0].Span.Start
            ? before : null;

    /// <summary>
    /// Adds each floating paragraph to the quote that it continues, unless it was dropped as a heading or for another reason.
    /// </summary>
    private void Continue()
    {
        foreach (var (draft, before) in _continued)
        {
            if (_drafts.Contains(before) && _drafts.Remove(draft))
                before.AddBehind(draft);
        }
    }

    /// <summary>Roe was blunt: "…"</summary>
    private static Attribution? ColonSource(Passage passage, Quotation quotation)
    {
        for (var i = 1; i < passage.Count; i++)
        {
            if (passage[i].Quotation != quotation || passage.KindAt(i - 1) != PieceKind.Colon)
                continue;
            return new Attribution
            {
                Passage = passage,
                Sieve = Sieve.ColonThenQuotation,
                Source = SourceFinder.First(passage, 0, i - 1) is var (start, end) ? passage.SpanOf(start, end) : null,
                Cue = passage[i - 1].Span,
            };
        }

        return null;
    }

    /// <summary>"…" — Jane Roe, mayor of Elm, in one sentence, or the name as a sentence or a line of its own.</summary>
    private static Attribution? NameBehind(Passage passage, Quotation quotation, Passage? following)
    {
        var behind = 1;
        while (behind < passage.Count && passage[behind - 1].Quotation != quotation)
            behind++;
        return behind < passage.Count ? NameAt(passage, passage, behind)
            : following is not null && following.Paragraph - passage.Paragraph <= 1 ? NameAt(passage, following, 0) : null;
    }

    /// <param name="passage">The quotation's passage.</param>
    /// <param name="named">The name's passage.</param>
    /// <param name="dash">Where the dash before the name should be.</param>
    private static Attribution? NameAt(Passage passage, Passage named, int dash)
    {
        if (named.KindAt(dash) != PieceKind.Dash)
            return null;
        while (named.KindAt(dash + 1) == PieceKind.Dash)
            dash++;
        if (!named.IsCapital(dash + 1))
            return null;
        var end = named.Count;
        while (end > dash + 2 && named.KindAt(end - 1) == PieceKind.Stop)
            end--;
        for (var i = dash + 1; i < end; i++)
        {
            if ((named.Is(i, WordClass.Verb | WordClass.Subject) && !named.IsCapital(i)) || named.KindAt(i) == PieceKind.Quotation)
                return null;
        }

        return new Attribution
        {
            Passage = passage,
            Sieve = Sieve.QuotationThenName,
            Source = named.SpanOf(dash + 1, end),
            Cue = named[dash].Span,
        };
    }

    private Attribution Floating(Passage passage) => _speaker.Of(passage) is var (source, sieve)
        ? new Attribution { Passage = passage, Sieve = sieve, Source = source }
        : new Attribution { Passage = passage, Sieve = Sieve.Unattributed };

    private void Extend(Draft draft, Passage passage, List<Quotation> quotations)
    {
        quotations.ForEach(draft.Add);
        if (_last is { Spans: [.., var end] } && end.Start > draft.Spans[^1].Start)
            return;   // an attribution of this passage came later in it
        (_last, _lastParagraph) = (draft, passage.Paragraph);
        if (draft.Attribution.Source is { } source)
            _speaker.Spoke(source, passage);
    }

    private bool IsSentence(Passage passage, Quotation quotation)
    {
        var words = doc.TokenAt(quotation.Inner.End - 1) - doc.TokenAt(quotation.Inner.Start) + 1;
        return words >= MinSentence && (SentenceEnd.Closes(quotation.Inner.In(doc.Text)) || passage.Pieces[^1].Kind == PieceKind.Stop);
    }
}
