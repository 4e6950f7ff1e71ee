using System.Globalization;
using Azure.Data.Tables;
using Ingest.Text;
using Ingest.Text.Entities;

namespace Ingest.Rows;

/// <summary>An entity of an article: row <c>entity|person|donald-trump</c> of the article's partition.</summary>
public sealed record EntityRow(string EntityKey, EntityType Type, string Name, string? Role, double Salience, int Mentions)
{
    internal const string Prefix = "entity|";

    internal static TableEntity ToEntity(string articleId, Entity entity) => RowLimits.Check(
        new TableEntity(articleId, Prefix + TableKey.Encode(entity.Key))
            .With(nameof(EntityKey), entity.Key)
            .With(nameof(Type), entity.Type)
            .With(nameof(Name), entity.Name)
            .With(nameof(Role), entity.Role)
            .With(nameof(Salience), entity.Salience)
            .With(nameof(Mentions), entity.Mentions.Count)
            .With("Spans", string.Join(' ', entity.Mentions.Select(Describe))));

    internal static EntityRow Of(TableEntity row) => new(
        row.GetString(nameof(EntityKey)),
        row.GetEnum<EntityType>(nameof(Type)),
        row.GetString(nameof(Name)),
        row.GetString(nameof(Role)),
        row.GetDouble(nameof(Salience)) ?? 0,
        row.GetInt32(nameof(Mentions)) ?? 0);

    // 10-15 for a name, 10-12:pronoun for the rest.
    private static string Describe(Mention mention) =>
        string.Create(CultureInfo.InvariantCulture, $"{mention.Span.Start}-{mention.Span.End}")
        + (mention.Kind == MentionKind.Name ? "" : $":{mention.Kind.ToContractWord()}");
}
