using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>Finds where the clauses of a passage begin and whether they have verbs, by the tagger of parts of speech.</summary>
internal static class Clauses
{
    // In pieces: up to the verb of a clause.
    private const int FarthestVerb = 12;

    private static readonly WordSet Openers = WordSet.InAnyCase("if whether because");

    private static readonly WordSet Conjunctions = WordSet.InAnyCase("after although because before though when while");

    /// <summary>Whether a predicate begins here: "was", "also was"; not "said", which reports somebody else's words.</summary>
    public static bool BeginsPredicate(PassageView view, int at)
    {
        while (at < view.Count && (view.TagAt(at) == WordTag.Adverb || view.Passage.Is(at, WordClass.Adverb)))
            at++;
        return at < view.Count && IsFinite(view, at)
            && CueVerbs.Find(view.Passage.Word(at)) is not { Verb.Frame: CueFrame.Say or CueFrame.Tell };
    }

    /// <summary>
    /// Whether a phrase with its verb begins here: "Roe, who had left, was"; not "the mayor of Elm[,]", "the mayor who heads".
    /// </summary>
    public static bool BeginsClause(PassageView view, int at)
    {
        var passage = view.Passage;
        if (!NounPhrase.IsPhraseStart(passage, at) || IsFinite(view, at))
            return false;
        for (var i = at + 1; i < Math.Min(view.Count, at + FarthestVerb); i++)
        {
            if (passage.KindAt(i) == PieceKind.Comma && passage.Is(i + 1, WordClass.Relative))
                return Aside.Skip(passage, i, view.Count) is var comma && comma > i && BeginsPredicate(view, comma + 1);
            if (!NounPhrase.IsWordy(passage, i) || passage.Is(i, WordClass.Relative))
                return false;
            if (IsFinite(view, i))
                return true;
        }

        return false;
    }

    /// <summary>Whether the tagger finds a finite verb in the stretch, before any relative clause.</summary>
    public static bool HasFiniteVerb(PassageView view, int start, int end)
    {
        for (var i = start; i < end && !view.Passage.Is(i, WordClass.Relative); i++)
        {
            if (IsFinite(view, i))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word of the stretch looks like a finite verb by its form alone.</summary>
    public static bool LooksFinite(PassageView view, PieceSpan pieces)
    {
        for (var i = pieces.Start; i < pieces.End; i++)
        {
            if (view.IsFinite(i))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a conjunction begins the sentence that contains the cue, as in "Hours after Jane Roe said"; not "Noting what lay before it,
    /// the court left".
    /// </summary>
    public static bool IsSubordinate(Passage passage, int source, int cue)
    {
        const int lead = 4;   // pieces: "A few hours after"
        for (var i = 0; i < Math.Min(source, cue) && i < lead; i++)
        {
            if (passage.IsWord(i, Conjunctions))
                return !Enumerable.Range(i, cue - i).Any(k => passage.KindAt(k) is PieceKind.Comma or PieceKind.Quotation);
        }

        return false;
    }

    /// <summary>
    /// Whether the stretch is a clause by its head, and not a noun with a clause in it:
    /// <code>
    /// clause := ("that" | "if" | "how" | "to" verb | …) …      "that it is over", "how it fell", "to mend the bridge"
    ///         | subject verb …                                 "the bridge is old"
    /// </code>
    /// Not "a bridge that is old", "a report as it fell", "a photo of a bridge falling".
    /// </summary>
    public static bool IsClause(PassageView view, int start, int end)
    {
        var passage = view.Passage;
        while (start < end && view.TagAt(start) == WordTag.Adverb && !passage.Is(start, WordClass.Subordinator))
            start++;
        if (start < end && (IsOpener(view, start) || IsInfinitive(view, start, end)))
            return true;
        var owed = 0;   // verbs still to come for the relatives and conjunctions before
        for (var i = start; i < end; i++)
        {
            if (passage.KindAt(i) == PieceKind.Quotation)
                return true;
            if (passage.Is(i, WordClass.Relative) || view.TagAt(i) is WordTag.Wh or WordTag.Conjunction
                || (passage.Is(i, WordClass.Subordinator) && !passage.Is(i, WordClass.Preposition | WordClass.Determiner)))
                owed++;
            if (!IsMainVerb(view, i))
                continue;
            if (owed == 0)
                return true;
            owed--;
        }

        return false;
    }

    /// <summary>
    /// Whether the stretch contains an infinitive before any relative: "[the company to pay]", "[to pay]"; not "[a firm that has to
    /// pay]".
    /// </summary>
    public static bool HasInfinitive(PassageView view, int start, int end)
    {
        for (var i = start; i < end && !view.Passage.Is(i, WordClass.Relative) && view.TagAt(i) != WordTag.Wh; i++)
        {
            if (IsInfinitive(view, i, end))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the stretch contains a verb in any form, or a word that leads to one, even in a clause that belongs to a noun: a much
    /// weaker test than <see cref="IsClause"/>.
    /// </summary>
    public static bool HoldsVerb(PassageView view, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IsVerb(view, i)
                || view.TagAt(i) is WordTag.Modal or WordTag.Conjunction or WordTag.Wh
                || view.Passage.KindAt(i) == PieceKind.Quotation)
                return true;
        }

        return false;
    }

    /// <summary>Whether the piece is a verb in any form.</summary>
    public static bool IsVerb(PassageView view, int at) =>
        view.TagAt(at) is WordTag.Base or WordTag.Present or WordTag.Past or WordTag.Participle or WordTag.Ing
        || view.Passage.Is(at, WordClass.Be | WordClass.Auxiliary);

    private static bool IsOpener(PassageView view, int at) => view.TagAt(at) == WordTag.Wh
        || view.Passage.IsWord(at, Openers)
        || (view.Passage.IsWord(at, "that") && view.TagAt(at) == WordTag.Conjunction);

    private static bool IsInfinitive(PassageView view, int at, int end) =>
        view.Passage.IsWord(at, "to") && at + 1 < end && view.TagAt(at + 1) == WordTag.Base;

    /// <summary>
    /// Whether the piece is the first word of a finite verb, "[has] been". A verb without ending counts where neither "to" nor another
    /// verb stands before it.
    /// </summary>
    private static bool IsMainVerb(PassageView view, int at)
    {
        if (view.Passage.IsWord(at, "to") || !(IsFinite(view, at) || view.TagAt(at) == WordTag.Base))
            return false;
        var before = at - 1;
        while (before > 0 && view.TagAt(before) == WordTag.Adverb)
            before--;
        return before < 0 || !(IsFinite(view, before) || view.Passage.IsWord(before, "to"));
    }

    /// <summary>
    /// Index where the clause that somebody says ends: at the end of the sentence or the bracket, or before another speaker's words, "it
    /// was dead[, but Poe said it was alive]", "it was dead[, he added]", "it was dead[: “It is over,” said Poe]".
    /// </summary>
    public static int EndOfSaid(PassageView view, int start)
    {
        var passage = view.Passage;
        var (joint, mark, open) = (-1, -1, 0);   // the last comma with "and" or the like, and the last mark between clauses
        for (var i = start; i < passage.Count; i++)
        {
            switch (passage.KindAt(i))
            {
                case PieceKind.Stop or PieceKind.Semicolon:
                    return i;
                case PieceKind.OpenBracket:
                    open++;
                    break;
                case PieceKind.CloseBracket when --open < 0:
                    return i;
                case PieceKind.Comma or PieceKind.Dash or PieceKind.Colon:
                    mark = i;
                    if (passage.Is(i + 1, WordClass.Coordinator))
                        joint = i;
                    break;
                case PieceKind.Word when passage.Is(i, WordClass.Coordinator) && mark != i - 1:
                    mark = i;
                    break;
                case PieceKind.Word when IsCue(view, i) && Math.Max(joint, mark) > start:
                    return joint > start ? joint : mark;
            }
        }

        return passage.Count;
    }

    private static bool IsCue(PassageView view, int at) => (view.Passage.IsWord(at, "according") && view.Passage.IsWord(at + 1, "to"))
        || (view.TagAt(at) is WordTag.Past or WordTag.Present && CueVerbs.Find(view.Passage.Word(at)) is { Verb.Frame: var frame }
            && (frame is CueFrame.Say or CueFrame.Tell || (frame == CueFrame.Words && view.Passage.KindAt(at + 1) == PieceKind.Stop)));

    private static bool IsFinite(PassageView view, int at) => view.TagAt(at) is WordTag.Past or WordTag.Present or WordTag.Modal;
}
