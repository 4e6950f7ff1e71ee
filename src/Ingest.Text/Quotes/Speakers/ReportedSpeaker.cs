using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Where a paper at the end of a sentence reports somebody's words, the person reported is the speaker, and not the paper:
/// <code>
/// reported := lead? speaker cue content "," (medium ("reported" | "reports") | "according to" medium)
/// medium   := a speaker who is nobody: "the Elm Courier", "local media", "court papers"
/// </code>
/// The officials are the source of "[Officials said the gate leaks], the Elm Courier reported".
/// </summary>
internal static class ReportedSpeaker
{
    // In pieces: "Separately," "In a rare interview on Monday,".
    private const int MaxLead = 7;

    /// <param name="attribution">The attribution whose source is the paper.</param>
    /// <param name="finder">Finds the attributions of a passage.</param>
    /// <param name="speakers">Tells whether words mean a person.</param>
    /// <returns>
    /// The attribution inside the reported content, where it covers all of that content; otherwise <paramref name="attribution"/>.
    /// </returns>
    public static Attribution Of(Attribution attribution, Func<Passage, IReadOnlyList<Attribution>> finder, SpeakerResolver speakers)
    {
        if (attribution is not { Content: [var (first, end)], Source: { } source, Cue: { } cue, Passage: var passage }
            || passage[end - 1].Span.End > cue.Start || !IsReport(cue.In(passage.Text)) || speakers.IsHuman(source))
            return attribution;
        // Start at the beginning of the sentence: the reported content may lack "officials said".
        var start = first;
        while (start > 0 && passage.KindAt(start - 1) is not (PieceKind.Stop or PieceKind.Quotation))
            start--;
        var within = passage with { Pieces = [.. passage.Pieces.Skip(start).Take(end - start)] };
        foreach (var inner in finder(within))
        {
            if (inner is { Source: { } speaker, Cue: { } saying, Content: [var said] }
                && said.End == within.Count
                && IsSaying(saying.In(passage.Text))
                && Lies(speaker, before: saying) && Lies(saying, before: within[said.Start].Span)
                && speaker.Start < within[Math.Min(MaxLead, within.Count - 1)].Span.Start)
                return inner with { Passage = passage, Content = [new(said.Start + start, said.End + start)] };
        }

        return attribution;
    }

    private static bool IsReport(ReadOnlySpan<char> cue) => cue is "reported" or "reports" or "has reported" or "according to";

    private static bool IsSaying(ReadOnlySpan<char> cue) =>
        CueVerbs.Find(cue[(cue.LastIndexOf(' ')
            + 1)..]) is { Verb.Frame: CueFrame.Say or CueFrame.Tell, Form: VerbForm.Past or VerbForm.Third };

    private static bool Lies(TextSpan words, TextSpan before) => words.End <= before.Start;
}
