using System.Runtime.CompilerServices;
using Ingest.Rows;
using Ingest.Text.Entities;

namespace Ingest.Tables;

/// <summary>Entities over the articles that name them.</summary>
public static class EntityTotals
{
    /// <summary>
    /// As <see cref="MentionsByEntityTable.EntitiesAsync(EntityType?, string?, TimeRange, CancellationToken)"/>, from articles that were
    /// read: it costs no request of its own, and memory for each entity.
    /// </summary>
    /// <param name="articles">Newest first, for an entity has its name in the newest.</param>
    /// <param name="type">Only those of this type; null for all.</param>
    /// <param name="named">Only those whose name holds these words; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<EntityTotal> OfAsync(
        IAsyncEnumerable<WholeArticle> articles, EntityType? type, string? named,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var totals = new SortedDictionary<string, EntityTotal>(StringComparer.Ordinal);
        await foreach (var article in articles.WithCancellation(cancellationToken))
        {
            foreach (var entity in article.Entities.Where(IsWanted))
            {
                var total = totals.GetValueOrDefault(entity.EntityKey) ?? new EntityTotal(entity.EntityKey, entity.Type, entity.Name, 0, 0);
                totals[entity.EntityKey] = total with { Articles = total.Articles + 1, Mentions = total.Mentions + entity.Mentions };
            }
        }

        foreach (var total in totals.Values)
            yield return total;

        bool IsWanted(EntityRow entity) =>
            MentionRow.IsViewed(entity.Type)
            && (type ?? entity.Type) == entity.Type
            && (named is null || NameKeys.Holds(entity.EntityKey, named));
    }
}
