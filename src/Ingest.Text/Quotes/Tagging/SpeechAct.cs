using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// Whether an unmarked attribution tells of something said. The corpus that the model learns from labels attitudes and deeds alike: "found the ruins of
/// a palace", "is expected to appear in court", "declined to comment".
/// </summary>
internal static class SpeechAct
{
    // What takes for its object a thing that was said: verbs, by their dictionary form or, where CueVerbs has none, as written ("denied the charge",
    // "thanked the board"), and nouns ("raised concerns about the plan").
    private static readonly WordSet TakesThing = WordSet.InAnyCase(
        """
        say tell announce deny confirm claim warn blame accuse promise pledge vow demand urge criticize criticise condemn praise
        admit acknowledge concede confess describe dismiss denounce decry defend mention note propose recommend suggest predict
        report state express explain threaten allege assert affirm stress emphasize emphasise reiterate declare disclose reveal
        cite hail dub label liken slam blast lament bemoan deplore deride ridicule mock assail applaud disavow dispute portray
        tout imply indicate hint estimate speak talk refer complain boast allude appeal apologize apologise apologised brag bragged
        joke object press insist testify
        remark comment question reject protest reply respond point argue fear worry believe hope think ask repeat plead advise
        caution inform remind clarify outline detail identify identified thank thanked echo echoed wonder reaffirm reaffirmed instruct
        admitted admitting attribute attributed commend commended commends commending fault faulted instructed notify voice voiced congratulate congratulated concern concerns doubt doubts objections opposition
        """);

    // What is thought of somebody by nobody that is named.
    private static readonly WordSet SaidOfNobody = WordSet.InAnyCase(
        """
        expected seem seems seemed appear appears appeared known likely set declared charged called regarded due considered
        supposed seen viewed referred meant bound intended planned scheduled required
        convinced persuaded impressed pleased surprised worried concerned
        """);

    // Of what one wants or tries to do: "plans [to build]". By their forms, as the words of the list above without a dictionary form.
    private static readonly WordSet Intends = WordSet.InAnyCase(
        """
        aim aims aimed aiming attempt attempts attempted attempting choose chooses chose chosen decide decides decided deciding
        intend intends intended intending opt opts opted plan plans planned planning prefer prefers preferred preferring
        seek seeks sought seeking struggle struggled tried tries try trying want wants wanted wanting
        refuse refuses refused refusing
        """);

    // Which to refuse is to say so.
    private static readonly WordSet Stances = WordSet.InAnyCase("accept recognise recognize endorse back support rule forgive");

    // What is won or lost, and not said: "claimed [the title]".
    private static readonly WordSet Prizes = WordSet.InAnyCase(
        "title titles medal medals gold silver bronze crown cup trophy victory victories win wins place spot wicket wickets life lives prize prizes record point points seat seats championship award awards");

    // What is won and defended, and not by words: "defended [his title]".
    private static readonly WordSet Titles = WordSet.InAnyCase("title titles crown cup trophy belt belts championship championships");

    // What is granted or not: "denied [the request]".
    private static readonly WordSet Requests = WordSet.InAnyCase("request requests motion motions petition petitions bid access bail visa visas permission entry");

    // Which is taken to a higher court: "appealed [the ruling]".
    private static readonly WordSet Rulings = WordSet.InAnyCase("decision decisions ruling rulings verdict verdicts sentence sentences conviction convictions order judgment");

    // What was said, by a noun that doesn't tell it: "denied [the allegations]".
    private static readonly WordSet Utterances = WordSet.InAnyCase(
        """
        report reports claim claims allegation allegations accusation accusations charge charges rumor rumors rumour rumours news possibility suggestion suggestions
        statement statements comment comments remark remarks notion assertion assertions things
        """);

    // Of which "about" tells no more than the topic: "talked [about fishing]".
    private static readonly WordSet NamesTopic = WordSet.InAnyCase(
        "ask asked asking asks chat chatted chatting discuss discussed discusses discussing speak speaking speaks spoke talk talked talking talks tell telling tells told");

    // Of whom or what something is wished or expected: "expects [the bridge to fall]". By their forms, as above.
    private static readonly WordSet Wishes = WordSet.InAnyCase(
        """
        expect expects expected expecting want wants wanted wanting encourage encourages encouraged encouraging push pushes pushed pushing press presses pressed pressing
        lobby lobbies lobbied lobbying call calls order orders ordered ordering like prefer prefers preferred invite invites invited forecast forecasts challenge challenges challenged challenging
        """);

    // Of what one would do or did: "favors [mending the bridge]".
    private static readonly WordSet Views = WordSet.InAnyCase(
        """
        favor favors favored favoring favour favours favoured favouring support supports supported supporting oppose opposes opposed opposing endorse endorses endorsed endorsing
        recall recalls recalled recalling remember remembers remembered remembering regret regrets regretted regretting
        """);

    // Of what is believed and told in a clause behind it: "shares [the view that it fell]".
    private static readonly WordSet Beliefs = WordSet.InAnyCase("belief beliefs claim claims concern concerns conviction fear fears hope hopes idea opinion optimism suspicion suspicions view views");

    // What shows something, and says nothing: "[This] suggests that"; and the verbs that it does so by. But "This said that", "Time reported that".
    private static readonly WordSet Things = WordSet.InAnyCase("this that these those history time experience");

    private static readonly WordSet Shows = WordSet.InAnyCase("demonstrate demonstrated hint imply indicate mean prove proved reveal show shown suggest teach taught tell");

    public static bool Is(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (IsIntention(view, candidate) || IsTopic(view, candidate) || IsShown(passage, candidate) || IsTaken(view, candidate) || IsSkill(passage, candidate)
            || IsEmpty(view, candidate) || IsReference(view, candidate))
            return false;
        var (hasVerb, takesThing) = (false, false);
        for (var i = cue.Start; i < cue.End; i++)
        {
            if (passage.KindAt(i) != PieceKind.Word)
                continue;
            var word = passage.Word(i);
            if ((candidate.Source is null && SaidOfNobody.Contains(word)) || IsSilence(view, candidate, i))
                return false;
            hasVerb |= IsVerb(view, i);
            takesThing |= word is "according" or "According" || TakesThing.Contains(word)
                || CueVerbs.Readings(word).Any(reading => TakesThing.Contains(reading.Verb.Lemma) || (reading.Verb.Lemma is "call" && IsCall(view, candidate, i)));
        }

        // "The school needs repairs, he added": a tagger of parts of speech may miss the verb, but what is said first is a clause.
        var isFirst = candidate.Source is var (source, _) && candidate.Content is [var said] && said.End <= Math.Min(source, cue.Start);
        return !hasVerb || takesThing || isFirst || candidate.Content.Any(said => Clauses.IsClause(view, said.Start, said.End))
            || IsThought(view, candidate);
    }

    /// <summary>"wants [to build]", "refused [to leave]"; not "wants it known that", "refused [to confirm it]".</summary>
    private static bool IsIntention(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        return candidate.Content is [var (start, end)] && start == cue.End && end > start + 1 && passage.IsWord(start, "to") && (WordTag)view.Tag[start + 1] == WordTag.Base
            && passage.KindAt(cue.End - 1) == PieceKind.Word && Intends.Contains(passage.Word(cue.End - 1))
            && !(passage.Word(cue.End - 1).StartsWith("refus", StringComparison.OrdinalIgnoreCase)
                && (TakesThing.Contains(passage.Word(start + 1)) || Stances.Contains(passage.Word(start + 1))));
    }

    /// <summary>"talked [about fishing]", "asked pointed questions [about the plan]"; not "asked [about the plan, which was dead]".</summary>
    private static bool IsTopic(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (candidate.Content is not [var (start, end)] || start != cue.End || HoldsVerb(view, start, end))
            return false;
        var isAbout = passage.IsWord(start, "about") || passage.IsWord(cue.End - 1, "about");
        return Enumerable.Range(cue.Start, cue.End - cue.Start).Any(i => passage.KindAt(i) == PieceKind.Word && NamesTopic.Contains(passage.Word(i))
            && (isAbout || passage.Word(i).StartsWith("discuss", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>"This suggests that", "History has shown that"; not "the group [that] suggested".</summary>
    private static bool IsShown(Passage passage, Candidate candidate) =>
        candidate.Source is var (start, end) && end == start + 1 && passage.KindAt(start) == PieceKind.Word && Things.Contains(passage.Word(start))
        && !(passage.IsWord(start, "that") && NounPhrase.IsWordy(passage, start - 1))
        && Enumerable.Range(candidate.Cue.Start, candidate.Cue.End - candidate.Cue.Start).Any(i => passage.KindAt(i) == PieceKind.Word
            && (Shows.Contains(passage.Word(i)) || CueVerbs.Readings(passage.Word(i)).Any(reading => Shows.Contains(reading.Verb.Lemma))));

    /// <summary>
    /// "claimed [the title]", "denied [the request]", "denied [Roe the chance]", "portrays [a miner]", "appealed [the ruling]": what somebody gets, plays or has
    /// done, and not "claimed [the report was wrong about her medal]", "portrayed [her as a miner]".
    /// </summary>
    private static bool IsTaken(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (candidate.Content is not [var (start, end)] || start != cue.End || passage.KindAt(cue.End - 1) != PieceKind.Word)
            return false;
        return passage.Word(cue.End - 1) switch
        {
            "claim" or "claims" or "claimed" or "claiming" => IsOf(Prizes),
            "defend" or "defends" or "defended" or "defending" => IsOf(Titles),
            "deny" or "denies" or "denied" or "denying" => IsOfTwo(passage, start, end) || IsOf(Requests),
            "portray" or "portrays" or "portrayed" or "portraying" => !Enumerable.Range(start, end - start).Any(i => passage.IsWord(i, "as")),
            "appeal" or "appeals" or "appealed" or "appealing" => passage.Is(start, WordClass.Determiner) && IsOf(Rulings),
            _ => false,
        };

        bool IsOf(WordSet things) =>
            !HoldsVerb(view, start, end) && Enumerable.Range(start, end - start).Any(i => passage.KindAt(i) == PieceKind.Word && things.Contains(passage.Word(i)));
    }

    /// <summary>"[Roe the chance]", "[them a place]": two objects.</summary>
    private static bool IsOfTwo(Passage passage, int start, int end)
    {
        var next = start + 1;
        while (next < end && passage.IsCapital(start) && passage.IsCapital(next))
            next++;
        return next + 1 < end && (passage.IsCapital(start) || passage.Is(start, WordClass.Object)) && passage.Is(next, WordClass.Determiner) && NounPhrase.IsWordy(passage, next + 1);
    }

    /// <summary>"expects [the company to pay]", "favors [mending the bridge]", "recalled [it falling]", "shares [the view that it fell]", "found [it odd that it fell]".</summary>
    private static bool IsThought(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (candidate.Content is not [var (start, end)] || start < cue.End)
            return false;
        var isOf = Aside.IsParticiple(passage, passage.Is(start, WordClass.Object) ? start + 1 : start);
        for (var i = cue.Start; i < cue.End; i++)
        {
            if (passage.KindAt(i) == PieceKind.Word && ((Wishes.Contains(passage.Word(i)) && Clauses.HasInfinitive(view, start, end)) || (isOf && Views.Contains(passage.Word(i)))))
                return true;
        }

        return (passage.IsWord(start, "it") && start + 1 < end && (WordTag)view.Tag[start + 1] == WordTag.Adjective)
            || Enumerable.Range(start, end - start).Any(i => passage.IsWord(i + 1, "that") && passage.KindAt(i) == PieceKind.Word && Beliefs.Contains(passage.Word(i)));
    }

    /// <summary>"denied [the allegations]", "confirmed [the latest reports]"; not "denied [the claim that he lied]".</summary>
    private static bool IsEmpty(PassageView view, Candidate candidate)
    {
        const int longest = 3;
        var passage = view.Passage;
        return candidate.Content is [var (start, end)] && start >= candidate.Cue.End && end - start is > 1 and <= longest && passage.Is(start, WordClass.Determiner)
            && !passage.IsWord(start, "a") && !passage.IsWord(start, "any") && !passage.IsWord(start, "no")
            && passage.KindAt(end - 1) == PieceKind.Word && Utterances.Contains(passage.Word(end - 1)) && !HoldsVerb(view, start, end);
    }

    /// <summary>"referring to [the old bridge]", "responded to [a fire]": what words or deeds are about; not "responded [that it was safe]".</summary>
    private static bool IsReference(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (candidate.Content is not [var (start, end)] || start != cue.End)
            return false;
        var at = passage.IsWord(cue.End - 1, "to") ? cue.End - 2 : passage.IsWord(start, "to") ? cue.End - 1 : -1;
        return at >= cue.Start && passage.KindAt(at) == PieceKind.Word && passage.Word(at) is "referring" or "respond" or "responds" or "responded" or "responding"
            && !Clauses.IsClause(view, at == cue.End - 2 ? start : start + 1, end);
    }

    /// <summary>"knows [how to steal a base]".</summary>
    private static bool IsSkill(Passage passage, Candidate candidate) =>
        candidate.Content is [var (start, _)] && start == candidate.Cue.End && passage.IsWord(start, "how") && passage.IsWord(start + 1, "to")
        && (passage.IsWord(start - 1, "know") || passage.IsWord(start - 1, "knows") || passage.IsWord(start - 1, "knew") || passage.IsWord(start - 1, "learned"));

    private static bool HoldsVerb(PassageView view, Candidate candidate) => candidate.Content.Any(said => HoldsVerb(view, said.Start, said.End));

    /// <summary>"called for a bridge", "called [the attack a reprisal]", "called [it fair]", "called [the plan foolish]"; not "called [a meeting]".</summary>
    private static bool IsCall(PassageView view, Candidate candidate, int at) =>
        view.Passage.IsWord(at + 1, "for") || view.Passage.IsWord(at + 1, "on")
        || (candidate.Content is [var said, ..]
            && ((WordTag)view.Tag[said.End - 1] == WordTag.Adjective || view.Passage.Is(said.Start, WordClass.Object)
                || Enumerable.Range(said.Start + 1, said.End - said.Start - 1).Any(i => view.Passage.IsWord(i, "a") || view.Passage.IsWord(i, "an"))));

    /// <summary>"declined [to comment]", unless because of what; "did not respond"; "has not stated [his position]".</summary>
    private static bool IsSilence(PassageView view, Candidate candidate, int at)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        return passage.Word(at) switch
        {
            "declined" or "declines" or "refused" or "refuses" => candidate.Content is [var (start, end)] && passage.IsWord(start, "to") && IsToSpeak(passage, start + 1)
                && !Enumerable.Range(start, end - start).Any(i => passage.IsWord(i, "because") || passage.IsWord(i, "saying")),
            "comment" when passage.IsWord(at - 1, "declined") || passage.IsWord(at - 1, "refused") => true,
            "respond" or "reply" or "comment" => IsDenied(passage, cue.Start, at),
            "stated" or "said" or "saying" or "disclosed" or "revealed" => IsDenied(passage, cue.Start, cue.End) && !HoldsVerb(view, candidate),
            _ => false,
        };
    }

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

    private static bool IsToSpeak(Passage passage, int at) =>
        passage.KindAt(at) == PieceKind.Word && passage.Word(at) is "comment" or "discuss" or "answer" or "respond" or "elaborate" or "say" or "speak";

    /// <summary>Whether any form of a verb stands in it, or a word that leads to one, be it in a clause of a noun: far less than that it is a clause, see <see cref="Clauses.IsClause"/>.</summary>
    private static bool HoldsVerb(PassageView view, int start, int end)
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
