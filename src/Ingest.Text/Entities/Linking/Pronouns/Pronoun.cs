using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

internal enum PronounForm : byte
{
    Subject,
    Object,
    Possessive,
    Reflexive,
}

/// <summary>A form of "he" or "she", with what its place tells.</summary>
internal readonly record struct Pronoun(int At, Gender Gender, PronounForm Form, bool IsSpeaker)
{
    /// <summary>The pronoun at this token; null when none stands there.</summary>
    public static Pronoun? Read(Scene scene, int at)
    {
        var use = scene.UseOf(at);
        if ((use & WordUse.HeOrShe) == 0 || IsEither(scene, at + 1) || IsEither(scene, at - 1) || IsStyle(scene, at + 1))
            return null;
        var form = (use & WordUse.Subjective) != 0 ? PronounForm.Subject
            : (use & WordUse.Possessive) != 0 && ((use & WordUse.Objective) == 0 || OwnsNext(scene, at)) ? PronounForm.Possessive
            : (use & WordUse.Objective) != 0 ? PronounForm.Object
            : PronounForm.Reflexive;
        var speaks = form == PronounForm.Subject && (scene.Is(at + 1, WordUse.AnySaying) || scene.Is(at - 1, WordUse.Saying));
        return new Pronoun(at, (use & WordUse.He) != 0 ? Gender.Male : Gender.Female, form, speaks);
    }

    /// <summary>
    /// Whether the pronoun stands outside quotations and says something: "he also said", “…,” said he. In "Roe said he" it belongs to
    /// Roe's words, and in "after he said" to the sentence around.
    /// </summary>
    public bool Says(Scene scene)
    {
        if (Form != PronounForm.Subject || scene.Quotations[At] != 0 || scene.Is(At - 1, WordUse.Subordinator))
            return false;
        return scene.Is(At - 1, WordUse.AnySaying)
            ? At > 1 && scene.Quotations[At - 2] != 0
            : scene.Is(scene.Is(At + 1, WordUse.Adverb) ? At + 2 : At + 1, WordUse.AnySaying);
    }

    /// <summary>"he or she", "his/her": nobody in particular.</summary>
    private static bool IsEither(Scene scene, int or) =>
        scene.Text(or) is "or" or "/" && scene.Is(or - 1, WordUse.HeOrShe) && scene.Is(or + 1, WordUse.HeOrShe);

    /// <summary>"His [Highness]", "Her [Royal Highness]": a title.</summary>
    private static bool IsStyle(Scene scene, int at) =>
        scene.Text(at) is "Highness" or "Majesty" or "Excellency" or "Holiness" or "Honour" or "Honor" or "Grace" or "Lordship"
            or "Ladyship" or "Eminence" or "Beatitude"
        || (scene.Text(at) is "Royal" or "Serene" or "Imperial" && scene.Text(at + 1) is "Highness" or "Majesty");

    /// <summary>Whether "her" is a possessive, as before a noun or its adjective; in "saw her leave" it is not.</summary>
    private static bool OwnsNext(Scene scene, int at) =>
        scene.IsWord(at + 1) && ((scene.UseOf(at + 1) & ~(WordUse.Person | WordUse.Kin)) == 0 || scene.IsCapital(at + 1))
        && !(scene.IsPlain(at + 1) && scene.Text(at - 1) is "see" or "saw" or "seen" or "watch" or "watched" or "hear" or "heard" or "let");
}
