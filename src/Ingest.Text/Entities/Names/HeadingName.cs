using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds a person whose name is a heading over a text about them, even where the surname is an everyday word:
/// <code>
/// heading := First Capital? Last          a paragraph of its own
/// next    := Last ("," | "'s" | verb)     "Dylan Day", and below it "Day was the first"
/// </code>
/// </summary>
internal static class HeadingName
{
    private const int MaxWords = 3;

    /// <summary>The mentions with these people, where nothing else was found; in order.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        List<Mention>? people = null;
        for (var i = 0; i + 1 < doc.Paragraphs.Count; i++)
        {
            var (first, end) = (doc.TokenAt(doc.Paragraphs[i].Start), doc.TokenAt(doc.Paragraphs[i + 1].Start));
            if (end - first is < 2 or > MaxWords || !IsName(doc, first, end) || !Begins(doc, doc.TextOf(doc.Tokens[end - 1]), end))
                continue;
            (people ??= []).Add(new Mention(doc.Paragraphs[i], EntityType.Person));
            people.Add(new Mention(doc.Tokens[end].Span, EntityType.Person));
        }

        if (people is null)
            return mentions;
        var next = 0;
        people.RemoveAll(person =>
        {
            while (next < mentions.Count && mentions[next].Span.End <= person.Span.Start)
                next++;
            return next < mentions.Count && mentions[next].Span.Overlaps(person.Span);
        });
        List<Mention> all = [.. mentions, .. people];
        all.Sort((a, b) => a.Span.CompareTo(b.Span));
        return all;
    }

    private static bool IsName(Document doc, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!doc.IsCapital(i) || !Letters.HasSmall(doc.TextOf(doc.Tokens[i])))
                return false;
        }

        return (Gazetteer.Default.Find(doc.TextOf(doc.Tokens[first])) & (WordLists.FirstName | WordLists.Named)) is var lists
            && (lists & WordLists.FirstName) != 0 && (lists & WordLists.Named) == 0;
    }

    private static bool Begins(Document doc, ReadOnlySpan<char> surname, int token) =>
        token + 1 < doc.Tokens.Count && doc.TextOf(doc.Tokens[token]).SequenceEqual(surname)
        && (doc.TextOf(doc.Tokens[token + 1]) is "," || doc.Tokens[token + 1].Kind == TokenKind.Clitic
            || (WordUses.Of(doc.TextOf(doc.Tokens[token + 1])) & (WordUse.Finite | WordUse.AnySaying)) != 0);
}
