using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Finds the attributions of a passage by rules, cue by cue from left to right. The rules cover what the model has never seen.
/// </summary>
internal sealed class AttributionRules
{
    private readonly Passage _passage;
    private readonly List<Clause> _clauses = [];
    private readonly List<Attribution> _found = [];
    private readonly int _end;

    /// <summary>A cue and its subject. Start is where they begin together.</summary>
    private readonly record struct Clause(Cue Cue, PieceSpan? Source, bool IsInverted)
    {
        public int Start => Source is { } source && !IsInverted ? Math.Min(source.Start, Cue.First) : Cue.First;

        public int End => Source is { } source && IsInverted ? source.End : Cue.End;
    }

    private AttributionRules(Passage passage)
    {
        _passage = passage;
        _end = passage.Count;
        while (_end > 0 && passage.KindAt(_end - 1) == PieceKind.Stop)
            _end--;
    }

    public static IReadOnlyList<Attribution> Find(Passage passage)
    {
        var finder = new AttributionRules(passage);
        finder.FindClauses();
        var floor = 0;
        for (var i = 0; i < finder._clauses.Count; i++)
            floor = finder.Attribute(i, floor);
        return finder._found;
    }

    private void FindClauses()
    {
        var floor = 0;
        foreach (var cue in CueFinder.Find(_passage))
        {
            _clauses.Add(ClauseOf(cue, floor));
            if (!_passage.Is(cue.First - 1, WordClass.Relative))
                floor = cue.End;
        }
    }

    private Clause ClauseOf(Cue cue, int floor)
    {
        if (cue.Frame == CueFrame.According)
            return new Clause(cue, AccordingSource(cue), IsInverted: true);
        if (cue.Form != VerbForm.Ing && SourceFinder.Before(_passage, cue.First, floor) is { } before)
            return new Clause(cue, before, IsInverted: false);
        if (cue.Form is VerbForm.Past or VerbForm.Third && cue.Frame is not CueFrame.Name && EndsContent(cue.First)
            && SourceFinder.After(_passage, cue.End, _end) is { } after)
            return new Clause(cue, after, IsInverted: true);
        if (_clauses.Count > 0 && _clauses[^1] is { Source: { } shared } last && last.Cue.Frame != CueFrame.According)
            return new Clause(cue, shared, IsInverted: false);
        return new Clause(cue, SourceFinder.First(_passage, 0, cue.First), IsInverted: false);
    }

    private PieceSpan? AccordingSource(Cue cue)
    {
        var end = cue.End;
        while (end < _end
            && _passage.KindAt(
                end) is not (PieceKind.Comma or PieceKind.Quotation or PieceKind.Colon or PieceKind.Semicolon or PieceKind.Dash))
            end++;
        // At the end of the sentence, the source includes its asides; at its start, only asides without a verb.
        if (_passage.KindAt(end) == PieceKind.Comma && _passage.Is(end + 1, WordClass.Relative | WordClass.Determiner))
            end = cue.First > 0 ? _end : Aside.Skip(_passage, end, _end);
        return end > cue.End ? new(cue.End, end) : null;
    }

    /// <summary>Whether content may end before this piece: a quotation, a comma or a dash stands there.</summary>
    private bool EndsContent(int at) => at > 0 && _passage.KindAt(at - 1) is PieceKind.Quotation or PieceKind.Comma or PieceKind.Dash;

    /// <summary>Index from which the next clause may look for content before its cue.</summary>
    private int Attribute(int index, int floor)
    {
        var clause = _clauses[index];
        var limit = Limit(index);
        var begin = ContentFinder.Begin(_passage, clause.Cue, SkipComma(clause), limit);
        var isThat = begin == clause.End && _passage.IsWord(begin, "that");

        // "…," Roe said.  "…," said Roe, "…"
        if (!isThat && EndsInQuotation(clause.Start, floor) && clause.Cue.Frame != CueFrame.Name)
        {
            var content = new List<PieceSpan> { new(ContentStart(floor), BeforeEnd(clause.Start)) };
            var end = clause.End;
            if (begin >= 0 && _passage.KindAt(begin) == PieceKind.Quotation)
            {
                end = Math.Max(begin + 1, limit);
                content.Add(new(begin, end));
            }

            Add(clause, content, IsQuotations(content[0]) ? Sieve.QuotationThenCue : Sieve.MixedThenCue);
            return end;
        }

        if (begin >= 0 && begin < limit && (clause.Source is not null || _passage.HasQuotation(begin, limit)))
        {
            Add(clause, [new(begin, limit)], SieveAfter(begin, limit));
            return clause.Cue.Frame == CueFrame.According ? limit : Math.Max(clause.End, limit);
        }

        // "…, Roe said."  "…, Roe said, …"
        if (EndsContent(clause.Start) && clause.Source is not null && !IsRelative(clause) && MayTrail(clause)
            && BeforeEnd(clause.Start) is var beforeEnd && beforeEnd - ContentStart(floor) > 1)
        {
            var content = new List<PieceSpan> { new(ContentStart(floor), beforeEnd) };
            if (_passage.KindAt(clause.End) == PieceKind.Comma && clause.End + 2 < limit && clause.Cue.Frame == CueFrame.Say)
                content.Add(new(clause.End + 1, limit));
            Add(clause, content, Sieve.Unmarked);
            return clause.End;
        }

        if (clause.Cue.Frame == CueFrame.According && clause.Source is not null && clause.Start > floor)
            Add(clause, [new(ContentStart(floor), clause.Start)], Sieve.Unmarked);
        else if (_passage.KindAt(_passage.Count - 1) == PieceKind.Colon && index == _clauses.Count - 1)
            Add(clause, [], Sieve.CueThenQuotation);   // the next paragraph is the content
        return floor;
    }

    private int SkipComma(Clause clause) =>
        clause.Cue.Frame == CueFrame.According && _passage.KindAt(clause.End) == PieceKind.Comma ? clause.End + 1 : clause.End;

    private Sieve SieveAfter(int begin, int limit) =>
        IsQuotations(new(begin, limit)) ? Sieve.CueThenQuotation : _passage.HasQuotation(begin, limit) ? Sieve.CueThenMixed : Sieve.Unmarked;

    /// <summary>Where the content behind this clause's cue must end: before the next clause that is not part of that content.</summary>
    private int Limit(int index)
    {
        var clause = _clauses[index];
        for (var i = index + 1; i < _clauses.Count; i++)
        {
            var next = _clauses[i];
            if (IsRelative(next))
                continue;
            if (next.Source is { } around && around.Start <= clause.Start && clause.Cue.End < around.End && !next.IsInverted)
                return around.End - 1;   // this cue stands in the aside of that one
            var start = next.Start > clause.Cue.First ? next.Start : next.Cue.First;
            var comma = _passage.KindAt(start - 1) == PieceKind.Comma;
            if (comma && (next.Cue.Form == VerbForm.Ing || next.IsInverted || IsLast(next) || IsLeadIn(clause)
                || BeginsWithQuotation(next)))
                return start - 1;
            if (next.Cue.Frame == CueFrame.According || (next.IsInverted && _passage.KindAt(start - 1) == PieceKind.Quotation)
                || (_passage.KindAt(start - 1) == PieceKind.Quotation && IsLast(next)))
                return start;
            if (_passage.Is(start - 1, WordClass.Coordinator) && start - 1 > clause.End
                && (_passage.KindAt(start - 2) == PieceKind.Comma || start == next.Cue.First))
                return _passage.KindAt(start - 2) == PieceKind.Comma ? start - 2 : start - 1;
        }

        for (var i = clause.End; i < _end; i++)
        {
            if (_passage.KindAt(i) == PieceKind.Semicolon || (i > clause.End && EndsWithComma(i - 1)
                && _passage.KindAt(i) != PieceKind.Quotation)
                || (clause.Cue.Frame == CueFrame.Name && i > clause.End && _passage.KindAt(i) == PieceKind.Comma))
                return i;
        }

        return _end;
    }

    /// <summary>"After Roe said that …, Poe said …": the first half is no more than the occasion.</summary>
    private bool IsLeadIn(Clause clause) => clause.Start == 0 && clause.Source is null
        || (clause.Start == 1 && _passage.Is(0, WordClass.Subordinator));

    /// <summary>Whether the clause is a relative clause about somebody in another clause: "the aide, who said …".</summary>
    private bool IsRelative(Clause clause) => _passage.Is(clause.Cue.First - 1, WordClass.Relative);

    /// <summary>
    /// Whether the cue may stand behind the content: "The bridge was safe, Roe added". Verbs that rarely report do so only at the very
    /// end.
    /// </summary>
    private bool MayTrail(Clause clause) => clause.Cue.Frame is CueFrame.Say or CueFrame.Tell or CueFrame.According
        || (clause.Cue is { Frame: CueFrame.Words, Form: VerbForm.Past or VerbForm.Third } && clause.End >= _end);

    private bool BeginsWithQuotation(Clause clause) =>
        ContentFinder.Begin(_passage, clause.Cue, clause.End, _end) is var begin and >= 0 && _passage.KindAt(begin) == PieceKind.Quotation;

    private bool IsLast(Clause clause) => clause.End >= _end || (_passage.KindAt(clause.End) != PieceKind.Quotation
        && ContentFinder.Begin(_passage, clause.Cue, clause.End, _end) < 0);

    /// <summary>Whether a comma stands inside the closing mark. It belongs to the sentence, and the content ends there.</summary>
    private bool EndsWithComma(int at) => _passage[at].Quotation is { } quotation && _passage.Text[quotation.Inner.End - 1] == ',';

    private int ContentStart(int floor)
    {
        var start = floor;
        while (start < _end && (IsBetween(start) || _passage.KindAt(start) == PieceKind.Semicolon
            || (start > 0 && _passage.Is(start, WordClass.Coordinator))))
            start++;
        return start;
    }

    private int BeforeEnd(int start)
    {
        while (start > 0 && IsBetween(start - 1))
            start--;
        return start;
    }

    private bool IsBetween(int piece) =>
        _passage.KindAt(piece) is PieceKind.Comma or PieceKind.Dash
            || (_passage.KindAt(piece) == PieceKind.Other && !_passage.IsSign(piece));

    private bool EndsInQuotation(int start, int floor) => BeforeEnd(start) is var end && end > floor
        && _passage.KindAt(end - 1) == PieceKind.Quotation
        && !_passage.IsTitle(end - 1) && (end < start || end - 1 == floor || EndsOpenly(_passage[end - 1].Quotation!));

    /// <summary>
    /// Whether the quotation ends in a comma, a question mark or a dash, inside the closing mark or after it, as quoted words before
    /// their attribution do.
    /// </summary>
    private bool EndsOpenly(Quotation quotation) => _passage.Text[quotation.Inner.End - 1] is not ('.' or ';')
        && !char.IsLetterOrDigit(_passage.Text[quotation.Inner.End - 1]);

    private bool IsQuotations(PieceSpan range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (_passage.KindAt(i) is PieceKind.Word or PieceKind.Number)
                return false;
        }

        return true;
    }

    private void Add(Clause clause, IReadOnlyList<PieceSpan> content, Sieve sieve) => _found.Add(new Attribution
    {
        Passage = _passage,
        Sieve = sieve,
        Source = clause.Source is { } source ? SourceSpan(source) : null,
        Cue = _passage.SpanOf(clause.Cue.First, clause.Cue.End),
        Content = content,
    });

    /// <summary>The source, without the comma that ends its aside.</summary>
    private TextSpan SourceSpan(PieceSpan source)
    {
        var end = source.End;
        while (end - 1 > source.Start && _passage.KindAt(end - 1) is PieceKind.Comma or PieceKind.Dash)
            end--;
        return _passage.SpanOf(source.Start, NounPhrase.WithoutOccasion(_passage, source.Start, end));
    }
}
