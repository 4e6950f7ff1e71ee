using Ingest.Rows;

namespace Ingest.Delivery;

/// <summary>What an earlier attempt of the same delivery may have written before another run stopped it.</summary>
/// <param name="Article">The row of the file's first article.</param>
/// <param name="Rows">The rows in other partitions, by the article's id.</param>
/// <param name="Outcome">The outcome of that attempt; null for all but the last one.</param>
internal sealed record EarlierWrite(ArticleRow Article, IReadOnlyDictionary<string, RowManifest> Rows, IngestOutcome? Outcome)
{
    public bool IsSameAs(ArticleRow row) => row.RowsVersion == Article.RowsVersion;
}
