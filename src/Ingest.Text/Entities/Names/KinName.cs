using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds a person introduced as somebody's kin, even by a name that the tagger never saw:
/// <code>
/// kin := (possessive | "'s") noun "," Capital Capital? ","      "her husband, Alcide, turned 70"
/// </code>
/// </summary>
internal static class KinName
{
    /// <summary>The mentions with these people, in order. A person replaces a mention that overlaps it.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        List<Mention>? people = null;
        for (var i = 1; i + 3 < doc.Tokens.Count; i++)
        {
            if (IsKin(doc, i) && NameAt(doc, i + 2) is { } name)
                (people ??= []).Add(new Mention(name, EntityType.Person));
        }

        if (people is null)
            return mentions;
        // A mention of a person stays in any case. A mention of another type stays where it is longer.
        people.RemoveAll(person => mentions.Exists(mention => mention.Span.Overlaps(person.Span)
            && (mention.Type == EntityType.Person || !person.Span.Contains(mention.Span))));
        List<Mention> all = [.. mentions.Where(mention => !people.Exists(person => person.Span.Overlaps(mention.Span))), .. people];
        all.Sort((a, b) => a.Span.CompareTo(b.Span));
        return all;
    }

    private static bool IsKin(Document doc, int noun)
    {
        const WordUse Family = WordUse.Man | WordUse.Woman;
        return Text(doc, noun + 1) is "," && WordUses.Of(Text(doc, noun)) is var use && (use & WordUse.Kin) != 0 && (use & Family) != 0
            && (doc.Tokens[noun - 1].Kind == TokenKind.Clitic || (WordUses.Of(Text(doc, noun - 1)) & WordUse.Possessive) != 0
                || Text(doc, noun - 1) is "my" or "My" or "their" or "Their");
    }

    private static TextSpan? NameAt(Document doc, int first)
    {
        var end = first;
        while (end < doc.Tokens.Count && end - first < 2 && doc.IsCapital(end))
            end++;
        return end > first && end < doc.Tokens.Count && Text(doc, end) is ","
            ? doc.SpanOf(first, end)
            : null;
    }

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
