namespace Ingest.Text.Entities.Words;

/// <summary>What each word may do.</summary>
internal static class WordUses
{
    private static readonly WordTable<WordUse> Words = new(
        (known, more) => known | more,
        (WordUse.Determiner, FunctionWords.Determiners),
        (WordUse.Preposition, $"{FunctionWords.Prepositions} following including"),
        (WordUse.Subordinator, $"{FunctionWords.Subordinators} {FunctionWords.Relatives} what"),
        (WordUse.Coordinator, FunctionWords.Coordinators),
        (WordUse.Finite,
            $"""
            {FunctionWords.FiniteVerbs} {FunctionWords.Be} shall continued plans planned agreed declined refused reported launched expects
            expected disputes
            """),
        (WordUse.Saying, SayingVerbs.Saying),
        (WordUse.Telling, SayingVerbs.Telling),
        (WordUse.Adverb, FunctionWords.Adverbs),
        (WordUse.Time, $"{Calendar.Weekdays} {Calendar.MonthsButMay} yesterday today tonight later earlier"),
        (WordUse.Man, PersonNouns.Men),
        (WordUse.Woman, PersonNouns.Women),
        (WordUse.Human, PersonNouns.People),
        (WordUse.Kin, PersonNouns.Kin),
        (WordUse.He | WordUse.Subjective, "he"),
        (WordUse.He | WordUse.Objective, "him"),
        (WordUse.He | WordUse.Possessive, "his"),
        (WordUse.He, "himself"),
        (WordUse.She | WordUse.Subjective, "she"),
        (WordUse.She | WordUse.Objective | WordUse.Possessive, "her"),
        (WordUse.She, "hers herself"),
        (WordUse.Other, "i we you it they there nobody everybody somebody someone everyone"),
        (WordUse.Relative, "who whose whom"));

    public static WordUse Of(ReadOnlySpan<char> word) =>
        Words.TryGetValue(word, out var use) ? use
        : word.EndsWith("-year-old", StringComparison.OrdinalIgnoreCase) ? WordUse.Human
        : word.StartsWith("mother-of-", StringComparison.OrdinalIgnoreCase) ? WordUse.Woman
        : word.StartsWith("father-of-", StringComparison.OrdinalIgnoreCase) ? WordUse.Man
        : WordUse.None;
}
