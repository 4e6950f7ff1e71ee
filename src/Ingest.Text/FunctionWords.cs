namespace Ingest.Text;

/// <summary>
/// Words of English that grammar is made of, as far as those who link names and those who find quotes read them alike; each adds to them
/// what it alone has to know.
/// </summary>
internal static class FunctionWords
{
    public const string Determiners =
        "the a an this that these those some any each every both all many several another no his her its their our my your one";

    public const string Prepositions =
        """
        of in on at for from with by to into about against over under after before during between among through since until near outside
        inside across around off via per within without toward towards despite amid behind beyond upon onto alongside throughout than like
        """;

    /// <summary>Begin a clause.</summary>
    public const string Subordinators =
        "that because although though if when while as after before since until unless whether where why how once whereas so";

    public const string Relatives = "who whom whose which";

    public const string Coordinators = "and but or nor yet";

    /// <summary>Its forms, finite and not.</summary>
    public const string Be = "is are was were be been being am";

    /// <summary>Finite forms of verbs, other than reporting ones, that are seldom nouns.</summary>
    public const string FiniteVerbs =
        """
        is are was were has had have does did do will would can could may might must should went came took made got gave put became began
        saw ran led won lost held met left spoke stood sat fell grew kept knew brought built sent seems seemed appears appeared wants
        wanted remains remained faces faced continues
        """;

    /// <summary>Stand between a subject and its verb.</summary>
    public const string Adverbs =
        "also then later still once again now never not only just often recently previously earlier soon even always already finally n't";
}
