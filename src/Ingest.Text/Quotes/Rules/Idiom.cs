using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Turns of speech with "say" and "tell" that report nothing: "[that said], …", "said [goodbye] to Roe", "told [the truth]", "called [it
/// quits]".
/// </summary>
internal static class Idiom
{
    // Words said to somebody as a greeting; only the person greeted may follow them.
    private static readonly WordSet Greetings = WordSet.InAnyCase("goodbye hello farewell thanks");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Objects =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "nothing", "nothing more", "no more", "a prayer", "prayers", "her prayers", "his prayers", "their prayers", "it all",
            "the truth", "a lie", "lies", "a story",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Is(Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Cue is not { } cue || passage.At(cue.End) - 1 is not (var at and >= 0) || passage.KindAt(at) != PieceKind.Word
            || attribution.Kind() != QuoteKind.Indirect)
            return false;
        if (CueVerbs.Find(passage.Word(at)) is not { Verb.Lemma: "say" or "tell" })
            return attribution.Content is [var (first, last)]
                && last == first + 2
                && passage.IsWord(first, "it")
                && passage.IsWord(first + 1, "quits");
        return IsTurn(passage, at)
            || (attribution.Content is [var (start, end)] && start == at + 1 && passage.KindAt(start) == PieceKind.Word
            && (IsGreeting(passage, start, end) || Objects.Contains(passage.SpanOf(start, end).In(passage.Text))));
    }

    /// <summary>"goodbye", "goodbye to the team"; not "thanks to the law, tolls fell", "farewell speeches were long".</summary>
    private static bool IsGreeting(Passage passage, int start, int end)
    {
        if (!Greetings.Contains(passage.Word(start)) || (start + 1 < end && !passage.IsWord(start + 1, "to")))
            return false;
        for (var i = start + 1; i < end; i++)
        {
            if (passage.Is(i, WordClass.Verb | WordClass.Be | WordClass.Auxiliary) || NounPhrase.IsVerb(passage, i))
                return false;
        }

        return true;
    }

    /// <summary>
    /// "that said,", "having said that", "needless to say", "suffice it to say", "goes without saying", "easier said than done", "much less
    /// told".
    /// </summary>
    private static bool IsTurn(Passage passage, int at) =>
        (at == 1 && passage.IsWord(0, "that") && passage.KindAt(2) == PieceKind.Comma)
        || (passage.IsWord(at - 1, "having") && (passage.IsWord(at + 1, "that") || passage.IsWord(at + 1, "this")))
        || (passage.IsWord(at - 1, "to")
            && (passage.IsWord(at - 2, "needless") || passage.IsWord(at - 2, "suffice") || passage.IsWord(at - 3, "suffice")))
        || (passage.IsWord(at - 1, "without") && passage.IsWord(at - 2, "goes"))
        || (passage.IsWord(at - 1, "easier") && passage.IsWord(at + 1, "than"))
        || (passage.IsWord(at - 1, "less") && passage.IsWord(at - 2, "much"));
}
