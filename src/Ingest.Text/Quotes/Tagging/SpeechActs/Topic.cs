using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.SpeechActs;

/// <summary>Recognises content that is only a topic: nothing tells what was said about it.</summary>
internal static class Topic
{
    // Verbs behind which "about" tells only the topic: "talked [about fishing]".
    private static readonly WordSet Namers = WordSet.InAnyCase(
        """
        share shared shares sharing ask asked asking asks chat chatted chatting discuss discussed discusses discussing speak speaking speaks spoke talk talked talking
        talks tell telling tells told
        """);

    // Nouns for words said that do not tell those words: "denied [the allegations]".
    private static readonly WordSet Utterances = WordSet.InAnyCase(
        """
        report reports claim claims allegation allegations accusation accusations charge charges rumor rumors rumour rumours news
        possibility suggestion suggestions statement statements comment comments remark remarks notion assertion assertions things
        """);

    private static readonly WordSet OfNone = WordSet.InAnyCase("a any no");

    private static readonly WordSet Referring = WordSet.AsWritten("referring respond responds responded responding");

    // Verbs of blame and praise, whose object is a person: "slammed [John Poe]".
    private static readonly WordSet Targets = WordSet.InAnyCase(
        "blast slam lambast criticize criticise condemn denounce deride mock assail praise applaud blame dismiss");

    public static bool Is(PassageView view, Candidate candidate) =>
        IsAbout(view, candidate) || IsUtterance(view, candidate) || IsReference(view, candidate)
        || IsAware(view, candidate) || IsOnlyWhom(view, candidate);

    /// <summary>
    /// "talked [about fishing]", "asked pointed questions [about the plan]"; not "asked [about the plan, which was dead]".
    /// </summary>
    private static bool IsAbout(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (candidate.SaidNext is not var (start, end) || Clauses.HoldsVerb(view, start, end))
            return false;
        var isAbout = passage.IsWord(start, "about") || passage.IsWord(start - 1, "about");
        for (var i = cue.Start; i < cue.End; i++)
        {
            if (passage.IsWord(i, Namers) && (isAbout || passage.Word(i).StartsWith("discuss", StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    /// <summary>"denied [the allegations]", "confirmed [the latest reports]"; not "denied [the claim that he lied]".</summary>
    private static bool IsUtterance(PassageView view, Candidate candidate)
    {
        const int longest = 3;   // words
        var passage = view.Passage;
        return candidate.Content is [var (start, end)] && start >= candidate.Cue.End && end - start is > 1 and <= longest
            && passage.Is(start, WordClass.Determiner) && !passage.IsWord(start, OfNone)
            && passage.IsWord(end - 1, Utterances)
            && !Clauses.HoldsVerb(view, start, end);
    }

    /// <summary>
    /// Whether the content is what words or deeds refer to: "referring to [the old bridge]", "responded to [a fire]"; not "responded
    /// [that it was safe]".
    /// </summary>
    private static bool IsReference(PassageView view, Candidate candidate)
    {
        var passage = view.Passage;
        if (candidate.SaidNext is not var (start, end))
            return false;
        var to = passage.IsWord(start - 1, "to") ? start - 1 : passage.IsWord(start, "to") ? start : -1;
        return to > candidate.Cue.Start && passage.IsWord(to - 1, Referring)
            && !Clauses.IsClause(view, to < start ? start : start + 1, end);
    }

    /// <summary>"is aware of [the noise]"; not "is aware [that it is loud]".</summary>
    private static bool IsAware(PassageView view, Candidate candidate)
    {
        var passage = view.Passage;
        if (candidate.Content is not [var (start, end)] || start < candidate.Cue.End)
            return false;
        for (var i = candidate.Cue.Start; i < start; i++)
        {
            if (passage.IsWord(i, "aware") && (passage.IsWord(i + 1, "of") || passage.IsWord(start, "of")))
                return !Clauses.IsClause(view, passage.IsWord(start, "of") ? start + 1 : start, end);
        }

        return false;
    }

    /// <summary>Whether the content is only the person spoken of, and nothing of the words: "slammed [John Poe]".</summary>
    private static bool IsOnlyWhom(PassageView view, Candidate candidate)
    {
        const int longest = 4;   // words
        var passage = view.Passage;
        return candidate.SaidNext is var (start, end) && end - start <= longest && passage.KindAt(start - 1) == PieceKind.Word
            && CueVerbs.IsFormOf(passage.Word(start - 1), Targets)
            && Enumerable.Range(start, end - start).All(i => passage.IsCapital(i) && NameMap.IsSpeaker(view[i].Name));
    }
}
