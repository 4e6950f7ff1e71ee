using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Recognises what looks like an attribution but tells that nothing was said, or not yet:
/// <code>
/// unsaid := charge                                        "found guilty of “gross neglect”": <see cref="Charge"/>
///         | nobody said                                   "None of them said that", "No witness has said that"
///         | (auxiliary | adverb)* not adverb* said        "Roe never said that", "would not say whether"; not "did not deny that"
///         | somebody might say                            "Some would say that", "Everybody should remember that"
///         | somebody "has to" tell                        "Firms have to disclose “any gift”"; not "I have to say that"
///         | who "must" "have" said                        "Roe must have thought: “…”"
///         | "Say": "…"                                    "Everyone, say: “…”"
///         | ("do" | "what do") who say … "?"              "Did Roe say that …?"; not "Why did Roe say that …?"
///         | be named                                      "The mill was dubbed “the pride of Elm”", where nothing tells by whom
/// </code>
/// </summary>
internal static class Unsaid
{
    private static readonly WordSet Nobody = WordSet.InAnyCase("none nothing nobody neither");

    private static readonly WordSet OfNumber = WordSet.InAnyCase("fewer less");

    // Verbs that report nothing when negated. To deny, doubt, think, believe, know or agree not is to take a stand.
    private static readonly WordSet Sayings = WordSet.InAnyCase(
        """
        say tell write show suggest prove mean state claim disclose reveal confirm announce specify mention explain indicate report
        comment
        """);

    private static readonly WordSet Anybody = WordSet.InAnyCase(
        "people everyone everybody someone somebody anyone anybody some many you one");

    private static readonly WordSet BeforeVerbs = WordSet.InAnyCase("to yet");

    private static readonly WordSet Do = WordSet.InAnyCase("do does did");

    private static readonly WordSet Possibly = WordSet.InAnyCase("should would might could may must");

    // Verbs for what somebody may have to tell; not "has to admit", which admits.
    private static readonly WordSet Duties = WordSet.InAnyCase("declare disclose report tell ask prove show");

    private static readonly WordSet Has = WordSet.InAnyCase("have has");

    private static readonly WordSet Commands = WordSet.InAnyCase("say ask tell repeat");

    private static readonly WordSet Called = WordSet.InAnyCase("everyone everybody please just");

    private static readonly WordSet Named =
        WordSet.InAnyCase("branded called christened dubbed labeled labelled named nicknamed termed titled");

    public static bool Is(Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Cue is not { } cue)
            return false;
        var (start, end) = (passage.At(cue.Start), passage.At(cue.End));
        return start < end   // a name behind a dash may stand beyond the passage
            && (IsOfNobody(attribution)
                || Charge.Is(attribution)
                || IsDenied(passage, start, end)
                || IsDuty(attribution, start, end)
                || IsPossible(attribution, start, end)
                || IsCommand(attribution, start, end)
                || IsAsked(attribution, start, end)
                || (attribution.Source is null && IsNamed(passage, start, end)));
    }

    private static bool IsNamed(Passage passage, int start, int end) =>
        Last(passage, start, end, Named.Contains) is > 0 and var participle
        && Enumerable.Range(start, participle - start).Any(i => passage.Is(i, WordClass.Be));

    private static bool IsOfNobody(Attribution attribution)
    {
        if (attribution.Source is not { } source)
            return false;
        var passage = attribution.Passage;
        var at = passage.At(source.Start);
        return passage.IsWord(at, Nobody) || (passage.IsWord(at, "no") && IsNoun(passage, at + 1));
    }

    /// <summary>Whether the piece behind "no" is a noun; not in "No fewer than ten witnesses", nor a name.</summary>
    private static bool IsNoun(Passage passage, int at) =>
        passage.KindAt(at) == PieceKind.Word && !passage.IsCapital(at) && !passage.IsWord(at, OfNumber);

    private static bool IsDenied(Passage passage, int start, int end)
    {
        var verb = Last(passage, start, end, IsSaying);
        for (var i = verb - 1; i >= 0 && (i >= start || IsBeforeVerb(passage, i)); i--)
        {
            if (Negation.Is(passage, i))
                return true;
        }

        return false;
    }

    private static bool IsSaying(ReadOnlySpan<char> word) => Sayings.Contains(word) || CueVerbs.IsFormOf(word, Sayings);

    private static bool IsBeforeVerb(Passage passage, int at) => passage.KindAt(at) == PieceKind.Clitic
        || passage.Is(at, WordClass.Auxiliary | WordClass.Be | WordClass.Adverb)
        || passage.IsWord(at, BeforeVerbs);

    private static bool IsPossible(Attribution attribution, int start, int end)
    {
        var passage = attribution.Passage;
        var modal = Last(passage, start, end, Possibly.Contains);
        return modal >= 0
            && ((passage.IsWord(modal, "must") && passage.IsWord(modal + 1, "have")) || IsOfAnybody(attribution, start));
    }

    /// <summary>"Some people" before the cue.</summary>
    private static bool IsOfAnybody(Attribution attribution, int cue)
    {
        const int longest = 2;   // words
        if (attribution.Source is not { } source)
            return false;
        var passage = attribution.Passage;
        var end = passage.At(source.End);
        return end <= cue && passage.IsWord(end - 1, Anybody) && end - passage.At(source.Start) <= longest;
    }

    private static bool IsDuty(Attribution attribution, int start, int end)
    {
        var passage = attribution.Passage;
        var verb = Last(passage, start, end, Duties.Contains);
        return verb > 1 && passage.IsWord(verb - 1, "to") && passage.IsWord(verb - 2, Has)
            && !(attribution.Source is { } source && (source.In(passage.Text) is "I" or "we" or "We"));
    }

    /// <summary>Whether the cue is a command: it begins the sentence or stands right behind the person addressed.</summary>
    private static bool IsCommand(Attribution attribution, int start, int end)
    {
        var passage = attribution.Passage;
        if (!Commands.Contains(passage.Word(start)) || end > start + 1 || attribution.Content.Count == 0
            || !attribution.Content.Any(said => passage.HasQuotation(said) && said.Start >= end))
            return false;
        var before = passage.KindAt(start - 1) == PieceKind.Comma ? start - 2 : start - 1;
        return start == 0 || passage.IsWord(before, Called);
    }

    private static bool IsAsked(Attribution attribution, int start, int end)
    {
        var passage = attribution.Passage;
        if (passage.KindAt(passage.Count - 1) != PieceKind.Stop || !passage.Word(passage.Count - 1).Contains('?')
            || attribution.Source is not { } source || passage.At(source.Start) is var first && passage.At(source.End) > start
            || CueVerbs.Readings(passage.Word(end - 1)).All(reading => (reading.Form & VerbForm.Base) == 0))
            return false;
        var at = passage.IsWord(first, Do) ? first : first - 1;   // "[Did Jane Roe]" may be read for the speaker
        return passage.IsWord(at, Do) && (at == 0 || passage.IsWord(at - 1, "what"));
    }

    private static int Last(Passage passage, int start, int end, Func<ReadOnlySpan<char>, bool> isIt)
    {
        var at = end - 1;
        while (at >= start && !(passage.KindAt(at) == PieceKind.Word && isIt(passage.Word(at))))
            at--;
        return at >= start ? at : -1;
    }
}
