using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds storms by the word before their names, whatever type the tagger gave the names, most of which are first names:
/// <code>
/// storm := "Tropical"? ("Hurricane" | "Typhoon" | "Cyclone" | "Storm") Name        "Hurricane Dolly"; not "Storm Center"
/// </code>
/// </summary>
internal static class StormName
{
    /// <summary>More storms in one article are an endless list, and each is compared with every name.</summary>
    private const int MaxStorms = 200;

    /// <summary>The mentions with the storms, which replace names inside them; in order, without overlap.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        List<Mention>? found = null;
        for (var i = 0; i + 1 < doc.Tokens.Count; i++)
        {
            if (found?.Count is not MaxStorms && IsLead(doc, i) && IsName(doc, i + 1))
            {
                var start = i > 0 && doc.TextOf(doc.Tokens[i - 1]) is "Tropical" ? i - 1 : i;
                (found ??= []).Add(new Mention(new TextSpan(doc.Tokens[start].Span.Start, doc.Tokens[i + 1].Span.End), EntityType.Event));
            }
        }

        if (found is null)
            return mentions;
        // A mention that goes beyond the storm's name is something else: "the Storm Dolly Fund".
        found.RemoveAll(storm => mentions.Exists(mention => mention.Span.Overlaps(storm.Span) && !storm.Span.Contains(mention.Span)));
        return [.. mentions.Where(mention => !found.Exists(storm => storm.Span.Contains(mention.Span)))
            .Concat(found)
            .OrderBy(mention => mention.Span)];
    }

    private static bool IsLead(Document doc, int token) =>
        doc.TextOf(doc.Tokens[token]) is "Hurricane" or "Typhoon" or "Cyclone" or "Storm";

    private static bool IsName(Document doc, int token) =>
        doc.IsCapital(token) && doc.Tokens[token].Span is { Length: > 2 } span
        && (Gazetteer.Default.Find(
            span.In(doc.Text)) & (WordLists.Common | WordLists.Starter | WordLists.AnyHead | WordLists.AnyTitle)) == 0;
}
