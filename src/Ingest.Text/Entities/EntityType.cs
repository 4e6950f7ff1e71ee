namespace Ingest.Text.Entities;

/// <summary>What an entity is. The name in lower case is the word of the JSON contract and of the keys.</summary>
public enum EntityType : byte
{
    Person,
    Organization,
    Location,
    Facility,

    /// <summary>Nationalities, religious and political groups.</summary>
    Group,
    Product,
    Event,
    Law,

    /// <summary>A book, a film, a programme, a painting.</summary>
    Work,
    Misc,
    Date,
    Money,
    Percent,
}
