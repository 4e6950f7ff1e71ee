namespace Ingest.Text.Articles.Lines;

/// <summary>Tells which words of a byline can be part of a name, and which never can.</summary>
internal static class BylineWord
{
    private static readonly WordSet Particles = WordSet.AsWritten(
        "van von der den de del della di da dos das du la le el al bin ibn ap ní ter ten zu y e af");

    private static readonly WordSet NoNames = WordSet.InAnyCase(
        $"""
        editor editors editorial correspondent correspondents reporter reporters writer writers staff columnist contributor
        contributors producer journalist newsroom desk news press agency agencies
        {NewsAgencies.OfTextsAndPictures} {NewsAgencies.OfTexts} pa bbc cnn cbc
        tribune times post herald gazette journal magazine media network wire service team admin guest special
        political senior chief business sports sport health science local national international world online digital the
        updated published posted written author authors administrator {Calendar.Weekdays}
        min read comments share photo photos video university department inc ltd llc sponsored promoted advertorial
        report reports board officer founder director
        """);

    // People have these names, too, but none has one of them alone.
    private static readonly WordSet Months = WordSet.InAnyCase($"{Calendar.ShortMonths} {Calendar.MonthsButMay}");

    /// <summary>"van", "de", "ap".</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);

    /// <summary>Whether no name holds the word; "ap" is Welsh for "son of", "AP" is an agency.</summary>
    public static bool IsInNoName(string word) => NoNames.Contains(word) && !IsParticle(word);

    /// <summary>Whether the word belongs to a role, a place or a house, in any case.</summary>
    public static bool IsOfRole(string word) => NoNames.Contains(word);

    public static bool AreMonths(IReadOnlyList<string> words) => words.All(word => Months.Contains(word.TrimEnd('.')));

    /// <summary>A month, a weekday, or another word that a number may stand behind.</summary>
    public static bool MayBeginDate(string word) => Months.Contains(word) || NoNames.Contains(word);

    /// <summary>A particle or a word with a capital, of letters and the signs of names.</summary>
    public static bool MayBeInName(string word) => IsParticle(word) || IsCapital(word) || IsJoined(word);

    private static bool IsCapital(string word) =>
        word.Length > 0 && char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’') && !IsHost(word);

    /// <summary>"d'Ancona", "al-Rashid".</summary>
    private static bool IsJoined(string word) =>
        word.Length > 3 && char.IsLower(word[0]) && word.AsSpan().IndexOfAny("'’-") is > 0 and < 4 && word.Any(char.IsUpper);

    /// <summary>"Lakeside.example": small letters behind a point.</summary>
    private static bool IsHost(string word) =>
        word.IndexOf('.') is > 0 and var point && point + 1 < word.Length && char.IsLower(word[point + 1]);
}
