using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tables;

/// <summary>An article with all that was found in it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Entities">By falling salience, then by key.</param>
/// <param name="Quotes">In order of appearance.</param>
public sealed record WholeArticle(ArticleRow Article, IReadOnlyList<EntityRow> Entities, IReadOnlyList<QuoteRow> Quotes)
{
    /// <summary>From the rows of its partition; null when its own isn't among them.</summary>
    internal static WholeArticle? Of(IReadOnlyList<TableEntity> partition)
    {
        ArticleRow? article = null;
        var entities = new List<EntityRow>();
        var quotes = new List<QuoteRow>();
        foreach (var row in partition)
        {
            if (row.RowKey == ArticleRow.Key)
                article = row.ToArticle();
            else if (row.RowKey.StartsWith(EntityRow.Prefix, StringComparison.Ordinal))
                entities.Add(EntityRow.Of(row));
            else
                quotes.Add(QuoteRow.Of(row));
        }

        return article is null
            ? null
            : new WholeArticle(
                article,
                [.. entities.OrderByDescending(entity => entity.Salience).ThenBy(entity => entity.EntityKey, StringComparer.Ordinal)],
                [.. quotes.OrderBy(quote => quote.Number)]);
    }
}
