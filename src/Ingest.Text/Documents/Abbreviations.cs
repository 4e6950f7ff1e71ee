namespace Ingest.Text.Documents;

/// <summary>Words that keep their point, and so rarely end a sentence.</summary>
internal static class Abbreviations
{
    // A name follows.
    private const string TitleWords =
        """
        Mr Mrs Ms Mx Messrs Dr Engr Prof Rev Fr Hon Rt St Ste Mt Ft
        Sen Sens Rep Reps Gov Govs Pres Amb Atty Del Supt
        Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Det Insp
        """;

    // What one is against, or a number follows.
    private const string LinkWords = "vs approx est";

    private static readonly WordSet Titles = WordSet.InAnyCase(TitleWords);

    private static readonly WordSet Links = WordSet.InAnyCase(LinkWords);

    private static readonly WordSet All = WordSet.InAnyCase(
        $"""
        {TitleWords}
        {LinkWords}
        Jr Sr Bros Inc Corp Co Ltd Cos Dept Univ Assn
        Jan Feb Aug Sept Oct Nov Dec
        etc Ave Blvd Rd Nos Vol Fla Calif Ariz Mass Conn Wis Pa Va Ga
        """);

    /// <param name="word">Without its point.</param>
    public static bool Contains(ReadOnlySpan<char> word) => All.Contains(word);

    /// <summary>Whether no sentence begins behind the word: "Mr.", "vs."; not "her rep.", as titles before names have capitals.</summary>
    /// <param name="word">With its point.</param>
    public static bool LeadOn(ReadOnlySpan<char> word) =>
        word is [var first, .., '.'] && (Links.Contains(word[..^1]) || (char.IsUpper(first) && Titles.Contains(word[..^1])));
}
