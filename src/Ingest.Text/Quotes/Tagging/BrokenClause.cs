using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// A clause of indirect speech with its attribution in the middle, or between it and the word that ties it to the clause before:
/// <code>
/// broken    := subject "," by "," predicate                  "One of the drawbacks, said Roe, the mayor, was the noise"
///            | lead-in "," by "," clause                     "In the past, said Roe, such cases were settled"
///            | subject be "," by "," rest                    "She was, said her brother, a quiet woman"
///            | (tie ","? | ";") according "," (clause | predicate)      "It looks white, but, according to Roe, it is blue"
/// by        := said | according
/// said      := verb speaker ("," aside)?
/// according := "according to" speaker ("," aside)?
/// tie       := "and" | "but" | "however" | …
/// </code>
/// A subject or a lead-in begins the sentence, or follows a comma and a tie. The model has hardly seen such clauses: it takes the words
/// before the verb for the speaker, or the words behind it for the content.
/// </summary>
internal static class BrokenClause
{
    // Words of the writer that tie a sentence to the one before.
    private static readonly WordSet Ties = WordSet.InAnyCase(
        "and but or also furthermore however meanwhile moreover nevertheless nonetheless first firstly second secondly third thirdly "
        + "finally lastly");

    // Phrases that begin with a preposition or an adverb but are subjects: "[at least two] people".
    private static readonly WordSet Quantities =
        WordSet.InAnyCase("all both few half many more most none one several some two three four five six seven eight nine ten dozens "
            + "hundreds thousands");

    private static readonly WordSet Approximations = WordSet.InAnyCase("about almost around nearly over roughly some under");

    /// <summary>The attributions from left to right; none stands inside another.</summary>
    public static List<Attribution> Find(PassageView view)
    {
        var (passage, found) = (view.Passage, new List<Attribution>());
        for (var i = 1; i < passage.Count - 1; i++)
        {
            if (EndOfCue(view, i) is not (var cueEnd and > 0) || Begin(view, i, cueEnd) is not (var from, var until)
                || EndOfSpeaker(view, from, until, cueEnd) is not (var goesOn and >= 0))
                continue;
            var end = Clauses.EndOfSaid(view, goesOn + 1);
            if (end <= goesOn + 1)
                continue;
            found.Add(new Attribution
            {
                Passage = passage,
                Sieve = Sieve.BrokenClause,
                Cue = passage.SpanOf(i, cueEnd),
                Source = SpeakerBounds.Of(view, new(cueEnd, goesOn), new FoundCue(i, cueEnd, 1)),
                Content = from < until ? [new(from, until), new(goesOn + 1, end)] : [new(goesOn + 1, end)],
            });
            i = end - 1;
        }

        return found;
    }

    /// <summary>
    /// Index behind a verb that can report a whole clause and has a possible speaker behind it, or behind "according to"; 0 where neither
    /// stands here.
    /// </summary>
    private static int EndOfCue(PassageView view, int at)
    {
        var passage = view.Passage;
        if (passage.IsWord(at, "according") && passage.IsWord(at + 1, "to"))
            return NounPhrase.IsPhraseStart(passage, at + 2) && !passage.Is(at + 2, WordClass.Relative) ? at + 2 : 0;
        if (passage.KindAt(at - 1) != PieceKind.Comma || passage.KindAt(at) != PieceKind.Word || passage.IsCapital(at)
            || ClauseVerb(passage.Word(at)) is not { } verb
            || SourceFinder.After(passage, at + 1, passage.Count) is not (var start, var end))
            return 0;
        // "The plan, announced March 3, was dropped", "The firm, believed Dutch, was sold", "a prayer, said each morning, …"
        return (verb.Lemma == "say" || NameMap.IsSpeaker(view[at + 1].Name))
            && !NounPhrase.HasTime(passage, start, end)
            ? at + 1
            : 0;
    }

    /// <summary>The reporting verb of which the word is a finite form, if that verb can report a whole clause; else null.</summary>
    private static CueVerb? ClauseVerb(ReadOnlySpan<char> word)
    {
        foreach (var (verb, form) in CueVerbs.Readings(word))
        {
            if (form is VerbForm.Past or VerbForm.Third && (verb.Frame == CueFrame.Say || verb.Lemma == "write"))
                return verb;
        }

        return null;
    }

    /// <summary>
    /// The part of the clause before the cue; empty where the clause begins behind the cue. Null where another comma or quoted words
    /// stand before the cue, as in "Jane Roe, the mayor, says the plan, …", or where the whole clause does.
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
        while (NounPhrase.IsWordy(passage, start - 1) || passage.IsSign(start - 1) || passage.KindAt(start - 1) == PieceKind.Other)
            start--;
        var isJoined = passage.KindAt(start - 1) == PieceKind.Comma && passage.Is(start, WordClass.Coordinator);
        if (start >= until
            || (passage.KindAt(start - 1) is not (PieceKind.Stop or PieceKind.Semicolon or PieceKind.Colon or PieceKind.OpenBracket)
                && !isJoined))
            return null;
        if (start == until - 1 && IsTie(passage, start))
            return (until, until);
        if (isJoined)
            start++;
        // "Acme Corp, said the sales, seen as low, would rise": the name before the cue is the speaker, with a comma too many behind it.
        var first = AfterCoordinator(passage, start);
        if (!isAccording && (view[first].Name != NameMap.None || view[until - 1].Name != NameMap.None) && view[cueEnd].Name == NameMap.None)
            return null;
        return IsSubordinate(passage, first) || IsLeftOpen(passage, until) || !Clauses.HasFiniteVerb(view, first, until)
            ? (start, until)
            : null;
    }

    /// <summary>"but", "however".</summary>
    public static bool IsTie(Passage passage, int at) => passage.KindAt(at) == PieceKind.Word && Ties.Contains(passage.Word(at));

    private static int AfterCoordinator(Passage passage, int start) => passage.Is(start, WordClass.Coordinator) ? start + 1 : start;

    private static bool IsSubordinate(Passage passage, int first) => passage.Is(first, WordClass.Subordinator);

    private static bool IsLeftOpen(Passage passage, int until) => passage.Is(until - 1, WordClass.Be | WordClass.Auxiliary);

    /// <summary>Index of the comma behind which the clause continues; −1 where it does not.</summary>
    private static int EndOfSpeaker(PassageView view, int from, int until, int speaker)
    {
        var passage = view.Passage;
        var first = AfterCoordinator(passage, from);
        var isAccording = passage.IsWord(speaker - 1, "to");
        var isTime = from < until && NounPhrase.IsTime(passage, until - 1);   // "last year", or "the first day"
        var isLeadIn = isTime || (from < until
            && (IsSubordinate(passage, first) || view.TagAt(first) is WordTag.Preposition or WordTag.Adverb or WordTag.Conjunction));
        var hasPredicate = !isLeadIn || isTime || IsQuantity(passage, first, until);
        for (var comma = speaker + 1; comma < passage.Count; comma++)
        {
            if (passage.KindAt(comma) is PieceKind.Stop or PieceKind.Semicolon or PieceKind.Colon or PieceKind.Quotation
                or PieceKind.OpenBracket or PieceKind.CloseBracket)
                return -1;
            if (passage.KindAt(comma) != PieceKind.Comma)
                continue;
            if (HasPredicate(view, speaker, comma))
                return -1;
            if (from < until && IsLeftOpen(passage, until))
                return passage.Is(comma + 1, WordClass.Relative | WordClass.Determiner) && NextComma(passage, comma) is >= 0 and var behind
                    ? behind
                    : comma;
            if (((from == until || isLeadIn) && BeginsClause(view, comma + 1, isAccording))
                || (hasPredicate && Clauses.BeginsPredicate(view, comma + 1)))
                return comma;
        }

        return -1;
    }

    /// <summary>"Roe owns"; not "a study released in May", whose verb may be a participle by its form.</summary>
    private static bool HasPredicate(PassageView view, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var isParticiple = view.TagAt(i) == WordTag.Past && view.Passage.Is(i + 1, WordClass.Preposition);
            if (!isParticiple && Clauses.HasFiniteVerb(view, i, i + 1))
                return true;
            if (view.Passage.Is(i, WordClass.Relative))
                return false;
        }

        return false;
    }

    /// <summary>
    /// Whether a clause begins here, as in <see cref="Clauses"/>. "[about] two people were" counts too; so does, behind "according to",
    /// "people [who swim] live longer". An aside on the speaker, "Roe, an old hand who went and saw", doesn't.
    /// </summary>
    private static bool BeginsClause(PassageView view, int at, bool isAccording)
    {
        var passage = view.Passage;
        if (passage.KindAt(at) == PieceKind.Word && Approximations.Contains(passage.Word(at)) && IsQuantity(passage, at + 1, at + 2))
            at++;
        if (Clauses.BeginsClause(view, at))
            return true;
        var relative = at + 1;
        while (NounPhrase.IsWordy(passage, relative) && !passage.Is(relative, WordClass.Relative))
            relative++;
        return isAccording && passage.Is(relative, WordClass.Relative)
            && NounPhrase.IsPhraseStart(passage, at)
            && FiniteVerbs(view, relative + 1) > 1;
    }

    /// <summary>
    /// Number of finite verbs up to the next punctuation. "went and saw" is one; "swim" is finite by its form, except in "to swim" and
    /// "can swim".
    /// </summary>
    private static int FiniteVerbs(PassageView view, int at)
    {
        var (verbs, wasFinite) = (0, false);
        for (; NounPhrase.IsWordy(view.Passage, at); at++)
        {
            var isFinite = Clauses.HasFiniteVerb(view, at, at + 1);
            if (!view.Passage.Is(at - 1, WordClass.Coordinator)
                && (isFinite || (view.TagAt(at) == WordTag.Base && !wasFinite && !view.Passage.IsWord(at - 1, "to"))))
                verbs++;
            wasFinite = isFinite;
        }

        return verbs;
    }

    private static bool IsQuantity(Passage passage, int first, int until)
    {
        const int near = 3;   // "at least two", "not all", "about 200"
        return Enumerable.Range(first, Math.Min(near, until - first))
            .Any(i => passage.KindAt(i) == PieceKind.Number
                || (passage.KindAt(i) == PieceKind.Word && Quantities.Contains(passage.Word(i))));
    }

    /// <summary>Index of the comma that ends the aside begun by this comma; −1 where none does.</summary>
    private static int NextComma(Passage passage, int comma)
    {
        var next = comma + 1;
        while (NounPhrase.IsWordy(passage, next))
            next++;
        return passage.KindAt(next) == PieceKind.Comma ? next : -1;
    }
}
