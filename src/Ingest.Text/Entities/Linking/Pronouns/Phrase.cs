using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>A noun phrase that stands for somebody, by tokens, half-open.</summary>
internal readonly record struct Phrase(int First, int End, Referent Referent)
{
    /// <summary>In tokens: "Roe, who has worked the No. 2 machine since 1988, said".</summary>
    private const int MaxAside = 20;

    /// <summary>Verbs that describe what somebody says, or thinks of something.</summary>
    private static readonly WordSet Describing = WordSet.InAnyCase(
        """
        questions questioned clarifies clarified describes described doubts doubted wonders wondered recalls recounts recounted recollects
        acknowledges concedes insists maintains cautions counters suggests remarks observes predicts jokes agrees agreed disagrees disagreed
        rejects rejected dismisses dismissed defends defended disputes disputed expressed expresses voiced voices laments bemoans bemoaned
        echoed echoes reflects reflected remembers remembered feels demanded demands complains mused muses continues concludes declares
        testifies testified
        """);

    /// <summary>The function of the phrase for its verb, by the words right before and behind it.</summary>
    public Function FunctionIn(Scene scene, Sentence sentence)
    {
        if (scene.IsPossessive(End) || IsModifier(scene))
            return Function.Owner;
        var before = BeforeTitles(scene);
        if (before < sentence.FirstToken || !scene.IsWord(before))
            return Function.Subject;
        if (IsSource(scene, before))
            return Function.Object;
        if (IsBroughtIn(scene, before))
            return Function.Subject;
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
    /// Whether the phrase is the subject of a reporting verb, "said Mayor Roe", "Roe later said", "Roe, a nurse, said", or stands in
    /// "according to Roe".
    /// </summary>
    public bool Speaks(Scene scene)
    {
        var verb = VerbOf(scene);
        var before = BeforeTitles(scene);
        return scene.Is(verb, WordUse.AnySaying)
            || (scene.Is(before, WordUse.Saying) && !scene.IsWord(before - 1) && !scene.IsVerb(End))
            || IsSource(scene, before);
    }

    /// <summary>
    /// Whether the phrase is the subject of a verb that only describes what is said: "Roe questions", "Roe also clarified".
    /// </summary>
    public bool Voices(Scene scene) => Describing.Contains(scene.Text(VerbOf(scene)));

    /// <summary>
    /// Whether the word behind the subject may be the verb of its sentence: not "his wife, Jane Roe.", "Roe campaign chairman", "While
    /// Roe".
    /// </summary>
    public bool Leads(Scene scene)
    {
        if (scene.Is(First - 1, WordUse.Subordinator) || scene.Is(BeforeTitles(scene), WordUse.Subordinator))
            return false;
        var verb = AfterAside(scene);
        return scene.Is(First, WordUse.HeOrShe)
            || (scene.IsWord(verb)
                && !scene.Is(verb, WordUse.Preposition | WordUse.Coordinator | WordUse.Determiner)
                && !(scene.IsPlain(verb) && !scene.IsVerb(verb) && scene.Is(verb + 1, WordUse.Person)));
    }

    /// <summary>"the Roe campaign", "a Roe aide".</summary>
    private bool IsModifier(Scene scene) => scene.IsCapital(First) && scene.Is(First - 1, WordUse.Determiner)
        && ((scene.IsPlain(End) && !scene.IsVerb(End)) || (scene.Is(End, WordUse.Person) && !scene.IsCapital(End)));

    /// <summary>Whether the clause introduces the person as a topic: "It was Roe who", "the first witness was Roe".</summary>
    private bool IsBroughtIn(Scene scene, int before) =>
        scene.IsCapital(First) && scene.Text(before) is "was" or "is"
        && (scene.IsComma(End) || scene.Text(End) is "." or "who");

    /// <summary>"according to Roe".</summary>
    public bool IsSource(Scene scene) => IsSource(scene, BeforeTitles(scene));

    private static bool IsSource(Scene scene, int before) =>
        scene.Text(before) is "to" && scene.Text(before - 1) is "According" or "according";

    /// <summary>Index of the subject's verb: "Roe, a nurse, later [said]".</summary>
    private int VerbOf(Scene scene)
    {
        var verb = AfterAside(scene);
        return scene.Is(verb, WordUse.Adverb) ? verb + 1 : verb;
    }

    /// <summary>Index of the first token behind the phrase and its aside between commas.</summary>
    private int AfterAside(Scene scene)
    {
        if (!scene.IsComma(End))
            return scene.IsPlain(First) || scene.Is(First, WordUse.Person) ? AfterModifiers(scene) : End;
        for (var i = End + 1; i < scene.Count && i - End < MaxAside; i++)
        {
            if (scene.Text(i) is "." or "?" or "!")
                break;
            if (scene.IsComma(i))
                return i + 1;
        }

        return End + 1;
    }

    /// <summary>
    /// Index of the saying verb of "a lawyer acting for Dr. Roe says", "a spokesman for Roe said"; else the phrase's end.
    /// </summary>
    private int AfterModifiers(Scene scene)
    {
        const int longest = 10;   // tokens
        if (scene.IsCapital(First) || !(scene.Is(End, WordUse.Preposition) || scene.Text(End).EndsWith("ing")))
            return End;
        for (var i = End + 1; i < End + longest
            && (scene.IsWord(i) || scene.Text(i) is ".") && !scene.Is(i, WordUse.Finite | WordUse.Subordinator); i++)
        {
            if (scene.Is(i, WordUse.AnySaying))
                return i;
        }

        return End;
    }

    /// <summary>"Secretary [of] State Roe".</summary>
    private bool IsOfInTitle(Scene scene, int at) =>
        at + 1 < First && scene.Text(at) is "of" && scene.IsCapital(at + 1) && scene.IsCapital(at - 1) && scene.Is(at - 1, WordUse.Person);

    /// <summary>The last token before the phrase and the titles in front of it.</summary>
    private int BeforeTitles(Scene scene)
    {
        var before = First - 1;
        while (before >= 0
            && First - before < 8
            && (IsOfInTitle(scene, before)
                || (!scene.Is(before, WordUse.Time | WordUse.Preposition | WordUse.AnySaying | WordUse.Finite)
                    && (scene.IsCapital(before) || scene.Is(before, WordUse.Person | WordUse.Determiner)
                        || (scene.IsPlain(before) && !scene.IsVerb(before) && scene.Is(before + 1, WordUse.Person))))))
            before--;
        return before;
    }
}
