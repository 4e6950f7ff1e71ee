namespace Ingest.Text.Entities;

/// <summary>The type of an entity. The name in lower case is the word in the JSON contract and in keys.</summary>
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
