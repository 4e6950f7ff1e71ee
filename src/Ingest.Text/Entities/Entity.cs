namespace Ingest.Text.Entities;

/// <summary>One person, organisation, place or other named thing of an article, with all its mentions.</summary>
public sealed record Entity
{
    /// <summary>Type and folded name, the same in every article: <c>person|donald-trump</c>.</summary>
    public required string Key { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>The longest sure form of the name.</summary>
    public required string Name { get; init; }

    /// <summary>Title or role as the article gives it ("Senator", "chief executive of Acme"); null when it gives none.</summary>
    public string? Role { get; init; }

    /// <summary>
    /// How central the entity is to the article, from 0 to 1. The saliences of an article's entities add up to at most 1.
    /// </summary>
    public required double Salience { get; init; }

    /// <summary>In order, without overlap; at least one.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }
}
