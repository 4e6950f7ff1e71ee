using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// The letters of a state, which the tagger sometimes takes for an organisation:
/// <code>
/// location := place "," CODE      "Elm, AZ"
/// </code>
/// </summary>
internal static class PostalCode
{
    // The states and territories of the United States, as the post writes them.
    private static readonly WordSet Codes = WordSet.AsWritten(
        """
        AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR
        RI SC SD TN TX UT VA VI VT WA WI WV WY
        """);

    public static bool Is(ReadOnlySpan<char> word) => Codes.Contains(word);

    /// <param name="doc">The document.</param>
    /// <param name="mention">A name.</param>
    /// <param name="before">The name before it; null where there is none.</param>
    public static Mention Refine(Document doc, Mention mention, Mention? before) =>
        mention.Type == EntityType.Organization && before is { Type: EntityType.Location } place && Is(mention.Span.In(doc.Text))
        && doc.Text.AsSpan(place.Span.End..mention.Span.Start) is ", "
            ? mention with { Type = EntityType.Location } : mention;
}
