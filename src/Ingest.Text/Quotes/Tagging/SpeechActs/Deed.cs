using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.SpeechActs;

/// <summary>Recognises a deed, a gain, an ability or an intention, told in words that could also report speech.</summary>
internal static class Deed
{
    // Verbs of wanting or trying: "plans [to build]". Listed by form, because most have no dictionary form among the reporting verbs.
    private static readonly WordSet Intends = WordSet.InAnyCase(
        """
        aim aims aimed aiming attempt attempts attempted attempting choose chooses chose chosen decide decides decided deciding intend
        intends intended intending opt opts opted plan plans planned planning prefer prefers preferred preferring seek seeks sought seeking
        struggle struggled tried tries try trying want wants wanted wanting refuse refuses refused refusing decline declines declined
        declining agree agrees agreed agreeing look looks looked looking
        """);

    // Verbs of taking a stand: to refuse one of these is to say so.
    private static readonly WordSet Stances = WordSet.InAnyCase("accept recognise recognize endorse back support rule forgive");

    // Things that are won or lost, and not said: "claimed [the title]".
    private static readonly WordSet Prizes = WordSet.InAnyCase(
        """
        title titles medal medals gold silver bronze crown cup trophy victory victories win wins place spot wicket wickets life lives prize
        prizes record point points seat seats championship award awards
        """);

    // Things that fighters and champions defend: "defended [his title]".
    private static readonly WordSet Titles = WordSet.InAnyCase("title titles crown cup trophy belt belts championship championships");

    // Things that are granted or not: "denied [the request]".
    private static readonly WordSet Requests = WordSet.InAnyCase(
        "request requests motion motions petition petitions bid access bail visa visas permission entry");

    // Decisions that are taken to a higher court: "appealed [the ruling]".
    private static readonly WordSet Rulings = WordSet.InAnyCase(
        "decision decisions ruling rulings verdict verdicts sentence sentences conviction convictions order judgment");

    private static readonly WordSet Knows = WordSet.InAnyCase("know knows knew learned");

    private static readonly WordSet As = WordSet.InAnyCase("as");

    public static bool Is(PassageView view, Candidate candidate) =>
        IsIntention(view, candidate) || IsTaken(view, candidate) || IsSkill(view.Passage, candidate);

    /// <summary>"wants [to build]", "refused [to leave]", "decided [not to go]"; not "wants it known that", "refused [to confirm it]".</summary>
    private static bool IsIntention(PassageView view, Candidate candidate)
    {
        var passage = view.Passage;
        if (candidate.SaidNext is not var (start, end) || end <= start + 1 || !passage.IsWord(start - 1, Intends))
            return false;
        var to = passage.IsWord(start, "not") ? start + 1 : start;
        return to + 1 < view.Count && passage.IsWord(to, "to") && view.TagAt(to + 1) == WordTag.Base
            && !(IsRefusal(passage.Word(start - 1)) && IsToSaySo(passage.Word(to + 1)));
    }

    private static bool IsRefusal(ReadOnlySpan<char> verb) =>
        verb.StartsWith("refus", StringComparison.OrdinalIgnoreCase) || verb.StartsWith("declin", StringComparison.OrdinalIgnoreCase);

    private static bool IsToSaySo(ReadOnlySpan<char> verb) => ThingSaid.MayFollow(verb) || Stances.Contains(verb);

    /// <summary>
    /// Whether the content is something that somebody gets, plays or has done: "claimed [the title]", "denied [the request]", "denied
    /// [Roe the chance]", "portrays [a miner]", "appealed [the ruling]"; not "claimed [the report was wrong about her medal]", "portrayed
    /// [her as a miner]".
    /// </summary>
    private static bool IsTaken(PassageView view, Candidate candidate)
    {
        var passage = view.Passage;
        if (candidate.SaidNext is not var (start, end) || passage.KindAt(start - 1) != PieceKind.Word)
            return false;
        return passage.Word(start - 1) switch
        {
            "claim" or "claims" or "claimed" or "claiming" => IsOf(Prizes),
            "defend" or "defends" or "defended" or "defending" => IsOf(Titles),
            "deny" or "denies" or "denied" or "denying" => IsOfTwo(passage, start, end) || IsOf(Requests),
            "portray" or "portrays" or "portrayed" or "portraying" => !passage.HasWord(start, end, As),
            "appeal" or "appeals" or "appealed" or "appealing" => passage.Is(start, WordClass.Determiner) && IsOf(Rulings),
            _ => false,
        };

        bool IsOf(WordSet things) => !Clauses.HoldsVerb(view, start, end) && passage.HasWord(start, end, things);
    }

    /// <summary>Whether the content is two objects: "[Roe the chance]", "[them a place]".</summary>
    private static bool IsOfTwo(Passage passage, int start, int end)
    {
        var next = start + 1;
        while (next < end && passage.IsCapital(start) && passage.IsCapital(next))
            next++;
        return next + 1 < end
            && (passage.IsCapital(start) || passage.Is(start, WordClass.Object))
            && passage.Is(next, WordClass.Determiner)
            && NounPhrase.IsWordy(passage, next + 1);
    }

    /// <summary>"knows [how to steal a base]".</summary>
    private static bool IsSkill(Passage passage, Candidate candidate) =>
        candidate.SaidNext is var (start, _)
        && passage.IsWord(start, "how") && passage.IsWord(start + 1, "to") && passage.IsWord(start - 1, Knows);
}
