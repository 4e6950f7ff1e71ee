using Ingest.Text.Articles;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Text;

/// <summary>All that was found in one article.</summary>
/// <param name="Source">Path or blob name of the file; <c>file#2</c> for the second article of a file that holds several.</param>
/// <param name="Article">The article.</param>
/// <param name="Entities">By falling salience, then by key.</param>
/// <param name="Quotes">In order of appearance.</param>
public sealed record Extraction(string Source, Article Article, IReadOnlyList<Entity> Entities, IReadOnlyList<Quote> Quotes);
