using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.SpeechActs;

/// <summary>
/// Whether an attribution without quotation marks reports something said. PolNeAR, from which the model learns, labels attitudes and
/// deeds as well: "found the ruins of a palace", "is expected to appear in court", "declined to comment".
/// </summary>
internal static class SpeechAct
{
    // Words that tell what unnamed people think of somebody.
    private static readonly WordSet SaidOfNobody = WordSet.InAnyCase(
        """
        expected seem seems seemed appear appears appeared known likely set declared charged called regarded due considered supposed seen
        viewed referred meant bound intended planned scheduled required convinced persuaded impressed pleased surprised worried concerned
        """);

    // Things that show something but say nothing: "[This] suggests that". But "This said that", "Time reported that".
    private static readonly WordSet Things = WordSet.InAnyCase("this that these those history time experience");

    // The verbs by which a thing shows something.
    private static readonly WordSet Shows = WordSet.InAnyCase(
        "demonstrate demonstrated hint imply indicate mean prove proved reveal show shown suggest teach taught tell");

    public static bool Is(PassageView view, Candidate candidate)
    {
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (Deed.Is(view, candidate) || Topic.Is(view, candidate) || Silence.Is(view, candidate) || IsShown(passage, candidate)
            || (candidate.Source is null && passage.HasWord(cue.Start, cue.End, SaidOfNobody)))
            return false;
        return !HasVerb(view, cue)
            || ThingSaid.IsIn(view, candidate)
            || IsFirst(candidate)
            || candidate.Content.Any(said => Clauses.IsClause(view, said.Start, said.End))
            || Thought.Is(view, candidate);
    }

    private static bool HasVerb(PassageView view, FoundCue cue)
    {
        for (var i = cue.Start; i < cue.End; i++)
        {
            if (view.Passage.KindAt(i) == PieceKind.Word && Clauses.IsVerb(view, i))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the content stands first, and so is a clause: "[The school needs repairs], he added". The tagger of parts of speech may
    /// miss its verb.
    /// </summary>
    private static bool IsFirst(Candidate candidate) =>
        candidate.Source is var (source, _) && candidate.Content is [var said] && said.End <= Math.Min(source, candidate.Cue.Start);

    /// <summary>"This suggests that", "History has shown that"; not "the group [that] suggested".</summary>
    private static bool IsShown(Passage passage, Candidate candidate) =>
        candidate.Source is var (start, end) && end == start + 1 && passage.IsWord(start, Things)
        && !(passage.IsWord(start, "that") && NounPhrase.IsWordy(passage, start - 1))
        && Enumerable.Range(candidate.Cue.Start, candidate.Cue.End - candidate.Cue.Start).Any(i => IsShowing(passage, i));

    private static bool IsShowing(Passage passage, int at) =>
        passage.IsWord(at, Shows) || (passage.KindAt(at) == PieceKind.Word && CueVerbs.IsFormOf(passage.Word(at), Shows));
}
