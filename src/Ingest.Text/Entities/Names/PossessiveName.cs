using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Splits an owner's name from what is owned, where the tagger joined them over an apostrophe behind an "s":
/// <code>
/// owned := person "’" (person | organisation | word+)      "(Jane Hollis)’ (Ann Roe)", "(Hollis)’ Gmail"
///        | word "’" First Last                             "Foxes’ (Ann Roe)"
/// </code>
/// A single word is a person's name where the article has that name elsewhere.
/// </summary>
internal static class PossessiveName
{
    /// <summary>The mentions with the parts in place of each such name; in order, without overlap.</summary>
    public static List<Mention> Part(Document doc, List<Mention> mentions)
    {
        var parted = new List<Mention>(mentions.Count);
        HashSet<string>? surnames = null;
        foreach (var mention in mentions)
        {
            var (first, end) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1) + 1);
            var apostrophe = mention.Type == EntityType.Person ? Apostrophe(doc, first, end) : -1;
            var isOwner = apostrophe > 0
                && (apostrophe - first > 1
                    || (surnames ??= Surnames(doc, mentions)).Contains(doc.TextOf(doc.Tokens[apostrophe - 1]).ToString()));
            var owned = apostrophe < 0 ? null : TypeOf(doc, apostrophe + 1, end);
            if (apostrophe < 0 || (!isOwner && !(owned == EntityType.Person && end - apostrophe > 2)))
            {
                parted.Add(mention);
                continue;
            }

            if (isOwner)
                parted.Add(new Mention(doc.SpanOf(first, apostrophe), EntityType.Person));
            if (owned is { } type)
                parted.Add(new Mention(doc.SpanOf(apostrophe + 1, end), type));
        }

        return parted;
    }

    /// <summary>Index of the apostrophe between an "s" and a capital; −1 where there is none.</summary>
    private static int Apostrophe(Document doc, int first, int end)
    {
        for (var i = first + 1; i + 1 < end; i++)
        {
            if (doc.TextOf(doc.Tokens[i]) is "'" or "’" && doc.TextOf(doc.Tokens[i - 1]) is [.., 's'] && doc.IsCapital(i + 1)
                && doc.Tokens[i].Span.Start == doc.Tokens[i - 1].Span.End && doc.Tokens[i].Span.End < doc.Tokens[i + 1].Span.Start)
                return i;
        }

        return -1;
    }

    /// <summary>The last words of people's names.</summary>
    private static HashSet<string> Surnames(Document doc, List<Mention> mentions) =>
        [.. mentions.Where(mention => mention.Type == EntityType.Person)
            .Select(mention => doc.TextOf(doc.Tokens[doc.TokenAt(mention.Span.End - 1)]).ToString())];

    private static EntityType? TypeOf(Document doc, int first, int end)
    {
        var lists = Gazetteer.Default.Find(doc.SpanOf(first, end).In(doc.Text));
        return (lists & WordLists.Organization) != 0 ? EntityType.Organization
            : (Gazetteer.Default.Find(doc.TextOf(doc.Tokens[first])) & WordLists.FirstName) != 0 && (lists & WordLists.Named) == 0
                ? EntityType.Person
            : null;
    }
}
