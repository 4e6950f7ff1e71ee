using Ingest.Text;
using Ingest.Text.Entities;

namespace Ingest.Cli.Views;

internal static class TypeNames
{
    /// <summary>The word of the JSON contract.</summary>
    public static string Of(EntityType type) => type.ToContractWord();

    public static string Plural(EntityType type) => type switch
    {
        EntityType.Person => "people",
        EntityType.Organization => "organizations",
        EntityType.Location => "places",
        EntityType.Facility => "facilities",
        EntityType.Group => "groups",
        EntityType.Product => "products",
        EntityType.Event => "events",
        EntityType.Law => "laws",
        EntityType.Work => "works",
        EntityType.Misc => "other names",
        EntityType.Date => "dates",
        EntityType.Money => "sums",
        EntityType.Percent => "percentages",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
