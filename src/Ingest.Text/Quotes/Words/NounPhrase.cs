namespace Ingest.Text.Quotes.Words;

/// <summary>
/// The bounds of a noun phrase, by its words alone:
/// <code>phrase := (word | number | clitic)+      from the start of the clause to its verb</code>
/// </summary>
internal static class NounPhrase
{
    /// <summary>In pieces; a longer noun phrase is a misread clause.</summary>
    public const int MaxPhrase = 20;

    // Behind "last", "this" and "that".
    private static readonly WordSet Times = WordSet.InAnyCase(
        "morning afternoon evening night week weekend month year spring summer autumn fall winter");

    private static readonly WordSet Months = WordSet.AsWritten($"{Calendar.MonthsButMay} May {Calendar.ShortMonths}");

    private static readonly WordSet Occasions = WordSet.InAnyCase(
        """
        address appearance briefing broadcast ceremony conference debate declaration discussion event forum gathering hearing inauguration
        interview launch luncheon meeting panel podcast press rally reception session speech statement summit symposium vigil webinar
        workshop
        """);

    private static readonly WordSet Utterances = WordSet.InAnyCase(
        "statement interview tweet post commentary speech letter release email e-mail report briefing");

    /// <summary>Index where the phrase that ends before <paramref name="end"/> begins.</summary>
    public static int PhraseStart(Passage passage, int end, int floor)
    {
        var start = end;
        while (start > floor && end - start < MaxPhrase && IsWordy(passage, start - 1))
        {
            var at = start - 1;
            if (passage.Is(at, WordClass.Subordinator) && !passage.Is(at, WordClass.Preposition)
                && !(passage.IsWord(at, "that") && start == end))
                break;
            if (passage.Is(at, WordClass.Relative) || (passage.Is(at, WordClass.Verb | WordClass.Be) && start < end)
                || (start < end && IsVerb(passage, at)))
                break;
            if (passage.Is(at, WordClass.Coordinator) && !JoinsNames(passage, at, end))
                break;
            start = at;
            if (passage.Is(at, WordClass.Subject))
                break;
        }

        while (start < end && (passage.Is(start, WordClass.Preposition | WordClass.Adverb | WordClass.Coordinator)
            && !passage.Is(start, WordClass.Determiner | WordClass.Subject)))
            start = passage.Is(start, WordClass.Preposition) ? AfterLeadIn(passage, start, end) : start + 1;
        return start;
    }

    /// <summary>
    /// Index of the subject behind a lead-in without a comma, "In Ohio Jane Roe": only the last word surely belongs to the subject.
    /// </summary>
    private static int AfterLeadIn(Passage passage, int start, int end)
    {
        for (var i = end - 1; i > start; i--)
        {
            if (passage.Is(i, WordClass.Determiner | WordClass.Subject))
                return i;
            if (!passage.IsCapital(i))
                return i + 1 < end ? i + 1 : i;
        }

        return start + 1;
    }

    /// <summary>Index where the phrase that begins at <paramref name="start"/> ends.</summary>
    public static int PhraseEnd(Passage passage, int start, int limit)
    {
        var end = start;
        while (end < limit && end - start < MaxPhrase && IsWordy(passage, end))
        {
            if (passage.Is(end, WordClass.Time | WordClass.Adverb | WordClass.Relative | WordClass.Verb))
                break;
            if (passage.Is(end, WordClass.Subordinator) && !(end == start && passage.Is(end, WordClass.Determiner)))
                break;
            if (end > start && passage.Is(end, WordClass.Preposition) && !LinksNouns(passage, start, end))
                break;
            end++;
            if (passage.Is(start, WordClass.Subject))
                break;
        }

        return end;
    }

    // "a spokesman for the council", "the mayor of Elm" go on; "in a statement", "on Monday", "during a visit" are no part of the name.
    // "an aide to the mayor" too, but "said Roe to the mayor" not.
    private static bool LinksNouns(Passage passage, int start, int at) =>
        passage.IsWord(at, "of") || passage.IsWord(at, "for")
        || (passage.IsWord(at, "to") && passage.Is(start, WordClass.Determiner))
        || (passage.IsWord(at, "at") && passage.IsWord(at + 1, "the"))
        || (passage.IsWord(at, "with") || passage.IsWord(at, "from")) && !passage.Is(at + 1, WordClass.Object);

    /// <summary>"morning", "Monday", "day".</summary>
    public static bool IsTime(Passage passage, int at) =>
        passage.Is(at, WordClass.Time)
            || (passage.KindAt(at) == PieceKind.Word && (Times.Contains(passage.Word(at)) || passage.IsWord(at, "day")));

    public static bool HasTime(Passage passage, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IsTime(passage, i))
                return true;
        }

        return false;
    }

    /// <summary>"Jane Roe [on Monday]" said, "Jane Roe [also last week]" said; but "figures released last week".</summary>
    public static int WithoutTime(Passage passage, int start, int end)
    {
        if (end - 2 > start && Times.Contains(passage.Word(end - 1))
            && (passage.IsWord(end - 2, "last") || passage.IsWord(end - 2, "this") || passage.IsWord(end - 2, "that")))
        {
            var before = end - 3 > start && passage.Is(end - 3, WordClass.Adverb) ? end - 3 : end - 2;
            return passage.IsCapital(before - 1) ? before : end;
        }

        if (end - 1 > start && passage.Is(end - 1, WordClass.Time))
            end--;
        return end - 1 > start && passage.IsWord(end - 1, "on") ? end - 1 : end;
    }

    /// <summary>
    /// The end of the phrase without time and place of speaking: "Jane Roe [on Monday]", "Jane Roe [in a statement]", "Jane Roe [on
    /// Twitter]", "Jane Roe [at a meeting in Elm]", "Jane Roe [during the hearing]", "Jane Roe [when asked by the court]"; but "Jane Roe,
    /// who leaves on Monday".
    /// </summary>
    public static int WithoutOccasion(Passage passage, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (passage.Is(i, WordClass.Relative))
                return end;
        }

        for (var i = start + 1; i + 1 < end && passage.KindAt(i) != PieceKind.Comma; i++)
        {
            if (passage.IsCapital(i - 1) && (passage.IsWord(i, "during") || passage.IsWord(i, "when") || passage.IsWord(i, "while")))
                return i;
        }

        // "Jane Roe [at a public meeting in Elm]"
        const int farthest = 3;
        for (var i = start + 1; i + 2 < end; i++)
        {
            if (passage.IsCapital(i - 1) && (passage.IsWord(i, "at") || passage.IsWord(i, "in") || passage.IsWord(i, "during"))
                && (passage.IsWord(i + 1, "a") || passage.IsWord(i + 1, "an") || passage.IsWord(i + 1, "this"))
                && Enumerable.Range(i + 2, Math.Min(farthest, end - i - 2))
                    .Any(k => passage.KindAt(k) == PieceKind.Word && Occasions.Contains(passage.Word(k))))
                return i;
        }

        if (end - 2 > start && passage.IsWord(end - 2, "on") && SocialSites.Contains(passage.Word(end - 1)))
            return end - 2;
        return end - 3 > start
            && passage.IsWord(end - 3, "in")
            && passage.Is(end - 2, WordClass.Determiner)
            && Utterances.Contains(passage.Word(end - 1))
            ? end - 3
            : WithoutTime(passage, start, end);
    }

    public static bool IsPhraseStart(Passage passage, int at) =>
        passage.KindAt(at) == PieceKind.Number
        || (passage.KindAt(at) == PieceKind.Word && (passage.IsCapital(at) || passage.Is(at, WordClass.Determiner | WordClass.Subject)
        || passage[at].Class == WordClass.None)
            && (!passage.Is(
                at, WordClass.Preposition | WordClass.Subordinator | WordClass.Coordinator | WordClass.Time | WordClass.Relative)
                || passage.Is(at, WordClass.Determiner)));

    /// <summary>"Jane Roe and John Poe", "the mayor and her deputy": both sides end or begin like a name or a described person.</summary>
    private static bool JoinsNames(Passage passage, int at, int end) =>
        passage.IsWord(at, "and") && at + 1 < end
        && (passage.IsCapital(at + 1) || passage.Is(at + 1, WordClass.Determiner))
        && (passage.IsCapital(at - 1) || (passage.KindAt(at - 1) == PieceKind.Word && passage[at - 1].Class == WordClass.None
        && !IsVerb(passage, at - 1)));

    public static bool IsVerb(Passage passage, int at) =>
        passage.KindAt(at) == PieceKind.Word && !passage.IsCapital(at)
        && (CueVerbs.Find(passage.Word(at)) is { Form: VerbForm.Past or VerbForm.Third, Verb.Frame: CueFrame.Say or CueFrame.Tell }
            || (passage[at].Class == WordClass.None && passage.Word(at) is { Length: > 4 } word
            && word.EndsWith("ed", StringComparison.Ordinal)
                && !passage.IsCapital(at + 1)));

    /// <summary>Whether the phrase can mean somebody: not only a time, a date, a preposition or "there".</summary>
    public static bool IsSource(Passage passage, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (passage.KindAt(i) is PieceKind.Word
                && !passage.Is(
                    i, WordClass.Time | WordClass.Preposition | WordClass.Adverb | WordClass.Coordinator | WordClass.Subordinator)
                && !IsMonth(passage, i))
                return !passage.IsWord(i, "there");
        }

        return end - start == 1 && (passage.Is(start, WordClass.Determiner) || passage.Is(start, WordClass.Subject));
    }

    /// <summary>"[July] 4", "4 [July]"; not "June Roe".</summary>
    private static bool IsMonth(Passage passage, int at) =>
        (passage.KindAt(at - 1) == PieceKind.Number || passage.KindAt(at + 1) == PieceKind.Number)
        && Months.Contains(passage.Word(at).TrimEnd('.'));

    /// <summary>Whether the piece may be part of a phrase.</summary>
    public static bool IsWordy(Passage passage, int at) => passage.KindAt(at) is PieceKind.Word or PieceKind.Number or PieceKind.Clitic;
}
