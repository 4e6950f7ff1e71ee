using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds the whole names of treaties, of which the tagger takes what they are about for a body:
/// <code>
/// treaty := Capital* head about (link about)*       "Marlow Convention on Safety at Sea", "Treaty on Fishing"; not "Agreement on Monday"
/// head   := "Convention" | "Treaty" | "Protocol" | …
/// about  := ("on" | "against" | "of" | "for") "the"? Capital+
/// link   := ("of" | "in" | "and" | …) "the"?            not before a name of its own: "Treaty on Fishing and (Jane Roe)"
/// </code>
/// A headline is all capitals and tells nothing.
/// </summary>
internal static class TreatyName
{
    private static readonly WordSet Heads = WordSet.AsWritten("Accord Agreement Charter Convention Covenant Declaration Protocol Treaty");

    // Of these "for" says what they are about; a "Declaration for Elm County" is one of an emergency.
    private static readonly WordSet HeadsFor = WordSet.AsWritten("Convention Covenant Protocol Treaty");

    // "of" may follow these and a place or a matter that is a part of the name: "Treaty of Elm".
    private static readonly WordSet HeadsOf = WordSet.AsWritten("Charter Declaration Treaty");

    private static readonly WordSet Links = WordSet.AsWritten("against and at for in of on or");

    private static readonly WordSet Days = WordSet.AsWritten($"{Calendar.Weekdays} {Calendar.MonthsButMay} May");

    /// <summary>The mentions with the treaties, which replace names inside them; in order, without overlap.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        var treaties = new List<TextSpan>();
        foreach (var sentence in doc.Sentences)
        {
            for (var head = sentence.FirstToken; head + 2 < sentence.EndToken; head++)
            {
                if (!Heads.Contains(Text(doc, head)) || EndOf(doc, head, sentence.EndToken, mentions) is not (> 0 and var end)
                    || SentenceCases.Of(doc, sentence) != SentenceCase.Normal)
                    continue;
                treaties.AddApart(WholeOf(doc, head, end, sentence.FirstToken, mentions));
                head = end - 1;
            }
        }

        return mentions.With(treaties, EntityType.Law);
    }

    private static TextSpan WholeOf(Document doc, int head, int end, int floor, List<Mention> mentions)
    {
        var first = head;
        while (first > floor && doc.IsCapital(first - 1) && Text(doc, first - 1) is not "The")
            first--;
        while (first < head && (WordUses.Of(Text(doc, first)) & (WordUse.Determiner | WordUse.Preposition)) != 0)
            first++;
        var whole = doc.SpanOf(first, end);
        var known = mentions.Find(mention => mention.Span.Contains(doc.Tokens[head].Span));
        // "[Council of Elm Convention] on Fish", "[Convention on all Fish]": what is known reaches over small words.
        return known.Type is EntityType.Organization or EntityType.Event or EntityType.Law && !known.Span.IsEmpty
            && !(known.Span.Start < whole.Start
                && doc.Text.AsSpan(known.Span.Start..whole.Start).Contains(" and ", StringComparison.Ordinal))
            ? new TextSpan(
                Math.Min(known.Span.Start, whole.Start), known.Type == EntityType.Law ? Math.Max(known.Span.End, whole.End) : whole.End)
            : whole;
    }

    /// <summary>Index behind what the treaty is about; 0 where nothing follows that it may be about.</summary>
    private static int EndOf(Document doc, int head, int limit, List<Mention> mentions)
    {
        var link = Text(doc, head + 1);
        var isOf = link is "of";
        if (!(link is "on" or "against" || (link is "for" && HeadsFor.Contains(Text(doc, head)))
            || (link is "of" && HeadsOf.Contains(Text(doc, head)))))
            return 0;
        var end = EndOfAbout(doc, head + 2, limit);
        if (end == 0 || (Gazetteer.Default.Find(Text(doc, end - 1)) & WordLists.OrganizationHead) != 0)
            return 0;
        var about = Text(doc, head + 2) is "the" ? head + 3 : head + 2;
        var place = mentions.Find(mention => mention.Span.Start == doc.Tokens[about].Span.Start);
        if (place is { Type: EntityType.Location, Span.IsEmpty: false })
        {
            var endOfPlace = doc.TokenAt(place.Span.End - 1) + 1;
            if (!isOf && endOfPlace == end)
                return 0;   // "the protocol on [Elm]"
            end = isOf ? endOfPlace : end;   // "[Treaty of Elm] Minister Jane Roe"
        }

        for (var at = end; at + 1 < limit && Links.Contains(Text(doc, at)) && !(isOf && Text(doc, at) is "in" or "on" or "at");)
        {
            var next = EndOfAbout(doc, at + 1, limit);
            if (next == 0 || BeginsOther(doc, at, mentions))
                break;
            (at, end) = (next, next);
        }

        return end;
    }

    /// <summary>Index behind capitals, and behind "the" before them; 0 where there are none.</summary>
    private static int EndOfAbout(Document doc, int first, int limit)
    {
        var end = Text(doc, first) is "the" ? first + 1 : first;
        if (end >= limit || !doc.IsCapital(end) || Days.Contains(Text(doc, end)) || Heads.Contains(Text(doc, end)))
            return 0;
        while (end < limit && doc.IsCapital(end) && Text(doc, end) is not "The")
            end++;
        return (WordUses.Of(Text(doc, end - 1)) & WordUse.Preposition) != 0 ? 0 : end;
    }

    /// <summary>Whether a name of its own follows the link: a person's, a law's, behind "and" a place's, behind "in" a town's.</summary>
    private static bool BeginsOther(Document doc, int link, List<Mention> mentions)
    {
        var first = Text(doc, link + 1) is "the" ? link + 2 : link + 1;
        var start = doc.Tokens[first].Span.Start;
        var other = mentions.Find(mention => mention.Span.Start == start);
        if (other.Span.IsEmpty)
            return false;
        var lists = Gazetteer.Default.Find(other.Span.In(doc.Text));
        return other.Type is EntityType.Person or EntityType.Law or EntityType.Date
            || (Text(doc, link) is "and" or "or"
                && (other.Type is EntityType.Location or EntityType.Group || (lists & WordLists.Organization) != 0))
            || (Text(doc, link) is "in" or "at" or "on" or "for" && (lists & WordLists.Town) != 0);
    }

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
