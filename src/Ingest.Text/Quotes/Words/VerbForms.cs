namespace Ingest.Text.Quotes.Words;

/// <summary>English inflection by spelling: say, says, said, saying; deny, denies, denied, denying; note, notes, noted, noting; quip, quips, quipped, quipping.</summary>
internal static class VerbForms
{
    public static IEnumerable<(string Form, VerbForm Kind)> Of(string lemma, string? past)
    {
        var endsInE = lemma.EndsWith('e');
        var endsInConsonantY = lemma.EndsWith('y') && !IsVowel(lemma[^2]);
        // "admitted": a past form that doubles the last letter, because the stress is on the last of several syllables, shows that -ing
        // doubles it too.
        var doubled = IsShort(lemma) || (past is not null && past.EndsWith("ed", StringComparison.Ordinal) && past.Length == lemma.Length + 3)
            ? lemma + lemma[^1] : lemma;
        yield return (lemma, VerbForm.Base);
        yield return (endsInConsonantY ? lemma[..^1] + "ies" : Hisses(lemma) ? lemma + "es" : lemma + "s", VerbForm.Third);
        yield return (past ?? (endsInE ? lemma + "d" : endsInConsonantY ? lemma[..^1] + "ied" : doubled + "ed"), VerbForm.Past);
        yield return ((endsInE ? lemma[..^1] : doubled) + "ing", VerbForm.Ing);
    }

    /// <summary>Whether the word could be a verb in -ed or -s; it may also be a plural noun.</summary>
    public static bool IsInflected(ReadOnlySpan<char> word) =>
        word.Length > 3 && char.IsLower(word[0]) && (word.EndsWith("ed", StringComparison.Ordinal) || (word[^1] == 's' && word[^2] != 's'));

    private static bool Hisses(string lemma) =>
        lemma[^1] is 's' or 'x' or 'z' or 'o' || lemma.EndsWith("sh", StringComparison.Ordinal)
            || lemma.EndsWith("ch", StringComparison.Ordinal);

    /// <summary>One syllable that ends in one vowel and one consonant: "quip", "slam"; not "shout", "bark", "vow".</summary>
    private static bool IsShort(string lemma) => lemma.Length > 2 && !IsVowel(lemma[^1]) && lemma[^1] is not ('w' or 'x' or 'y') && IsVowelAt(lemma, lemma.Length - 2)
        && !Enumerable.Range(0, lemma.Length - 2).Any(i => IsVowelAt(lemma, i));

    private static bool IsVowelAt(string lemma, int at) => IsVowel(lemma[at]) && !(lemma[at] == 'u' && at > 0 && lemma[at - 1] == 'q');

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
