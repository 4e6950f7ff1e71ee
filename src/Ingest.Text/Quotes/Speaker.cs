using Ingest.Text.Documents;

namespace Ingest.Text.Quotes;

/// <summary>The speaker of a quote.</summary>
/// <param name="Span">The words as written: "he", "Senator Graham", "two rebel officials".</param>
/// <param name="EntityKey">Key of the entity that the words mean; null when they mean none of the article's entities.</param>
/// <param name="Name">
/// That entity's name; of a pronoun that means none of them, or a transcript's "THE MAYOR", the words it stands for, "two rebel officials",
/// "Mayor Roe", where they are known.
/// </param>
public sealed record Speaker(TextSpan Span, string? EntityKey, string? Name)
{
    /// <summary>The kind of the words.</summary>
    public SpeakerKind Kind { get; init; }

    /// <summary>The others who speak together with that entity, in order: Poe of "Roe and Poe said".</summary>
    public IReadOnlyList<JointSpeaker> Joint { get; init; } = [];

    /// <summary>Probability, from 0 to 1, that the pronoun means that entity and nobody else.</summary>
    internal double Certainty { get; init; } = 1;
}

/// <summary>An entity that says the same words together with the speaker.</summary>
/// <param name="EntityKey">Key of the entity.</param>
/// <param name="Name">Its name.</param>
public sealed record JointSpeaker(string EntityKey, string Name);

public enum SpeakerKind : byte
{
    /// <summary>A name, with or without an office: "Mayor Jane Roe".</summary>
    Name,

    /// <summary>"he", "they", "who".</summary>
    Pronoun,

    /// <summary>A description: "a spokeswoman", "residents", "the company".</summary>
    Nominal,

    /// <summary>"I", "we": the writer.</summary>
    FirstPerson,

    /// <summary>"reports", "rumour": nobody.</summary>
    Impersonal,
}
