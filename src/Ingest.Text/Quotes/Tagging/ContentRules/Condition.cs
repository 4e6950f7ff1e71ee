namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Takes in a conjunction without which the content means something else: "said [while] he ran it there would be no toll".
/// </summary>
internal static class Condition
{
    /// <summary>Conjunctions that turn the sense of what is said.</summary>
    public static readonly WordSet Conjunctions = WordSet.InAnyCase("if unless while until although because");

    public static Attribution TakeIn(Reading reading, Attribution attribution) =>
        attribution.Content is [var said, ..]
            && said.Start == reading.Cue.End + 1
            && reading.Passage.IsWord(said.Start - 1, Conjunctions)
                ? attribution.WithFirst(said.From(said.Start - 1)) : attribution;
}
