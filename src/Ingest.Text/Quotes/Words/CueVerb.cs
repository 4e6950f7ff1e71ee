namespace Ingest.Text.Quotes.Words;

/// <summary>What may follow a reporting verb as the thing said.</summary>
internal enum CueFrame : byte
{
    /// <summary>A clause or the words themselves: "said (that) …".</summary>
    Say,

    /// <summary>The hearer, then a clause or the words: "told reporters (that) …".</summary>
    Tell,

    /// <summary>A clause begun by "that", or words in marks: "showed that …", "laughed: …".</summary>
    Words,

    /// <summary>A thing or a person: "denied …", "called him …".</summary>
    Name,

    /// <summary>"according to".</summary>
    According,
}

[Flags]
internal enum VerbForm : byte
{
    Base = 1,
    Third = 2,
    Past = 4,
    Ing = 8,
}

/// <param name="Lemma">The form of the dictionary.</param>
/// <param name="Frame">What may follow.</param>
/// <param name="Particles">Words that belong to the verb when they follow it: "out" of "point out".</param>
/// <param name="IsNoun">Whether the verb's base form and its -s form are also nouns: "claim", "reports".</param>
internal sealed record CueVerb(string Lemma, CueFrame Frame, IReadOnlyList<string> Particles, bool IsNoun)
{
    /// <summary>Whether one of its particles stands there.</summary>
    public bool HasParticle(Passage passage, int at)
    {
        for (var k = 0; k < Particles.Count; k++)
        {
            if (passage.IsWord(at, Particles[k]))
                return true;
        }

        return false;
    }
}

/// <param name="Verb">The verb.</param>
/// <param name="Form">The form, or the forms that look alike ("put", "read").</param>
internal sealed record CueVerbForm(CueVerb Verb, VerbForm Form);
