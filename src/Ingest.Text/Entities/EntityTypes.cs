namespace Ingest.Text.Entities;

/// <summary>Properties that all types of a kind share.</summary>
public static class EntityTypes
{
    /// <summary>
    /// Whether the type is a date, a sum of money or a percentage. An article is seldom about such a figure, and it says nothing.
    /// </summary>
    public static bool IsFigure(this EntityType type) => type is EntityType.Date or EntityType.Money or EntityType.Percent;
}
