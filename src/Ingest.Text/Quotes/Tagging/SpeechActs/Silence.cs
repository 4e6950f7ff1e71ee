using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.SpeechActs;

/// <summary>Recognises that somebody said nothing: "declined [to comment]", "did not respond", "has not stated [his position]".</summary>
internal static class Silence
{
    private static readonly WordSet ToSpeak = WordSet.AsWritten("comment discuss answer respond elaborate say speak");

    private static readonly WordSet Refused = WordSet.InAnyCase("declined refused");

    private static readonly WordSet Reasons = WordSet.InAnyCase("because saying");

    private static readonly WordSet Nothing = WordSet.InAnyCase("nothing");

    public static bool Is(PassageView view, Candidate candidate)
    {
        for (var i = candidate.Cue.Start; i < candidate.Cue.End; i++)
        {
            if (view.Passage.KindAt(i) == PieceKind.Word && IsAt(view, candidate, i))
                return true;
        }

        return false;
    }

    private static bool IsAt(PassageView view, Candidate candidate, int at)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        return passage.Word(at) switch
        {
            "declined" or "declines" or "refused" or "refuses" => IsRefusal(passage, candidate),
            "comment" when passage.IsWord(at - 1, Refused) => true,
            "respond" or "reply" or "comment" => IsDenied(passage, cue.Start, at),
            "stated" or "said" or "saying" or "disclosed" or "revealed" => IsDenied(passage, cue.Start, cue.End)
                && !candidate.Content.Any(said => Clauses.HoldsVerb(view, said.Start, said.End)),
            _ => false,
        };
    }

    /// <summary>Whether somebody refused to speak, "declined [to comment]", and gave no reason.</summary>
    private static bool IsRefusal(Passage passage, Candidate candidate) =>
        candidate.Content is [var (start, end)] && passage.IsWord(start, "to") && passage.IsWord(start + 1, ToSpeak)
        && !passage.HasWord(start, end, Reasons);

    private static bool IsDenied(Passage passage, int start, int end) =>
        Negation.IsIn(passage, start, end) || passage.HasWord(start, end, Nothing);
}
