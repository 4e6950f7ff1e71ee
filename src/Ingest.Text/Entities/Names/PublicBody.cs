using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds the public bodies of Britain that are named for their area, which the tagger breaks where that is several places:
/// <code>
/// body    := area head        "Elm and Vale NHS Foundation Trust", "Tyne and Wear Fire and Rescue Service"
/// area    := Capital+ (("and" | "&amp;" | institution "of") Capital+)*    "University Hospitals of Elm and Vale"; not "Jane Roe of Elm"
/// head    := "NHS" Capital* ("and" Capital+)? "Trust" | "Fire" ("and" | "&amp;") "Rescue" ("Service" | "Authority")
/// </code>
/// </summary>
internal static class PublicBody
{
    private const int LongestHead = 8;   // tokens: "NHS and Social Care Partnership Trust"

    private static readonly WordSet Ends = WordSet.AsWritten("Authority Service Trust");

    private static readonly WordSet Institutions = WordSet.AsWritten("Hospital Hospitals Trust University");

    /// <summary>The mentions with the bodies, which replace names inside them; in order, without overlap.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        var all = new List<Mention>(mentions.Count);
        var next = 0;
        foreach (var sentence in doc.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (HeadEnd(doc, i, sentence.EndToken) is not (> 0 and var end))
                    continue;
                while (next < mentions.Count && mentions[next].Span.End <= doc.Tokens[i].Span.Start)
                    all.Add(mentions[next++]);
                var first = AreaStart(doc, all, i, sentence.FirstToken);
                if (first == i)
                    continue;
                var body = doc.SpanOf(first, end);
                while (all.Count > 0 && all[^1].Span.Overlaps(body))
                    all.RemoveAt(all.Count - 1);
                while (next < mentions.Count && mentions[next].Span.Start < body.End)
                    next++;
                all.Add(new Mention(body, EntityType.Organization));
                i = end - 1;
            }
        }

        all.AddRange(mentions.Skip(next));
        return all;
    }

    /// <summary>Index behind the head that begins with the token; 0 where none does.</summary>
    private static int HeadEnd(Document doc, int first, int limit)
    {
        if (Text(doc, first) is "Fire")
        {
            return first + 3 < limit && IsAnd(doc, first + 1) && Text(doc, first + 2) is "Rescue"
                && Text(doc, first + 3) is "Service" or "Authority" ? first + 4 : 0;
        }

        if (Text(doc, first) is not "NHS")
            return 0;
        for (var i = first + 1; i < limit && i - first < LongestHead && (doc.IsCapital(i) || IsAnd(doc, i)); i++)
        {
            if (Text(doc, i) is "Trust")
                return i + 1;
        }

        return 0;
    }

    /// <summary>Index of the first token of the area before the head; the head's where it has none.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="names">The names before the head. A person of several words is no area, nor is another such body.</param>
    /// <param name="head">Index of the head.</param>
    /// <param name="floor">Index of the sentence's first token.</param>
    private static int AreaStart(Document doc, List<Mention> names, int head, int floor)
    {
        var other = names.FindLastIndex(name =>
            (name.Type == EntityType.Person && name.Span.In(doc.Text).Contains(' '))
            || Ends.Contains(Text(doc, doc.TokenAt(name.Span.End - 1))));
        var start = other < 0 ? 0 : names[other].Span.End;
        var first = head;
        while (first > floor && IsPart(doc, first - 1, floor) && doc.Tokens[first - 1].Span.Start >= start)
            first--;
        // Neither a link nor what only the start of a sentence writes large begins an area.
        while (first < head && (!doc.IsCapital(first) || (first == floor && IsStarter(doc, first))))
            first++;
        return first;
    }

    private static bool IsPart(Document doc, int at, int floor) =>
        IsPossessive(doc, at)
        || (doc.IsCapital(at) && (Gazetteer.Default.Find(Text(doc, at)) & WordLists.AnyTitle) == 0)
        || (at > floor && IsAnd(doc, at) && (doc.IsCapital(at - 1) || IsPossessive(doc, at - 1)))
        || (at > floor && Text(doc, at) is "of" && Institutions.Contains(Text(doc, at - 1)));

    /// <summary>The "'s" of "Guy's", the apostrophe of "Thomas'".</summary>
    private static bool IsPossessive(Document doc, int at) =>
        doc.Tokens[at].Kind == TokenKind.Clitic
        || (at > 0 && Text(doc, at) is "'" or "’" && doc.Tokens[at - 1].Span.End == doc.Tokens[at].Span.Start
            && Text(doc, at - 1) is [.., 's']);

    private static bool IsStarter(Document doc, int at) => (Gazetteer.Default.Find(Text(doc, at)) & WordLists.Starter) != 0;

    private static bool IsAnd(Document doc, int at) => Text(doc, at) is "and" or "&";

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
