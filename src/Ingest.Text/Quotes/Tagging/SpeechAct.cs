using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// Whether an unmarked attribution tells of something said. The corpus that the model learns from labels attitudes and deeds alike: "found the ruins of
/// a palace", "is expected to appear in court", "declined to comment".
/// </summary>
internal static class SpeechAct
{
    // Verbs whose object tells what was said: "denied the charge", "warned of floods".
    private static readonly WordSet TakesThing = WordSet.InAnyCase(
        """
        say tell announce deny confirm claim warn blame accuse promise pledge vow demand urge criticize criticise condemn praise
        admit acknowledge concede confess describe dismiss denounce decry defend mention note propose recommend suggest predict
        report state express explain threaten allege assert affirm stress emphasize emphasise reiterate declare disclose reveal
        cite hail dub label liken slam blast lament bemoan deplore deride ridicule mock assail applaud disavow dispute portray
        tout imply indicate hint estimate speak talk refer complain boast allude appeal apologize apologise apologised brag bragged joke object press insist testify
        remark comment question reject protest reply respond point argue fear worry believe hope think ask repeat plead advise
        caution inform remind clarify outline detail identify identified thank thanked echo echoed wonder reaffirm reaffirmed instruct
        instructed notify voice voiced congratulate congratulated concern concerns doubt doubts objections opposition
        """);

    // What is thought of somebody by nobody that is named.
    private static readonly WordSet SaidOfNobody = WordSet.InAnyCase(
        """
        expected seem seems seemed appear appears appeared known likely set declared charged called regarded due considered
        supposed seen viewed referred meant bound intended planned scheduled required
        convinced persuaded impressed pleased surprised worried concerned
        """);

    public static bool Is(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        var (hasVerb, takesThing) = (false, false);
        for (var i = cue.Start; i < cue.End; i++)
        {
            if (passage.KindAt(i) != PieceKind.Word)
                continue;
            var word = passage.Word(i);
            if (candidate.Source is null && SaidOfNobody.Contains(word))
                return false;
            if (word is "declined" or "declines" or "refused" or "refuses" && candidate.Content is [var (at, end)] && passage.IsWord(at, "to") && IsSilence(passage, at + 1)
                && !Enumerable.Range(at, end - at).Any(k => passage.IsWord(k, "because") || passage.IsWord(k, "saying")))
                return false;
            if (word is "respond" or "reply" or "comment" && IsDenied(passage, cue.Start, i))
                return false;
            if (word is "stated" or "said" or "saying" or "disclosed" or "revealed" && IsDenied(passage, cue.Start, cue.End) && !HasClause(view, candidate))
                return false;
            hasVerb |= IsVerb(view, i);
            takesThing |= passage.IsWord(i, "according") || TakesThing.Contains(word);
            foreach (var (verb, _) in CueVerbs.Readings(word))
                takesThing |= TakesThing.Contains(verb.Lemma) || (verb.Lemma is "call" && (passage.IsWord(i + 1, "for") || passage.IsWord(i + 1, "on") || IsNaming(view, candidate)));
        }

        // "The school needs repairs, he added": a tagger of parts of speech may miss the verb, but what is said first is a clause.
        var isFirst = candidate.Source is var (source, _) && candidate.Content is [var said] && said.End <= Math.Min(source, cue.Start);
        return !hasVerb || takesThing || isFirst || HasClause(view, candidate);
    }

    private static bool HasClause(PassageView view, Candidate candidate) => candidate.Content.Any(said => IsClause(view, said.Start, said.End));

    /// <summary>"called [the attack a reprisal]", "called [it fair]", "called [the plan foolish]"; not "called [a meeting]".</summary>
    private static bool IsNaming(PassageView view, Candidate candidate) => candidate.Content is [var said, ..]
        && ((WordTag)view.Tag[said.End - 1] == WordTag.Adjective || view.Passage.Is(said.Start, WordClass.Object)
            || Enumerable.Range(said.Start + 1, said.End - said.Start - 1).Any(i => view.Passage.IsWord(i, "a") || view.Passage.IsWord(i, "an")));

    /// <summary>"did [not] respond to", "has [yet] to comment on".</summary>
    private static bool IsDenied(Passage passage, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (passage.IsWord(i, "not") || passage.IsWord(i, "n't") || passage.IsWord(i, "never") || passage.IsWord(i, "yet") || passage.IsWord(i, "nothing"))
                return true;
        }

        return false;
    }

    /// <summary>"declined to [comment]".</summary>
    private static bool IsSilence(Passage passage, int at) =>
        passage.KindAt(at) == PieceKind.Word && passage.Word(at) is "comment" or "discuss" or "answer" or "respond" or "elaborate" or "say" or "speak";

    private static bool IsClause(PassageView view, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IsVerb(view, i) || (WordTag)view.Tag[i] is WordTag.Modal or WordTag.Conjunction or WordTag.Wh || view.Passage.KindAt(i) == PieceKind.Quotation)
                return true;
        }

        return false;
    }

    private static bool IsVerb(PassageView view, int i) =>
        (WordTag)view.Tag[i] is WordTag.Base or WordTag.Present or WordTag.Past or WordTag.Participle or WordTag.Ing || view.Passage.Is(i, WordClass.Be | WordClass.Auxiliary);
}
