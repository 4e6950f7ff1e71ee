using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Splits two people with a "Jr." between them, which ends the first one's name and the sentence: "He beat (Davy Hollis Jr.) (Berg)
/// smiled".
/// </summary>
internal static class JuniorName
{
    /// <summary>The mentions with both in place of each such name; in order, without overlap.</summary>
    public static List<Mention> Part(Document doc, List<Mention> mentions)
    {
        var parted = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            var end = mention.Type == EntityType.Person ? EndOfFirst(doc, mention.Span) : -1;
            if (end < 0)
            {
                parted.Add(mention);
                continue;
            }

            parted.Add(mention with { Span = new TextSpan(mention.Span.Start, doc.Tokens[end - 1].Span.End) });
            parted.Add(mention with { Span = new TextSpan(doc.Tokens[end].Span.Start, mention.Span.End) });
        }

        return parted;
    }

    /// <summary>Index of the token behind "Jr.", where somebody else's name begins; −1 where none does.</summary>
    private static int EndOfFirst(Document doc, TextSpan name)
    {
        var (first, last) = (doc.TokenAt(name.Start), doc.TokenAt(name.End - 1));
        for (var i = first + 1; i < last; i++)
        {
            if (doc.TextOf(doc.Tokens[i]) is "Jr." or "Sr.")
                return (Gazetteer.Default.Find(doc.TextOf(doc.Tokens[last])) & (WordLists.Surname | WordLists.AnyHead)) == WordLists.Surname
                    ? i + 1
                    : -1;
        }

        return -1;
    }
}
