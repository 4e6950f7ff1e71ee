namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// Tags of the recogniser: O, and for each type B (first token of a name), I (inside), L (last) and U (a name of one token).
/// A name's tags follow each other as B I* L or stand alone as U (Ratinov and Roth 2009).
/// </summary>
internal static class Tags
{
    /// <summary>Types that the model tells apart; laws and percentages are told by rules.</summary>
    public static readonly EntityType[] Types =
    [
        EntityType.Person, EntityType.Organization, EntityType.Location, EntityType.Facility, EntityType.Group, EntityType.Product,
        EntityType.Event, EntityType.Work, EntityType.Misc, EntityType.Date, EntityType.Money,
    ];

    public const int Outside = 0;

    /// <summary>One and four for each type.</summary>
    public const int Count = 45;

    /// <summary>
    /// Weights of a feature lie in rows of this length, three vectors of sixteen; those past <see cref="Count"/> are zero.
    /// </summary>
    public const int Stride = 48;

    public static int First(int type) => 1 + type * 4;

    public static int Inside(int type) => 2 + type * 4;

    public static int Last(int type) => 3 + type * 4;

    public static int Single(int type) => 4 + type * 4;

    public static int TypeOf(int tag) => (tag - 1) >> 2;

    /// <summary>Whether a name goes on after this tag.</summary>
    public static bool IsOpen(int tag) => tag != Outside && ((tag - 1) & 3) < 2;

    /// <summary>Whether this tag goes on with a name.</summary>
    public static bool GoesOn(int tag) => tag != Outside && ((tag - 1) & 3) is 1 or 2;

    public static bool MayFollow(int before, int tag) =>
        IsOpen(before) ? GoesOn(tag) && TypeOf(before) == TypeOf(tag) : !GoesOn(tag);
}
