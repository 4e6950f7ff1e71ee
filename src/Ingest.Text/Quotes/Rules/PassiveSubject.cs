using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// The subject of a passive is told, asked, accused or called something. It does not speak; nor does somebody who is charged
/// (<see cref="Charge"/>):
/// <code>passive := subject (be | been) … participle        "Users were warned", "Roe has been asked about", "The gate is expected to"</code>
/// PolNeAR's training part has 273 labels with such a cue; in 7 of them the subject is the source.
/// </summary>
internal static class PassiveSubject
{
    // Participles of verbs whose object hears the words or is their topic. Not "assured", "convinced" or "concerned", which tell a
    // belief.
    private static readonly WordSet Participles = WordSet.InAnyCase(
        """
        accused advised asked briefed charged criticised criticized encouraged informed instructed interviewed invited
        notified ordered pressed questioned reminded told threatened urged warned
        alleged announced branded called christened considered declared described dubbed expected known labeled labelled mentioned named
        nicknamed regarded reported rumored rumoured said seen termed thought titled viewed
        """);

    // Participles whose subject is the topic, and not the hearer.
    private static readonly WordSet ToldOf =
        WordSet.InAnyCase("alleged announced believed known reported rumored rumoured said thought understood");

    /// <summary>
    /// The attribution without its source, where the source is the subject of such a cue. A subject that is the topic becomes part of the
    /// content: "[The gate] is said [to be shut]".
    /// </summary>
    public static Attribution Drop(Attribution attribution) =>
        attribution is { Source: { } source, Cue: { } cue } && source.End <= cue.Start && (IsPassive(cue.In(attribution.Passage.Text)) || Charge.Is(attribution))
            ? attribution with { Source = null, Content = [.. SubjectOf(attribution, source, cue), .. attribution.Content] } : attribution;

    private static IEnumerable<PieceSpan> SubjectOf(Attribution attribution, TextSpan source, TextSpan cue)
    {
        var passage = attribution.Passage;
        var words = cue.In(passage.Text);
        var (start, behind) = (passage.At(source.Start), passage.At(cue.End));
        if (attribution.Content is [var said]
            && said.Start == behind
            && passage.IsWord(behind, "to")
            && !passage.Is(start, WordClass.Relative)
            && ToldOf.Contains(words[(words.LastIndexOf(' ') + 1)..]))
            return [new(start, passage.At(source.End))];
        return [];
    }

    /// <summary>Whether the cue is such a passive; "is expected to say" is not.</summary>
    private static bool IsPassive(ReadOnlySpan<char> cue)
    {
        var (hasBe, isPassive) = (false, false);
        foreach (var word in cue.Split(' '))
        {
            if (hasBe && Participles.Contains(cue[word]))
                isPassive = true;
            else if (isPassive && CueVerbs.Find(cue[word]) is not null)
                return false;
            hasBe |= (WordClasses.Of(cue[word]) & WordClass.Be) != 0;
        }

        return isPassive;
    }
}
