namespace Ingest.Text.Entities;

/// <summary>What all types of a kind have in common.</summary>
public static class EntityTypes
{
    /// <summary>Dates, sums of money and percentages: an article is seldom about them, and they say nothing.</summary>
    public static bool IsFigure(this EntityType type) => type is EntityType.Date or EntityType.Money or EntityType.Percent;
}
