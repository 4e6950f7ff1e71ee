using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds days, weeks and months that are kept, which the tagger often takes for a person or for nothing:
/// <code>
/// occasion := words ("Day" | "Week" | "Month")               "Infrastructure Week", "Jane Roe Day"
///           | words "'s" words? ("Day" | "Week" | "Month")   "Valentine's Day", "Women's History Month"; not "(Elm)'s Roads Day"
/// </code>
/// A headline is all capitals and tells nothing.
/// </summary>
internal static class OccasionName
{
    private static readonly WordSet Heads = WordSet.AsWritten("Day Month Week");

    private static readonly CapitalsBefore Words = new(
        WordSet.AsWritten("against for of"), WordSet.AsWritten($"Day Month Week {Calendar.Weekdays}"));

    // Tell which day it is, and not what is kept.
    private static readonly WordSet NoNames = WordSet.AsWritten(
        """
        All Bad Big Busy Dark Each Every Final First Full Game Good Great Half Happy Last Latter Long Match Modern Next Old Of One Only
        Other Per Present Previous Same Second Some That The Third This Two What
        """);

    /// <summary>The mentions with the occasions, which replace names inside them; in order, without overlap.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        var occasions = mentions.EndingWith(doc, Heads, (sentence, head, known) =>
            known is null or { Type: EntityType.Event } ? OccasionAt(doc, sentence.FirstToken, head, known?.Span, mentions) : null);
        return mentions.With(occasions, EntityType.Event);
    }

    private static TextSpan? OccasionAt(Document doc, int floor, int head, TextSpan? known, List<Mention> mentions)
    {
        var first = StartOf(doc, floor, head, mentions);
        if (first == head || IsOther(doc, head + 1) || (first == head - 1 && IsSurname(doc, head)) || IsHeading(doc, floor, first, head))
            return null;
        var occasion = doc.SpanOf(first, head + 1);
        return known is null || occasion.Contains(known.Value) ? occasion : null;
    }

    private static int StartOf(Document doc, int floor, int head, List<Mention> mentions)
    {
        var start = Words.StartOf(doc, floor, head, mentions);
        while (start - 2 >= floor && Text(doc, start - 1) is "'s" or "’s" or "'" or "’" && doc.IsCapital(start - 2))
        {
            var owner = mentions.Find(mention => mention.Span.End == doc.Tokens[start - 2].Span.End);
            if (!owner.Span.IsEmpty && owner.Type != EntityType.Group && !(owner.Type == EntityType.Person && start == head))
                break;
            start = owner.Span.IsEmpty ? Words.StartOf(doc, floor, start - 2, mentions) : doc.TokenAt(owner.Span.Start);
        }

        while (start < head && (NoNames.Contains(Text(doc, start)) || (WordUses.Of(Text(doc, start)) & WordUse.Determiner) != 0
            || (start == floor && (Gazetteer.Default.Find(Text(doc, start)) & WordLists.Starter) != 0)))
            start++;
        return start;
    }

    /// <summary>Whether the name goes on: "Day 3", "Election Day Poll", "Week of Action".</summary>
    private static bool IsOther(Document doc, int next) => next < doc.Tokens.Count
        && (doc.IsCapital(next) || doc.Tokens[next].Kind == TokenKind.Number || Text(doc, next) is "of" or "for");

    /// <summary>Whether the sentence is all capitals so far, function words, too: "How To Get To It All Day:".</summary>
    private static bool IsHeading(Document doc, int floor, int first, int head)
    {
        for (var i = floor; i < first; i++)
        {
            if (doc.Tokens[i].Kind == TokenKind.Word && !doc.IsCapital(i))
                return false;
        }

        while (first < head && !(doc.IsCapital(first) && (Gazetteer.Default.Find(Text(doc, first)) & WordLists.Starter) != 0))
            first++;
        return first < head;
    }

    /// <summary>Whether "Day" may be a surname: "Roe Day"; not "Election Day".</summary>
    private static bool IsSurname(Document doc, int head) =>
        Text(doc, head) is "Day" && (Gazetteer.Default.Find(Text(doc, head - 1)) & WordLists.Common) == 0;

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
