using System.Globalization;

namespace Ingest.Text.Articles.Languages;

/// <summary>
/// Recognises the language of a text: by its script where blanks do not divide words, else by the share of its words that are function
/// words of a language. It gives no answer for notes and tables of names, which have too few of them.
/// </summary>
internal static class LanguageDetector
{
    // Characters; the rest of a text says the same.
    private const int Sample = 20_000;

    // Least number of words, and of function words among them; below it, the result is chance.
    private const int MinWords = 8;
    private const int MinHits = 4;

    // Share of the words that are function words: prose has a third or more, a list of names of another language less than a tenth.
    private const double MinShare = 0.18;

    // How many times more function words the text must have than of any other language: neighbours such as Danish and Norwegian share
    // most.
    private const double Lead = 1.08;

    // Longer words are none of these.
    private const int MaxWordLength = 12;

    /// <summary>
    /// The language as a BCP 47 tag: the recognised one where it is sure, else the declared one; null where neither is known.
    /// </summary>
    public static string? Of(string text, string? declared)
    {
        var found = Find(text);
        return found is null || IsSameLanguage(found, declared) ? declared : found;
    }

    /// <summary>Whether a text is read as English: the language is English or unknown.</summary>
    public static bool IsEnglish(string? language) => language is null || IsSameLanguage("en", language);

    private static bool IsSameLanguage(string code, string? tag) =>
        tag is not null
            && tag.StartsWith(code, StringComparison.OrdinalIgnoreCase)
            && (tag.Length == code.Length || tag[code.Length] is '-' or '_');

    /// <summary>The language of the text; null when it isn't sure.</summary>
    internal static string? Find(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        return OfScript(sample) ?? OfWords(sample);
    }

    private static string? OfScript(ReadOnlySpan<char> text)
    {
        int letters = 0, kana = 0, hangul = 0, han = 0, thai = 0;
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            kana += c is >= '\u3040' and <= '\u30ff' ? 1 : 0;
            hangul += c is >= '\uac00' and <= '\ud7a3' ? 1 : 0;
            han += c is >= '\u4e00' and <= '\u9fff' ? 1 : 0;
            thai += c is >= '\u0e00' and <= '\u0e7f' ? 1 : 0;
        }

        var most = letters / 2;
        if (letters < MinWords || kana + hangul + han + thai <= most)
            return null;
        // Japanese writes much of its text in Chinese signs, but none without its own between them.
        if (kana * 10 > letters)
            return "ja";
        return hangul > most ? "ko" : thai > most ? "th" : han > most ? "zh" : null;
    }

    private static string? OfWords(ReadOnlySpan<char> text)
    {
        Span<int> hits = stackalloc int[CommonestWords.Count];
        hits.Clear();
        Span<char> lower = stackalloc char[MaxWordLength];
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsOfWord(text[i]))
                continue;
            var start = i;
            while (i < text.Length && IsOfWord(text[i]))
                i++;
            words++;
            if (i - start > MaxWordLength)
                continue;
            var length = text[start..i].ToLowerInvariant(lower);
            if (!CommonestWords.Languages.TryGetValue(lower[..length], out var languages))
                continue;
            foreach (var language in languages)
                hits[language]++;
        }

        int best = 0, second = 0;
        for (var i = 1; i < hits.Length; i++)
        {
            if (hits[i] > hits[best])
                best = i;
        }

        for (var i = 0; i < hits.Length; i++)
            second = i == best ? second : Math.Max(second, hits[i]);
        var isSure = words >= MinWords && hits[best] >= MinHits && hits[best] >= words * MinShare && hits[best] >= second * Lead;
        return isSure ? CommonestWords.Code(best) : null;
    }

    // Marks belong to the letters of Hindi and, decomposed, of many others.
    private static bool IsOfWord(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
