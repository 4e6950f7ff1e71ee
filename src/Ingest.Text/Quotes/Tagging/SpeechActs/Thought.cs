using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.SpeechActs;

/// <summary>Recognises a wish, a preference or a belief, told by a noun or by a verb without a subject of its own.</summary>
internal static class Thought
{
    // Verbs of wishing or expecting something of somebody or something: "expects [the bridge to fall]".
    private static readonly WordSet Wishes = WordSet.InAnyCase(
        """
        expect expects expected expecting want wants wanted wanting encourage encourages encouraged encouraging push pushes pushed pushing
        press presses pressed pressing lobby lobbies lobbied lobbying call calls order orders ordered ordering like prefer prefers preferred
        invite invites invited forecast forecasts challenge challenges challenged challenging
        """);

    // Verbs about what somebody would do or did: "favors [mending the bridge]".
    private static readonly WordSet Views = WordSet.InAnyCase(
        """
        favor favors favored favoring favour favours favoured favouring support supports supported supporting oppose opposes opposed
        opposing endorse endorses endorsed endorsing recall recalls recalled recalling remember remembers remembered remembering regret
        regrets regretted regretting
        """);

    // Nouns for a belief that the clause behind them tells: "shares [the view that it fell]".
    private static readonly WordSet Beliefs = WordSet.InAnyCase(
        """
        belief beliefs claim claims concern concerns conviction fear fears hope hopes idea opinion optimism suspicion suspicions view views
        """);

    /// <summary>
    /// "expects [the company to pay]", "favors [mending the bridge]", "recalled [it falling]", "shares [the view that it fell]", "found [it
    /// odd that it fell]".
    /// </summary>
    public static bool Is(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (candidate.Content is not [var (start, end)] || start < cue.End)
            return false;
        return (passage.HasWord(cue.Start, cue.End, Wishes) && Clauses.HasInfinitive(view, start, end))
            || (passage.HasWord(cue.Start, cue.End, Views) && IsDoing(passage, start))
            || (passage.IsWord(start, "it") && start + 1 < end && view.TagAt(start + 1) == WordTag.Adjective)
            || HoldsBelief(passage, start, end);
    }

    private static bool IsDoing(Passage passage, int start) =>
        Aside.IsParticiple(passage, passage.Is(start, WordClass.Object) ? start + 1 : start);

    private static bool HoldsBelief(Passage passage, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (passage.IsWord(i, Beliefs) && passage.IsWord(i + 1, "that"))
                return true;
        }

        return false;
    }
}
