using Ingest.Rows;

namespace Ingest;

/// <summary>What an earlier try of the same delivery may have written before it lost.</summary>
/// <param name="Article">The first one.</param>
/// <param name="Rows">Of each article, by its id, those elsewhere.</param>
/// <param name="Outcome">What that try would have come to; null of all but the last.</param>
internal sealed record Written(ArticleRow Article, IReadOnlyDictionary<string, RowManifest> Rows, IngestOutcome? Outcome)
{
    public bool IsSameAs(ArticleRow row) => row.RowsVersion == Article.RowsVersion;
}
