namespace Ingest.Text.Quotes.Words;

/// <summary>English inflection by spelling: say, says, said, saying; deny, denies, denied, denying; note, notes, noted, noting.</summary>
internal static class VerbForms
{
    public static IEnumerable<(string Form, VerbForm Kind)> Of(string lemma, string? past)
    {
        var endsInE = lemma.EndsWith('e');
        var endsInConsonantY = lemma.EndsWith('y') && !IsVowel(lemma[^2]);
        // "signaled", "hit back": an irregular past that doubles the last letter doubles it before -ing too.
        var doubled = past is not null && past.EndsWith("ed", StringComparison.Ordinal) && past.Length == lemma.Length + 3
            ? lemma + lemma[^1] : lemma;
        yield return (lemma, VerbForm.Base);
        yield return (endsInConsonantY ? lemma[..^1] + "ies" : Hisses(lemma) ? lemma + "es" : lemma + "s", VerbForm.Third);
        yield return (past ?? (endsInE ? lemma + "d" : endsInConsonantY ? lemma[..^1] + "ied" : lemma + "ed"), VerbForm.Past);
        yield return ((endsInE ? lemma[..^1] : doubled) + "ing", VerbForm.Ing);
    }

    /// <summary>Whether the word could be a verb in -ed or -s; a noun in the plural could be it too.</summary>
    public static bool IsInflected(ReadOnlySpan<char> word) =>
        word.Length > 3 && char.IsLower(word[0]) && (word.EndsWith("ed", StringComparison.Ordinal) || (word[^1] == 's' && word[^2] != 's'));

    private static bool Hisses(string lemma) =>
        lemma[^1] is 's' or 'x' or 'z' or 'o' || lemma.EndsWith("sh", StringComparison.Ordinal)
            || lemma.EndsWith("ch", StringComparison.Ordinal);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
