namespace Ingest.Text.Entities;

/// <summary>The lists of Data/ that hold a word or a phrase.</summary>
[Flags]
internal enum WordLists
{
    None = 0,

    /// <summary>Usually written small, so a capital at the start of a sentence tells nothing.</summary>
    Common = 1 << 0,

    /// <summary>Hardly ever part of a name, even with a capital.</summary>
    Starter = 1 << 1,
    MaleName = 1 << 2,
    FemaleName = 1 << 3,
    Surname = 1 << 4,
    Particle = 1 << 5,
    Title = 1 << 6,
    MaleTitle = 1 << 7,
    FemaleTitle = 1 << 8,

    /// <summary>A country, a capital, a place that needs no explanation.</summary>
    Place = 1 << 9,

    /// <summary>A city or a province, many of which are also something else.</summary>
    Town = 1 << 10,
    Organization = 1 << 11,
    Demonym = 1 << 12,
    Group = 1 << 13,
    Event = 1 << 14,
    Work = 1 << 15,
    Product = 1 << 16,
    Misc = 1 << 17,
    OrganizationHead = 1 << 18,
    FacilityHead = 1 << 19,
    LocationHead = 1 << 20,
    EventHead = 1 << 21,
    LawHead = 1 << 22,

    /// <summary>Some longer entry begins with this word.</summary>
    PhraseStart = 1 << 23,

    /// <summary>An acronym: it counts only where it is written in capitals ("US", not "us").</summary>
    Capitals = 1 << 24,

    /// <summary>What stands first in the name of a place: "Mount", "Port".</summary>
    LocationLead = 1 << 25,

    /// <summary>What stands before the name of an event: "Hurricane".</summary>
    EventLead = 1 << 26,

    /// <summary>A frequent first name that hardly anybody of the other gender has.</summary>
    ClearName = 1 << 27,

    FirstName = MaleName | FemaleName,
    AnyTitle = Title | MaleTitle | FemaleTitle,
    AnyHead = OrganizationHead | FacilityHead | LocationHead | EventHead | LawHead,

    /// <summary>The lists that name something whole.</summary>
    Named = Place | Town | Organization | Demonym | Group | Event | Work | Product | Misc,
}
