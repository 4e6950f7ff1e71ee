namespace Ingest.Text.Quotes.Words;

/// <summary>The grammatical classes that a word's form alone shows. A word may have several.</summary>
[Flags]
internal enum WordClass : ushort
{
    None = 0,
    Determiner = 1,
    Preposition = 2,

    /// <summary>Begins a clause: "because", "when".</summary>
    Subordinator = 4,

    /// <summary>"who", "which".</summary>
    Relative = 8,

    /// <summary>"and", "but", "or".</summary>
    Coordinator = 16,

    /// <summary>A pronoun that can be the subject: "he", "they".</summary>
    Subject = 32,

    /// <summary>A pronoun that can be the object: "him", "them".</summary>
    Object = 64,

    /// <summary>"is", "been".</summary>
    Be = 128,

    /// <summary>"has", "did", "would".</summary>
    Auxiliary = 256,

    /// <summary>Stands between a subject and its verb: "also", "later".</summary>
    Adverb = 512,

    /// <summary>"Monday", "yesterday".</summary>
    Time = 1024,

    /// <summary>A verb in a finite form, other than a reporting one.</summary>
    Verb = 2048,
}

internal static class WordClasses
{
    private static readonly WordTable<WordClass> Words = new(
        (known, more) => known | more,
        (WordClass.Determiner, $"{FunctionWords.Determiners} other few most two three four five six seven eight nine ten"),
        (WordClass.Preposition, $"{FunctionWords.Prepositions} as"),
        (WordClass.Subordinator, FunctionWords.Subordinators),
        (WordClass.Relative, FunctionWords.Relatives),
        (WordClass.Coordinator, FunctionWords.Coordinators),
        (WordClass.Subject, "i he she it we they you who"),
        (WordClass.Object, "me him her it us them you himself herself themselves itself"),
        (WordClass.Be, FunctionWords.Be),
        (WordClass.Auxiliary, "has have had having do does did will would can could may might must should shall"),
        (WordClass.Adverb,
            $"""
            {FunctionWords.Adverbs} repeatedly ever further first immediately instead famously reportedly too merely simply quickly
            quietly publicly privately openly flatly bluntly angrily jokingly similarly initially separately however apparently frequently
            regularly consistently consequently sometimes both all long late early
            """),
        (WordClass.Time,
            $"{Calendar.Weekdays} yesterday today tonight tomorrow earlier later recently afterward afterwards"),
        (WordClass.Verb, FunctionWords.FiniteVerbs));

    public static WordClass Of(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var @class) ? @class : WordClass.None;
}
