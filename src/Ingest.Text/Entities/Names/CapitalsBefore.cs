using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// The words before the last of a name, its head, that belong to it by their capitals, and small words between them:
/// <code>
/// words := Capital+ (link Capital+)*
/// link  := ","? ("and" | "&amp;") | "," | …     a comma only before an "and": "Fish, Boat, and Harbour Act"
/// </code>
/// A link parts what stands before it from the name where that ends another name: "told (Jane Roe) and Harbours Act friends".
/// </summary>
/// <param name="links">Small words besides "and".</param>
/// <param name="stops">Words with a capital that are no part of the name.</param>
internal sealed class CapitalsBefore(WordSet links, WordSet stops)
{
    /// <summary>Index of the first of those words, at least <paramref name="floor"/>; the head's where it has none.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="floor">The sentence's first token.</param>
    /// <param name="head">The head.</param>
    /// <param name="mentions">Names that were found, in order.</param>
    public int StartOf(Document doc, int floor, int head, List<Mention> mentions)
    {
        var (start, hasAnd) = (head, false);
        for (var i = head - 1; i >= floor;)
        {
            if (IsPart(doc, i))
            {
                start = i--;
                continue;
            }

            var left = i - 1;
            if (Text(doc, i) is "and" or "&")
            {
                hasAnd = true;
                if (left > floor && Text(doc, left) is ",")
                    left--;
            }
            else if (!links.Contains(Text(doc, i)) && !(hasAnd && Text(doc, i) is ","))
            {
                break;
            }

            if (left < floor || start > i + 1 || !IsPart(doc, left) || EndsOther(doc, left, mentions))
                break;
            i = left;
        }

        return start;
    }

    private bool IsPart(Document doc, int token) =>
        doc.IsCapital(token) && Text(doc, token) is not "The" && !stops.Contains(Text(doc, token));

    private static bool EndsOther(Document doc, int token, List<Mention> mentions)
    {
        var end = doc.Tokens[token].Span.End;
        var other = mentions.Find(mention => mention.Span.End == end);
        return !other.Span.IsEmpty
            && (other.Type is EntityType.Person or EntityType.Location or EntityType.Date or EntityType.Law
                || (Gazetteer.Default.Find(other.Span.In(doc.Text)) & WordLists.Organization) != 0);
    }

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
