using Ingest.Text.Entities;

namespace Ingest.Training.Corpora;

/// <summary>
/// What a data set's labels may stand for. A set that doesn't tell a type apart keeps it under a wider label or leaves it unlabelled;
/// the model learns from the label as the set of types that it may be, not from a rewritten one.
/// </summary>
/// <param name="Labels">Types that each label, in lower case, may stand for.</param>
/// <param name="Unlabelled">Types that the set leaves unlabelled and that rules or lists can vouch for.</param>
internal sealed record LabelScheme(IReadOnlyDictionary<string, TypeSet> Labels, TypeSet Unlabelled)
{
    /// <summary>The label that the set gives to a type; the first, where several labels hold it; null where none does.</summary>
    public string? LabelOf(EntityType type) => Labels.FirstOrDefault(label => label.Value.Contains(type)).Key;

    /// <summary>The label by which <see cref="LabelOf"/> names what this one labels: of a politician, person.</summary>
    public string? Widest(string label) =>
        Labels.TryGetValue(label, out var types) ? LabelOf(Enum.GetValues<EntityType>().First(types.Contains)) : null;

    private static readonly TypeSet Amounts = TypeSet.Of(EntityType.Date, EntityType.Money);
    private static readonly TypeSet Place = TypeSet.Of(EntityType.Location, EntityType.Facility);
    private static readonly TypeSet Person = TypeSet.Of(EntityType.Person);
    private static readonly TypeSet Organization = TypeSet.Of(EntityType.Organization);

    /// <summary>CoNLL-2003, CleanCoNLL and Wikigold: four classes, the last of which holds every other name.</summary>
    public static LabelScheme FourClasses { get; } = new(
        new Dictionary<string, TypeSet>
        {
            ["per"] = Person,
            ["org"] = Organization,
            ["loc"] = Place,
            ["misc"] = TypeSet.Of(EntityType.Group, EntityType.Product, EntityType.Event, EntityType.Work, EntityType.Misc),
        },
        Amounts);

    /// <summary>The Worldwide newswire set: nine classes.</summary>
    public static LabelScheme Worldwide { get; } = new(
        new Dictionary<string, TypeSet>
        {
            ["person"] = Person,
            ["organization"] = Organization,
            ["location"] = TypeSet.Of(EntityType.Location),
            ["facility"] = TypeSet.Of(EntityType.Facility),
            ["norp"] = TypeSet.Of(EntityType.Group),
            ["product"] = TypeSet.Of(EntityType.Product),
            ["misc"] = TypeSet.Of(EntityType.Misc, EntityType.Event, EntityType.Work),
            ["date"] = TypeSet.Of(EntityType.Date),
            ["money"] = TypeSet.Of(EntityType.Money),
        },
        TypeSet.None);

    /// <summary>WNUT-17: "group" holds bands and teams; nationalities and events have no label.</summary>
    public static LabelScheme Wnut { get; } = new(
        new Dictionary<string, TypeSet>
        {
            ["person"] = Person,
            ["corporation"] = Organization,
            ["group"] = Organization,
            ["location"] = Place,
            ["product"] = TypeSet.Of(EntityType.Product),
            ["creative-work"] = TypeSet.Of(EntityType.Work),
        },
        Amounts.With(EntityType.Group));

    /// <summary>CrossNER, politics.</summary>
    public static LabelScheme Politics { get; } = new(
        new Dictionary<string, TypeSet>
        {
            ["person"] = Person,
            ["politician"] = Person,
            ["organisation"] = Organization,
            ["politicalparty"] = Organization,
            ["location"] = Place,
            ["country"] = TypeSet.Of(EntityType.Location),
            ["election"] = TypeSet.Of(EntityType.Event),
            ["event"] = TypeSet.Of(EntityType.Event),
            ["misc"] = TypeSet.Of(EntityType.Misc, EntityType.Group, EntityType.Work, EntityType.Product),
        },
        Amounts);

    /// <summary>Universal NER on the English Web Treebank: three classes, everything else unlabelled.</summary>
    public static LabelScheme ThreeClasses { get; } = new(
        new Dictionary<string, TypeSet> { ["per"] = Person, ["org"] = Organization, ["loc"] = Place },
        Amounts.With(EntityType.Group));
}

/// <summary>A set of entity types.</summary>
internal readonly record struct TypeSet(ushort Bits)
{
    public static TypeSet None => default;

    public static TypeSet Of(params ReadOnlySpan<EntityType> types)
    {
        var set = None;
        foreach (var type in types)
            set = set.With(type);
        return set;
    }

    public TypeSet With(EntityType type) => new((ushort)(Bits | 1 << (int)type));

    public bool Contains(EntityType type) => (Bits & 1 << (int)type) != 0;
}
