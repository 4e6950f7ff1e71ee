namespace Ingest.Text.Entities.Tagging;

/// <summary>What stood beside a word in one of the places where it has a capital.</summary>
[Flags]
internal enum WordSurroundings : uint
{
    None = 0,
    AfterTitle = 1 << 0,
    AfterFirstName = 1 << 1,
    BeforeOrganizationHead = 1 << 2,
    AfterIn = 1 << 3,
    BeforeSaying = 1 << 4,

    /// <summary>The only word with a capital; the first, or the last, of several.</summary>
    Alone = 1 << 5,
    First = 1 << 6,
    Last = 1 << 7,

    BeforePossessive = 1 << 8,
    AfterThe = 1 << 9,
    AfterDirection = 1 << 10,
    AfterOpponent = 1 << 11,
    BeforePlaceHead = 1 << 12,

    /// <summary>"Lyon, France".</summary>
    BeforeItsPlace = 1 << 13,
    AfterComma = 1 << 14,

    /// <summary>A first name before a surname.</summary>
    BeforeSurname = 1 << 15,
}
