using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// A pronoun before its name:
/// <code>
/// sentence := lead "," NAME        the pronoun stands in the lead
/// lead     := (preposition | subordinator | word? span ("after" | "before") | a word in -ing or -ed) word*
///             "Asked" may have commas and names in it
/// </code>
/// "In his speech, Roe …", "When she arrived, Roe …", "A day after she arrived, Roe …".
/// </summary>
internal static class Cataphora
{
    private static readonly WordSet Spans = WordSet.AsWritten(
        """
        day days hour hours just minutes moments month months shortly soon week weeks year years Days Hours Just Minutes Moments Shortly
        Soon
        """);

    /// <summary>In tokens; a longer stretch is no lead.</summary>
    private const int MaxLead = 25;

    /// <summary>The person named right behind the lead, with a score by <see cref="Clue"/>.</summary>
    public static (Referent Referent, float Score)? Find(Scene scene, Phrase?[] phrases, Pronoun pronoun, Sentence sentence)
    {
        var first = sentence.FirstToken;
        if (pronoun.At - first > MaxLead
            || scene.Quotations[first] != scene.Quotations[pronoun.At]
            || Weight(scene, first, pronoun) is not { } weight)
            return null;
        // "Asked by Poe, the chairman, whether he …, Roe replied".
        var isAsked = scene.Text(first) is "Asked";
        for (var i = first; i < pronoun.At && !isAsked; i++)
        {
            if (phrases[i] is not null || scene.IsComma(i))
                return null;
        }

        var comma = pronoun.At + 1;
        while (comma < sentence.EndToken && comma - first <= MaxLead && !scene.IsComma(comma))
            comma++;
        for (var i = comma + 1; i < sentence.EndToken && i - comma < 8; i++)
        {
            if (phrases[i] is { } phrase)
                return phrase.Referent.Person is not null && phrase.FunctionIn(scene, sentence) == Function.Subject
                    ? (phrase.Referent, weight)
                    : null;
            if (!scene.IsCapital(i) && !scene.Is(i, WordUse.Person | WordUse.Determiner) && !scene.IsPossessive(i) && !scene.IsComma(i))
                return null;
        }

        return null;
    }

    private static float? Weight(Scene scene, int first, Pronoun pronoun) =>
        (pronoun.Form == PronounForm.Possessive ? Clue.AheadOfPossessive : 0)
        + (scene.Is(first, WordUse.Subordinator) || IsTimed(scene, first, pronoun.At) ? Clue.AheadOfClause
            : scene.Is(first, WordUse.Preposition)
                || scene.Text(first) is { Length: > 4 } word && (word.EndsWith("ing") || word.EndsWith("ed"))
                ? Clue.AheadOfPhrase
            : null);

    /// <summary>"Hours [after he]", "A day [after she]".</summary>
    private static bool IsTimed(Scene scene, int first, int pronoun) =>
        pronoun - first is 2 or 3 && scene.Text(pronoun - 1) is "after" or "before" && Spans.Contains(scene.Text(pronoun - 2));
}
