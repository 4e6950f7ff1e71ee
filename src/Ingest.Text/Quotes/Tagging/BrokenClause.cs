using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// A clause without marks that who says it stands in, or between it and what joins it to the one before:
/// <code>
/// broken := subject "," by "," predicate                       "One of the drawbacks, said Roe, the mayor, was the noise"
///        |  lead-in "," by "," clause                          "In the past, said Roe, such cases were settled"
///        |  subject be "," by "," rest                         "She was, said her brother, a quiet woman"
///        |  (and ","? | ";") according "," (clause | predicate)    "It looks white, but, according to Roe, it is blue"
/// by     := said | according
/// said   := verb speaker ("," aside)?
/// according := "according to" speaker ("," aside)?
/// </code>
/// The model has hardly seen any, and takes what stands before the verb for the speaker, or what stands behind it for what is said.
/// </summary>
internal static class BrokenClause
{
    // What ties a sentence to the one before, and is the writer's.
    private static readonly WordSet Ties = WordSet.InAnyCase(
        "also furthermore however meanwhile moreover nevertheless nonetheless first firstly second secondly third thirdly finally lastly");

    /// <summary>From left to right.</summary>
    public static IEnumerable<Attribution> Find(PassageView view)
    {
        var passage = view.Passage;
        for (var i = 1; i < passage.Count - 1; i++)
        {
            if (EndOfCue(passage, i) is not (var cueEnd and > 0) || Begin(view, i, cueEnd) is not (var from, var until))
                continue;
            var goesOn = EndOfSpeaker(view, from, until, cueEnd);
            if (goesOn >= 0)
                yield return AttributionOf(view, from, until, (i, cueEnd), goesOn);
        }
    }

    /// <summary>Behind a verb that can report a whole clause, a name or a phrase behind it, or behind "according to"; 0 where neither stands here.</summary>
    private static int EndOfCue(Passage passage, int at)
    {
        if (passage.IsWord(at, "according") && passage.IsWord(at + 1, "to"))
            return at + 2;
        return passage.KindAt(at - 1) == PieceKind.Comma && passage.KindAt(at) == PieceKind.Word
            && CueVerbs.Readings(passage.Word(at)).FirstOrDefault(reading => reading is { Form: VerbForm.Past or VerbForm.Third, Verb.Frame: CueFrame.Say }) is { Verb: { } verb }
            && SourceFinder.After(passage, at + 1, passage.Count) is not null && (verb.Lemma == "say" || passage.IsCapital(at + 1)) ? at + 1 : 0;
    }

    /// <summary>
    /// What stands of the clause before the cue, empty where it only begins behind it; null where another comma or marks stand before, as in "Jane
    /// Roe, the mayor, says the plan, …", or all of the clause.
    /// </summary>
    private static (int From, int Until)? Begin(PassageView view, int cue, int cueEnd)
    {
        var passage = view.Passage;
        var hasComma = passage.KindAt(cue - 1) == PieceKind.Comma;
        var until = hasComma ? cue - 1 : cue;
        var isAccording = cueEnd == cue + 2;
        if (isAccording && (passage.Is(until - 1, WordClass.Coordinator) || (!hasComma && passage.KindAt(cue - 1) == PieceKind.Semicolon)))
            return (until, until);
        if (!hasComma)
            return null;
        var start = until;
        while (start > 0 && passage.KindAt(start - 1) is not (PieceKind.Stop or PieceKind.Semicolon or PieceKind.Colon or PieceKind.Comma or PieceKind.Quotation))
            start--;
        var isJoined = passage.KindAt(start - 1) == PieceKind.Comma && passage.Is(start, WordClass.Coordinator);
        if (start >= until || (passage.KindAt(start - 1) is PieceKind.Comma or PieceKind.Quotation && !isJoined))
            return null;
        if (isJoined)
            start++;
        if (start == until - 1 && Ties.Contains(passage.Word(start)))
            return (until, until);
        // "Acme Corp, said the sales, seen as low, would rise": who is named before speaks, and a comma too many stands behind.
        var first = AfterCoordinator(passage, start);
        if (!isAccording && (view.Name[first] != 0 || view.Name[until - 1] != 0) && view.Name[cueEnd] == 0)
            return null;
        return IsSubordinate(passage, first) || IsLeftOpen(passage, until) || !Clauses.HasFinite(view, first, until) ? (start, until) : null;
    }

    private static int AfterCoordinator(Passage passage, int start) => passage.Is(start, WordClass.Coordinator) ? start + 1 : start;

    private static bool IsSubordinate(Passage passage, int first) => passage.Is(first, WordClass.Subordinator);

    private static bool IsLeftOpen(Passage passage, int until) => passage.Is(until - 1, WordClass.Be | WordClass.Auxiliary);

    /// <summary>The comma behind which the clause goes on; −1 where it doesn't.</summary>
    private static int EndOfSpeaker(PassageView view, int from, int until, int speaker)
    {
        var passage = view.Passage;
        var first = AfterCoordinator(passage, from);
        var isLeadIn = from < until && (IsSubordinate(passage, first) || (WordTag)view.Tag[first] is WordTag.Preposition or WordTag.Adverb or WordTag.Conjunction);
        for (var comma = speaker + 1; comma < passage.Count; comma++)
        {
            if (passage.KindAt(comma) is PieceKind.Stop or PieceKind.Semicolon or PieceKind.Colon or PieceKind.Quotation)
                return -1;
            if (passage.KindAt(comma) != PieceKind.Comma)
                continue;
            if (Clauses.HasFinite(view, speaker, comma))
                return -1;
            if (from < until && IsLeftOpen(passage, until))
                return comma;
            if ((from == until || isLeadIn) && Clauses.BeginsClause(view, comma + 1))
                return comma;
            if (!isLeadIn && Clauses.BeginsPredicate(view, comma + 1))
                return comma;
        }

        return -1;
    }

    private static Attribution AttributionOf(PassageView view, int from, int until, (int Start, int End) cue, int goesOn)
    {
        var passage = view.Passage;
        var end = goesOn + 1;
        while (passage.KindAt(end) is not (PieceKind.Stop or PieceKind.Semicolon) && !(passage.KindAt(end) == PieceKind.Comma && passage.IsWord(end + 1, "according")))
            end++;
        return new Attribution
        {
            Passage = passage,
            Confidence = Confidence.Of(Sieve.BrokenClause),
            Cue = passage.SpanOf(cue.Start, cue.End),
            Source = SpeakerBounds.Of(view, (cue.End, goesOn), new FoundCue(cue.Start, cue.End, 1)),
            Content = from < until ? [(from, until), (goesOn + 1, end)] : [(goesOn + 1, end)],
        };
    }
}
