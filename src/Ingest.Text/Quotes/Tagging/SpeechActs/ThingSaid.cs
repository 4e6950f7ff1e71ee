using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.SpeechActs;

/// <summary>
/// Recognises words whose object is a thing said, and not a clause: "denied the charge", "raised concerns about the plan".
/// </summary>
internal static class ThingSaid
{
    // Nouns, and verbs by their dictionary form or, where CueVerbs has none, as written.
    private static readonly WordSet Takers = WordSet.InAnyCase(
        """
        say tell announce deny confirm claim warn blame accuse promise pledge vow demand urge criticize criticise condemn praise admit
        acknowledge concede confess describe dismiss denounce decry defend mention note propose recommend suggest predict report state
        express explain threaten allege assert affirm stress emphasize emphasise reiterate declare disclose reveal cite hail dub label liken
        slam blast lament bemoan deplore deride ridicule mock assail applaud disavow dispute portray tout imply indicate hint estimate speak
        talk refer complain boast allude appeal apologize apologise apologised brag joke object press insist testify remark comment
        question reject protest reply respond point argue fear worry believe hope think ask repeat plead advise caution inform remind
        clarify outline detail identify identified thank thanked echo echoed wonder reaffirm reaffirmed instruct
        attribute attributed commend commended commends commending fault faulted instructed notify voice voiced congratulate congratulated
        concern concerns doubt doubts objections opposition
        """);

    private static readonly WordSet According = WordSet.AsWritten("according According");

    private static readonly WordSet Links = WordSet.InAnyCase("for on");

    private static readonly WordSet Articles = WordSet.InAnyCase("a an");

    public static bool MayFollow(ReadOnlySpan<char> word) => Takers.Contains(word);

    /// <summary>Whether a word of the cue takes such a thing.</summary>
    public static bool IsIn(PassageView view, Candidate candidate)
    {
        for (var i = candidate.Cue.Start; i < candidate.Cue.End; i++)
        {
            if (view.Passage.KindAt(i) == PieceKind.Word && IsTakenBy(view, candidate, i))
                return true;
        }

        return false;
    }

    private static bool IsTakenBy(PassageView view, Candidate candidate, int at)
    {
        var word = view.Passage.Word(at);
        return According.Contains(word) || Takers.Contains(word) || CueVerbs.IsFormOf(word, Takers)
            || (CueVerbs.Readings(word).Any(reading => reading.Verb.Lemma is "call") && IsCall(view, candidate, at));
    }

    /// <summary>
    /// "called for a bridge", "called [the attack a reprisal]", "called [it fair]", "called [the plan foolish]"; not "called [a meeting]".
    /// </summary>
    private static bool IsCall(PassageView view, Candidate candidate, int at)
    {
        var passage = view.Passage;
        return passage.IsWord(at + 1, Links)
            || (candidate.Content is [var (start, end), ..]
                && (view.TagAt(end - 1) == WordTag.Adjective
                    || passage.Is(start, WordClass.Object)
                    || passage.HasWord(start + 1, end, Articles)));
    }
}
