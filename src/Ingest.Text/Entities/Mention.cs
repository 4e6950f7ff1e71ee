using Ingest.Text.Documents;

namespace Ingest.Text.Entities;

/// <summary>A place in the text that stands for an entity.</summary>
/// <param name="Span">Without titles, roles and possessive endings: "Graham" of "Senator Graham's".</param>
/// <param name="Type">What the mentioned thing is.</param>
/// <param name="Kind">Whether a name, a pronoun or a description stands there.</param>
public readonly record struct Mention(TextSpan Span, EntityType Type, MentionKind Kind = MentionKind.Name)
{
    /// <summary>Probability, from 0 to 1, that a pronoun means the entity and nobody else.</summary>
    internal float Certainty { get; init; } = 1;
}

public enum MentionKind : byte
{
    Name,

    /// <summary>"he", "she", "they".</summary>
    Pronoun,

    /// <summary>A description: "the U.S. president".</summary>
    Nominal,
}
