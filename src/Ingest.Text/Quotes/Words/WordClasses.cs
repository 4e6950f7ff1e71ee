namespace Ingest.Text.Quotes.Words;

/// <summary>What grammar knows of a word by its form alone. A word may have several.</summary>
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
        (WordClass.Determiner,
            """
            the a an this that these those some any each every both all many several another other no few most his her its their
            our my your one two three four five six seven eight nine ten
            """),
        (WordClass.Preposition,
            """
            of in on at for from with by to into about against over under after before during between among through since until
            near outside inside across around off via per within without toward towards despite amid behind beyond upon onto
            alongside throughout than as like
            """),
        (WordClass.Subordinator,
            """
            that because although though if when while as after before since until unless whether where why how once whereas so
            """),
        (WordClass.Relative, "who whom whose which"),
        (WordClass.Coordinator, "and but or nor yet"),
        (WordClass.Subject, "i he she it we they you who"),
        (WordClass.Object, "me him her it us them you himself herself themselves itself"),
        (WordClass.Be, "is are was were be been being am"),
        (WordClass.Auxiliary, "has have had having do does did will would can could may might must should shall"),
        (WordClass.Adverb,
            """
            also then later still once again now never not only just often repeatedly recently previously earlier soon even always
            already ever further first finally immediately instead famously reportedly too merely simply quickly quietly publicly
            privately openly flatly bluntly angrily jokingly similarly initially separately however apparently frequently regularly
            consistently consequently sometimes both all n't long late early
            """),
        (WordClass.Time,
            $"{Calendar.Weekdays} yesterday today tonight tomorrow earlier later recently afterward afterwards"),
        (WordClass.Verb,
            """
            is are was were has had have does did do will would can could may might must should went came took made got gave put
            became began saw ran led won lost held met left spoke stood sat fell grew kept knew brought built sent seems seemed
            appears appeared wants wanted remains remained faces faced continues
            """));

    public static WordClass Of(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var @class) ? @class : WordClass.None;
}
