using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Ingest.Rows;
using Ingest.Text;
using Ingest.Text.Entities;

namespace Ingest.Tables;

/// <summary>
/// The view by entity: a row for each article that names it. All of an entity is one partition, a request for a thousand rows; whatever
/// asks for a part of a name looks at the whole table.
/// </summary>
public sealed class MentionsByEntityTable : ViewTable
{
    internal MentionsByEntityTable(TableClient client)
        : base(client)
    {
    }

    /// <summary>
    /// Articles that mention the name, whatever type of entity it is there; newest first. Spelling may differ in case and accents.
    /// </summary>
    public IAsyncEnumerable<MentionRow> OfNameAsync(string name, CancellationToken cancellationToken) =>
        OfNameAsync(name, default, cancellationToken);

    /// <summary>Those of that time.</summary>
    public IAsyncEnumerable<MentionRow> OfNameAsync(string name, TimeRange range, CancellationToken cancellationToken) =>
        Enum.GetValues<EntityType>()
            .Where(MentionRow.IsViewed)
            .ToAsyncEnumerable()
            .SelectMany(type => Partition(TableKey.Encode(EntityKey.Of(type, name)), range, cancellationToken))
            .OrderBy(row => row.RowKey, StringComparer.Ordinal)
            .Select(MentionRow.Of);

    /// <summary>Names that hold these words and others, as they stand in keys. Looks at every entity there is.</summary>
    public IAsyncEnumerable<string> NamesWithAsync(string words, CancellationToken cancellationToken) =>
        PartitionKeysAsync(cancellationToken).NamesWith(words);

    /// <summary>
    /// All entities, those of one type, or those whose name holds the words; in order of key. Reads every mention there is.
    /// </summary>
    public IAsyncEnumerable<EntityTotal> EntitiesAsync(EntityType? type, string? named, CancellationToken cancellationToken) =>
        EntitiesAsync(type, named, default, cancellationToken);

    /// <summary>As they are named by articles of that time. The service looks at every mention there is, and returns those.</summary>
    public IAsyncEnumerable<EntityTotal> EntitiesAsync(
        EntityType? type, string? named, TimeRange range, CancellationToken cancellationToken) =>
        EntitiesAsync(type, range, cancellationToken).Where(total => named is null || NameKeys.Holds(total.EntityKey, named));

    private async IAsyncEnumerable<EntityTotal> EntitiesAsync(
        EntityType? type, TimeRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EntityTotal? total = null;
        await foreach (var row in Client.QueryAsync<TableEntity>(range.Filter(OfType(type)), cancellationToken: cancellationToken))
        {
            var mention = MentionRow.Of(row);
            if (total is not null && total.EntityKey != mention.EntityKey)
                yield return total;
            if (total is null || total.EntityKey != mention.EntityKey)
                total = new EntityTotal(mention.EntityKey, mention.Type, mention.Name, 0, 0);
            total = total with { Articles = total.Articles + 1, Mentions = total.Mentions + mention.Mentions };
        }

        if (total is not null)
            yield return total;
    }

    // Keys of a type start with its word and "|"; "}" is the sign after that.
    private static string? OfType(EntityType? type) => type?.ToContractWord() is { } word
        ? TableClient.CreateQueryFilter($"PartitionKey ge {word + "|"} and PartitionKey lt {word + "}"}")
        : null;
}

/// <summary>An entity over all articles.</summary>
/// <param name="EntityKey">Its key.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">Its name in the newest article.</param>
/// <param name="Articles">How many mention it.</param>
/// <param name="Mentions">How often they do.</param>
public sealed record EntityTotal(string EntityKey, EntityType Type, string Name, int Articles, int Mentions);
