using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// Cuts words of neighbouring clauses from the source of a reading:
/// <code>
/// words := (time ("after" | "before" | …))? speaker ("on"? time)?        "Hours after [Roe]" accused the board · "[Roe] on Monday" said
///        | speaker verb …                                                "[The Elm mayor] met voters" to persuade them
///        | … verb … "and" speaker                                        "The clubs met and [Roe]" said
///        | speaker verb … "and"                                          "[Roe] backs the plan and" said
///        | … "," pronoun                                                 "An old hand, [she]" said
///        | (cue | "according to") speaker verb …                       "explained [Roe] told the press"
///        | "According to" speaker "," clause                             "According to [Roe], the gate is shut, as are others"
///        | "According to" …, speaker                                     "According to Poe, [Roe]" said
///        | ("In" | "On" | "At") … speaker                                "In a letter to the board [Mr Roe]" said
///        | medium ("reports" | "said" | …) "that" speaker                "The Courier reports that [Roe]" told the board
/// </code>
/// </summary>
internal static class SpeakerBounds
{
    private const int LongestLead = 5;

    /// <summary>Words for how long before or after, or how soon: "hours", "shortly".</summary>
    internal static readonly WordSet Times = WordSet.InAnyCase(
        """
        second seconds moment moments minute minutes hour hours day days week weeks weekend month months year years decade
        decades shortly soon long just right immediately
        """);

    private static readonly WordSet Scenes = WordSet.AsWritten("In On At During");

    // "a letter sent to the board": behind a noun, such a word is more often the noun's participle than its verb.
    private static readonly WordSet Participles = WordSet.InAnyCase("made sent brought built held kept put led lost");

    /// <param name="view">Of the passage.</param>
    /// <param name="source">The source of the reading.</param>
    /// <param name="cue">The cue of the reading.</param>
    public static TextSpan Of(PassageView view, PieceSpan source, FoundCue cue)
    {
        var passage = view.Passage;
        var start = AfterAccording(passage, source, cue);
        if (source.End == cue.Start)
            start = AfterReport(passage, AfterScene(view, start, source.End), source.End);
        start = AfterComma(passage, AfterLead(passage, start, source.End), source.End);
        var end = NounPhrase.WithoutOccasion(passage, start, source.End);
        if (end - 1 > start && passage.Is(end - 1, WordClass.Coordinator))
            return passage.SpanOf(start, BeforeVerb(view, start, end - 1));
        if (source.Start == cue.End)
            end = BeforeVerbOfName(view, start, end);
        var verb = VerbOf(view, start, end, Aside.IsParticiple(passage, cue.Start) && passage.KindAt(cue.Start - 1) == PieceKind.Comma);
        if (verb < 0)
            return passage.SpanOf(start, end);
        if (source.End == cue.Start && !Aside.IsParticiple(passage, cue.Start) && view.TagAt(cue.Start) != WordTag.Modal)
        {
            for (var i = end - 2; i > verb; i--)
            {
                if (passage.Is(i, WordClass.Coordinator) && NounPhrase.IsPhraseStart(passage, i + 1))
                    return passage.SpanOf(i + 1, end);
            }
        }

        return passage.SpanOf(start, verb);
    }

    /// <summary>
    /// The reading whose source ends before the clause that the source says: "According to Roe[, the gate is shut], as are others".
    /// </summary>
    public static Candidate BehindAccording(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (candidate.Source is not var (start, end)
            || start != cue.End
            || !passage.IsWord(cue.Start, "according")
            || passage.KindAt(cue.Start - 1) != PieceKind.Stop)
            return candidate;
        for (var i = start + 1; i < end; i++)
        {
            if (passage.KindAt(i) == PieceKind.Comma && Clauses.BeginsClause(view, i + 1))
                return candidate with
                {
                    Source = new PieceSpan(start, i),
                    Content = [new(i + 1, Math.Max(Clauses.EndOfSaid(view, i + 1), candidate.Content is [.., var last] ? last.End : 0))],
                };
        }

        return candidate;
    }

    /// <summary>"According to Poe, [Roe] said", "According to Poe, [Roe, the mayor,] said".</summary>
    private static int AfterAccording(Passage passage, PieceSpan source, FoundCue cue)
    {
        if (source.Start >= cue.Start || !passage.IsWord(source.Start - 1, "to") || !passage.IsWord(source.Start - 2, "according"))
            return source.Start;
        int[] commas = [.. Enumerable.Range(source.Start, source.End - source.Start - 1).Where(i => passage.KindAt(i) == PieceKind.Comma)];
        return commas.Length == 0 ? source.Start : (source.End == cue.Start && passage.KindAt(source.End - 1) != PieceKind.Comma ? commas[^1] : commas[0]) + 1;
    }

    /// <summary>Index of the speaker behind an occasion without a comma: "In a letter to the board [Mr Roe]".</summary>
    private static int AfterScene(PassageView view, int start, int end)
    {
        var passage = view.Passage;
        if (!Scenes.Contains(start > 0 && passage.KindAt(start - 1) == PieceKind.Word ? passage.Word(start - 1) : "") || passage.KindAt(start - 2) != PieceKind.Stop
            || Enumerable.Range(start, end - start).Any(i => passage.KindAt(i) == PieceKind.Comma || passage.Is(i, WordClass.Relative | WordClass.Coordinator)))
            return start;
        var name = end - 1;
        while (name > start && !BeginsName(view[name].Name) && view[name].Name != NameMap.None)
            name--;
        if (name <= start || !NameMap.IsSpeaker(view[name].Name) || passage.KindAt(name - 1) == PieceKind.Clitic || passage.Is(name - 1, WordClass.Preposition))
            return start;
        while (name - 1 > start && passage.IsCapital(name - 1) && (Gazetteer.Default.Find(passage.Word(name - 1)) & WordLists.AnyTitle) != 0)
            name--;
        return name - 1 > start && passage.IsWord(name - 1, "the") ? name - 1 : name;
    }

    /// <summary>Index of the speaker whom a medium reports: "The Courier reports that [Roe]".</summary>
    private static int AfterReport(Passage passage, int start, int end)
    {
        for (var i = start + 2; i + 1 < end; i++)
        {
            if (passage.IsWord(i, "that") && NounPhrase.IsPhraseStart(passage, i + 1)
                && passage.KindAt(i - 1) == PieceKind.Word && !passage.IsCapital(i - 1)
                && CueVerbs.Find(passage.Word(i - 1)) is { Verb.Frame: CueFrame.Say, Form: VerbForm.Past or VerbForm.Third })
                return i + 1;
        }

        return start;
    }

    private static bool BeginsName(uint kind) => kind % 2 == 1;

    /// <summary>Index of a pronoun behind a comma, which is the whole subject: "An old hand, [she]".</summary>
    private static int AfterComma(Passage passage, int start, int end)
    {
        for (var i = start + 1; i + 1 < end; i++)
        {
            if (passage.KindAt(i) == PieceKind.Comma
                && passage.Is(i + 1, WordClass.Subject)
                && !passage.Is(i + 1, WordClass.Relative)
                && !passage.IsCapital(i + 1))
                return i + 1;
        }

        return start;
    }

    /// <summary>Index where the speaker ends, before the first of two verbs: "[Roe] backs the plan and".</summary>
    private static int BeforeVerb(PassageView view, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (view.TagAt(i) is WordTag.Past or WordTag.Present or WordTag.Modal && !view.Passage.IsCapital(i))
                return i;
        }

        return end;
    }

    /// <summary>
    /// Index where a name behind the cue ends, before another verb: "explained [Roe] told the press", "according to [Jane Roe] is sure".
    /// </summary>
    private static int BeforeVerbOfName(PassageView view, int start, int end)
    {
        for (var i = start + 1; i < end && NounPhrase.IsWordy(view.Passage, i) && !view.Passage.Is(i, WordClass.Relative); i++)
        {
            if (view.TagAt(i) is WordTag.Past or WordTag.Present or WordTag.Modal && view.TagAt(i - 1) == WordTag.Name
                && !view.Passage.IsCapital(i))
                return i;
        }

        return end;
    }

    private static int AfterLead(Passage passage, int start, int end)
    {
        for (var i = start + 1; i < Math.Min(end - 1, start + LongestLead); i++)
        {
            if (passage.Is(i, WordClass.Subordinator) && passage.KindAt(i - 1) == PieceKind.Word && Times.Contains(passage.Word(i - 1)))
                return i + 1;
        }

        return start;
    }

    /// <summary>
    /// Index of a main clause's verb; −1 where there is none, or only the verb of a relative clause, or one behind a comma.
    /// </summary>
    /// <param name="view">Of the passage.</param>
    /// <param name="start">The first piece.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="isParticiple">
    /// Whether the cue is a participle, as in "Roe rang the bell, saying"; then the subject of another verb speaks.
    /// </param>
    private static int VerbOf(PassageView view, int start, int end, bool isParticiple)
    {
        var passage = view.Passage;
        for (var i = start; i < end; i++)
        {
            var tag = view.TagAt(i);
            if (!NounPhrase.IsWordy(passage, i) || passage.Is(i, WordClass.Relative)
                || (i > start && tag is (WordTag.Wh or WordTag.Conjunction or WordTag.Pronoun)))
                return -1;
            if (i > start && tag is (WordTag.Past or WordTag.Present or WordTag.Modal)
                && (passage.Is(i, WordClass.Be | WordClass.Auxiliary | WordClass.Verb) || (isParticiple && HasObject(view, i)))
                && !passage.IsCapital(i) && !Participles.Contains(passage.Word(i)))
                return i;
        }

        return -1;
    }

    /// <summary>"rang [the] bell", "went [on] foot"; not "signed [by]".</summary>
    private static bool HasObject(PassageView view, int verb)
    {
        var next = verb + 1;
        return next < view.Count && !view.Passage.IsWord(next, "by")
            && view.TagAt(next) is WordTag.Determiner or WordTag.Preposition or WordTag.Adjective or WordTag.Name or WordTag.Pronoun;
    }
}
