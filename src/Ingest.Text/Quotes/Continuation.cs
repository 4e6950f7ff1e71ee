using Ingest.Text.Documents;
using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes;

/// <summary>
/// Quoted words that a comma leaves open, and that go on behind their speaker in the same sentence:
/// <code>
/// continued := open speaker ("," aside)? "," "but"? quotation           "“The bridge,” said Roe, the head of the board, “is safe”"
///            | open speaker "," ("and" | "but") adverb? quotation       "The plan is “bold,” Roe said, and still “too late.”"
/// open      := … quotation, with a comma before or behind its closing mark
/// aside     := participle … | phrase                                    "“If we wait,” Roe said, pointing at the map, “we lose”"
/// </code>
/// </summary>
internal static class Continuation
{
    /// <summary>Whether the quotation continues the draft's words.</summary>
    /// <param name="draft">Found in the passage.</param>
    /// <param name="passage">The passage.</param>
    /// <param name="quotation">A quotation of the passage that belongs to no attribution.</param>
    public static bool Is(Draft draft, Passage passage, Quotation quotation)
    {
        if (draft.Attribution is not { Cue: not null } attribution
            || attribution.Passage != passage
            || draft.Spans.Count != 1
            || EndOfSpeaker(attribution) is not { } behind)
            return false;
        var at = passage.At(quotation.Inner.Start);
        var tie = Tie(passage, at);
        var end = tie > 0 && (passage.KindAt(at + 1) == PieceKind.Stop || (tie == at - 1 && passage.IsWord(tie, "but"))) ? tie : at;
        return end > 0 && passage.KindAt(end - 1) == PieceKind.Comma
            && passage[end - 1].Span.Start >= behind
            && IsAside(passage, behind, end - 1);
    }

    /// <summary>
    /// The attribution of the participle, without quoted words that the model wrongly gives it: "“If we wait,” Roe said, pointing at the
    /// map, “we lose”". What is left counts as said only behind "that".
    /// </summary>
    /// <param name="aside">The attribution whose cue may be the participle.</param>
    /// <param name="all">The attributions of a passage.</param>
    public static Attribution WithoutWordsOf(IReadOnlyList<Attribution> all, Attribution aside)
    {
        var passage = aside.Passage;
        if (aside is not { Cue: { } cue, Content: [var (start, end)] }
            || passage.At(cue.Start) is var first && (!Aside.IsParticiple(passage, first) || passage.KindAt(first - 1) != PieceKind.Comma))
            return aside;
        for (var at = start + 2; at < end; at++)
        {
            if (passage.KindAt(at - 1) == PieceKind.Comma
                && passage[at].Quotation is { } quotation
                && char.IsLower(passage.Text[quotation.Inner.Start])
                && all.Any(open => EndOfSpeaker(open) is { } behind
                    && behind <= passage[first - 1].Span.Start
                    && IsAside(passage, behind, first - 1)))
                return aside with { Content = [new(start, at - 1)], IsSaid = passage.IsWord(start, "that") };
        }

        return aside;
    }

    /// <summary>Where speaker and cue end, of an attribution whose quotation a comma leaves open; null where no comma does.</summary>
    private static int? EndOfSpeaker(Attribution attribution)
    {
        var passage = attribution.Passage;
        return attribution is { Source: { } source, Cue: { } cue, Content: [var (_, end)] }
            && passage[end - 1] is { Quotation: { } quotation } last
            && (passage.Text[quotation.Inner.End - 1] == ',' || passage.KindAt(end) == PieceKind.Comma)
            && last.Span.End <= Math.Min(source.Start, cue.Start)
            ? Math.Max(source.End, cue.End) : null;
    }

    /// <summary>Index of the "and" or "but" before the quotation, perhaps with an adverb between; 0 where there is none.</summary>
    private static int Tie(Passage passage, int at)
    {
        for (var i = at - 1; i > 0 && i >= at - 2; i--)
        {
            if (passage.IsWord(i, "and") || passage.IsWord(i, "but"))
                return i;
            if (!NounPhrase.IsWordy(passage, i))
                return 0;
        }

        return 0;
    }

    /// <summary>Whether the words from the offset to the piece contain no clause of their own.</summary>
    private static bool IsAside(Passage passage, int behind, int end)
    {
        for (var i = end - 1; i > 0 && passage[i].Span.Start >= behind; i--)
        {
            if (passage.KindAt(i) == PieceKind.Quotation || passage.Is(i, WordClass.Verb | WordClass.Auxiliary | WordClass.Subject))
                return false;
        }

        return true;
    }
}
