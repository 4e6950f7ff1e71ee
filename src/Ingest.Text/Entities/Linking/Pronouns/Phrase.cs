using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>A noun phrase that stands for somebody, by tokens, half-open.</summary>
internal readonly record struct Phrase(int First, int End, Referent Referent)
{
    /// <summary>In tokens: "Roe, who has worked the No. 2 machine since 1988, said".</summary>
    private const int MaxAside = 20;

    /// <summary>What the phrase is to its verb, by the word before it and the one after it.</summary>
    public Function FunctionIn(Scene scene, Sentence sentence)
    {
        if (scene.IsPossessive(End) || IsModifier(scene))
            return Function.Owner;
        var before = BeforeTitles(scene);
        if (before < sentence.FirstToken || !scene.IsWord(before))
            return Function.Subject;
        if (IsSource(scene, before))
            return Function.Object;
        var hasVerb = scene.IsVerb(AfterAside(scene));
        if (scene.Is(before, WordUse.Preposition) && !(scene.Is(before, WordUse.Subordinator) && hasVerb))
            return Function.Oblique;
        if (scene.Is(before, WordUse.Telling))
            return Function.Object;
        if (scene.Is(before, WordUse.Subordinator | WordUse.Coordinator | WordUse.Saying | WordUse.Time | WordUse.Adverb))
            return Function.Subject;
        return before == sentence.FirstToken || hasVerb ? Function.Subject : Function.Object;
    }

    /// <summary>
    /// Whether it is the subject of a reporting verb: "said Mayor Roe", "Roe later said", "Roe, a nurse, said"; or "according to Roe".
    /// </summary>
    public bool Speaks(Scene scene)
    {
        var verb = AfterAside(scene);
        if (scene.Is(verb, WordUse.Adverb))
            verb++;
        var before = BeforeTitles(scene);
        return scene.Is(verb, WordUse.AnySaying)
            || (scene.Is(before, WordUse.Saying) && !scene.IsWord(before - 1) && !scene.IsVerb(End))
            || IsSource(scene, before);
    }

    /// <summary>"the Roe campaign", "a Roe aide".</summary>
    private bool IsModifier(Scene scene) => scene.IsCapital(First) && scene.Is(First - 1, WordUse.Determiner)
        && ((scene.IsPlain(End) && !scene.IsVerb(End)) || (scene.Is(End, WordUse.Person) && !scene.IsCapital(End)));

    private static bool IsSource(Scene scene, int before) =>
        scene.Text(before) is "to" && scene.Text(before - 1) is "According" or "according";

    /// <summary>The first token after the phrase and what is said of it between commas.</summary>
    private int AfterAside(Scene scene)
    {
        if (!scene.IsComma(End))
            return End;
        for (var i = End + 1; i < scene.Count && i - End < MaxAside; i++)
        {
            if (scene.Text(i) is "." or "?" or "!")
                break;
            if (scene.IsComma(i))
                return i + 1;
        }

        return End + 1;
    }

    /// <summary>The last token before the phrase and the titles in front of it.</summary>
    private int BeforeTitles(Scene scene)
    {
        var before = First - 1;
        while (before >= 0
            && First - before < 8
            && !scene.Is(before, WordUse.Time | WordUse.Preposition | WordUse.AnySaying | WordUse.Finite)
            && (scene.IsCapital(before) || scene.Is(before, WordUse.Person | WordUse.Determiner)
                || (scene.IsPlain(before) && !scene.IsVerb(before) && scene.Is(before + 1, WordUse.Person))))
            before--;
        return before;
    }
}
