using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Ends the content before words into which the reading runs on:
/// <code>
/// words := ("which" | "saying") said ","? predicate     "The tweet, which said [“no”], was deleted"
///        | "which" speaker cue said predicate           "The plan, which Roe branded [a “sham,”] was dropped"
///        | "who" said predicate                         "The man who said [he was ill] was found dead"
///        | whom "to" said "and" predicate               "urged [the board to wait] and left"
///        | thing "and" predicate                        "declared [a holiday] and left"
///        | said "without" …                             "said [it was shut] without elaborating"
///        | said "," "a" … comment …                     "said [it was “over,”] a claim that wasn't true"
///        | quotation "," "something" …                  "said [it was “over”], something that wasn't true"
/// </code>
/// </summary>
internal static class RunOn
{
    // Words behind "without" for what the speaker did not do or did not give.
    private static readonly WordSet Details =
        WordSet.InAnyCase("elaborating elaboration giving providing offering naming specifying citing");

    private static readonly WordSet Withheld =
        WordSet.InAnyCase("elaborating elaboration detail details evidence specifics reasons explanation proof sources names examples");

    // What the writer calls the words just said.
    private static readonly WordSet Comments = WordSet.InAnyCase(
        "accusation allegation assertion claim comment line prediction promise remark sentiment statement term timeline");

    public static Attribution Drop(Reading reading, Attribution attribution) =>
        WithoutManner(WithoutComment(reading, WithoutNextDeed(reading, WithoutPredicate(reading, attribution))));

    /// <summary>
    /// Cuts the predicate of the thing that says the words: "The tweet, which said “no”[, was deleted]", "A poster saying “Wanted” [hung
    /// there]".
    /// </summary>
    private static Attribution WithoutPredicate(Reading reading, Attribution attribution)
    {
        var (view, passage, cue) = (reading.View, reading.Passage, reading.Cue);
        var isRelative = reading.Candidate.Source is var (_, behind) && passage.Is(behind - 1, WordClass.Relative);
        var isOfNoun = Aside.IsParticiple(passage, cue.Start) && NounPhrase.IsWordy(passage, cue.Start - 1);
        var isOfRelative = reading.Candidate.Source is var (source, _) && source < cue.Start && passage.Is(source - 1, WordClass.Relative);
        if ((!isRelative && !isOfNoun && !isOfRelative) || attribution.Content is not [.., var (start, end)] || start < cue.End)
            return attribution;
        for (var i = start + 1; i < end; i++)
        {
            var isAfterQuotation = i == start + 1 && passage.KindAt(start) == PieceKind.Quotation;
            if (isAfterQuotation ? Clauses.BeginsPredicate(view, passage.KindAt(i) == PieceKind.Comma ? i + 1 : i)
                : isRelative
                    && passage.KindAt(i) == PieceKind.Comma
                    && Clauses.HasFiniteVerb(view, start, i)
                    && Clauses.BeginsPredicate(view, i + 1))
                return Until(attribution, i);
            if ((isRelative || isOfRelative) && EndsInComma(passage, i - 1) && Clauses.BeginsPredicate(view, i))
                return Until(attribution, i);
        }

        return isRelative && SecondPredicate(view, start, end) is > 0 and var second ? Until(attribution, second) : attribution;
    }

    private static bool EndsInComma(Passage passage, int at) =>
        passage[at].Quotation is { } quotation && passage.Text[quotation.Inner.End - 1] == ',';

    /// <summary>
    /// Index of the main clause's verb in the content of a relative clause without commas; −1 where there is none. It is the first verb
    /// behind "to", "to be a baker [has been]", and else the second, "he was ill [was]". Only "be", "have" and modal verbs are sure
    /// enough; "what he had said was", "the plan he had was" are a clause of their own.
    /// </summary>
    private static int SecondPredicate(PassageView view, int start, int end)
    {
        var passage = view.Passage;
        var isSeen = passage.IsWord(start, "to");
        for (var i = start + 1; i < end; i++)
        {
            if (passage.KindAt(i) is not (PieceKind.Word or PieceKind.Number or PieceKind.Clitic)
                || passage.Is(i, WordClass.Relative | WordClass.Subordinator | WordClass.Coordinator)
                || view.TagAt(i) == WordTag.Wh)
                return -1;
            if (!passage.Is(i, WordClass.Be | WordClass.Auxiliary) || !Clauses.BeginsPredicate(view, i))
                continue;
            if (passage.Is(i - 1, WordClass.Subject) && i - 1 > start)
                return -1;
            if (isSeen && !passage.Is(i - 1, WordClass.Be | WordClass.Auxiliary))
                return i;
            isSeen = true;
        }

        return -1;
    }

    /// <summary>
    /// Cuts the source's next deed: "urged the board to wait[ and left]", "declared a holiday[ and left]". What somebody is urged to do
    /// stands in the base form, and a thing has no verb.
    /// </summary>
    private static Attribution WithoutNextDeed(Reading reading, Attribution attribution)
    {
        var (view, passage, cue) = (reading.View, reading.Passage, reading.Cue);
        if (attribution.Content is not [.., var (start, end)] || start != cue.End)
            return attribution;
        var isTo = false;
        var isThing = reading.Candidate.Source is var (_, behind) && behind <= cue.Start && view.TagAt(cue.End - 1) == WordTag.Past
            && CueVerbs.Find(passage.Word(cue.End - 1)) is not { Verb.Frame: CueFrame.Say or CueFrame.Tell };
        for (var i = start; i + 1 < end; i++)
        {
            if (!NounPhrase.IsWordy(passage, i) || passage.Is(i, WordClass.Relative | WordClass.Subordinator))
                return attribution;
            isTo |= passage.IsWord(i, "to") && view.TagAt(i + 1) == WordTag.Base;
            if (!isTo && view.IsFinite(i))
                return attribution;
            if ((isTo || (isThing && i > start && !passage.HasQuotation(i, end)))
                && passage.IsWord(i, "and")
                && view.TagAt(i + 1) == WordTag.Past)
                return Until(attribution, i);
        }

        return attribution;
    }

    /// <summary>Cuts the writer's comment: "said it was “over,”[ a claim that wasn't true]".</summary>
    private static Attribution WithoutComment(Reading reading, Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Content is not [.., var (start, end)])
            return attribution;
        for (var i = end - 1; i > start && passage.KindAt(i) != PieceKind.Quotation; i--)
        {
            var isInside = EndsInComma(passage, i - 1);
            if ((isInside || passage.KindAt(i) == PieceKind.Comma) && IsComment(reading.View, isInside ? i : i + 1, end))
                return Until(attribution, i);
        }

        return attribution;
    }

    /// <summary>Whether the words behind the comma are the writer's comment.</summary>
    private static bool IsComment(PassageView view, int start, int end)
    {
        var passage = view.Passage;
        const int farthest = 3;   // pieces: a [rather bold claim]
        if (start >= end)
            return false;
        if (passage.IsWord(start, "something"))
            return passage.KindAt(start - 1) == PieceKind.Quotation || passage.KindAt(start - 2) == PieceKind.Quotation;
        return (passage.IsWord(start, "a") || passage.IsWord(start, "an"))
            && Enumerable.Range(start + 1, Math.Min(farthest, end - start - 1))
                .Any(i => passage.IsWord(i, Comments) && !(i + 1 < end && view.TagAt(i + 1) == WordTag.Noun));
    }

    /// <summary>Cuts the manner of speaking: "said it was shut[ without elaborating]".</summary>
    private static Attribution WithoutManner(Attribution attribution)
    {
        const int longest = 4;   // pieces: "without giving further details"
        var passage = attribution.Passage;
        if (attribution.Content is not [.., var (start, end)])
            return attribution;
        for (var i = end - 2; i > start && i >= end - longest; i--)
        {
            if (passage.IsWord(i, "without") && passage.KindAt(i + 1) == PieceKind.Word && Details.Contains(passage.Word(i + 1))
                && passage.KindAt(end - 1) == PieceKind.Word && Withheld.Contains(passage.Word(end - 1)))
                return Until(attribution, passage.KindAt(i - 1) == PieceKind.Comma ? i - 1 : i);
        }

        return attribution;
    }

    private static Attribution Until(Attribution attribution, int end) =>
        attribution.WithLast(attribution.Content[^1].Until(end));
}
