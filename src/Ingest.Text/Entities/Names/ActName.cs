using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds the whole names of acts and bills, which the tagger breaks at their small words, and at persons and places in them:
/// <code>
/// act  := Capital+ (link Capital+)* ("Act" | "Bill")      "Roads and Harbours Act", "Jane Roe Justice in Towing Act"
///       | Capital+ (link Capital+)* (… "Treaty" | …)     "North American (Fog Treaty)"
/// link := ","? "and" | "," | "&amp;" | "of" | "for" | "in" | …     a comma only before an "and": "Fish, Boat, and Harbour Act"
/// </code>
/// A headline is all capitals and tells nothing. "Ministers of Elm and Roads Act" begins at no place, person or day.
/// </summary>
internal static class ActName
{
    /// <summary>In words, small ones among them.</summary>
    private const int MaxWords = 16;

    private static readonly WordSet Heads = WordSet.AsWritten("Act Bill");

    // What firms agree on, too: only a known one is completed.
    private static readonly WordSet OtherHeads = WordSet.AsWritten("Accord Accords Agreement Pact Protocol Treaty");

    private static readonly WordSet Links = WordSet.AsWritten("against by for from in of on or to with");

    // Say which bill and not its name, or whose it is.
    private static readonly WordSet NoNames = WordSet.AsWritten(
        """
        Amending Amendment Appropriations Assembly Assent Balancing Bill Bipartisan Class Committee Commons Draft Final First Government
        House Lords Member Members New Opening Opposition Parliament Private Royal Second Senate Sister State Third Treasury
        """);

    // Whose the law is.
    private static readonly WordSet Owners = WordSet.AsWritten("EU U.K. U.S. UK US");

    /// <summary>The mentions with the acts, which replace names inside them; in order, without overlap.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        var acts = new List<TextSpan>();
        var next = 0;
        foreach (var sentence in doc.Sentences)
        {
            SentenceCase? written = null;
            for (var head = sentence.FirstToken + 1; head < sentence.EndToken; head++)
            {
                if (!(Heads.Contains(Text(doc, head)) || OtherHeads.Contains(Text(doc, head))) || !doc.IsCapital(head - 1))
                    continue;
                if ((written ??= SentenceCases.Of(doc, sentence)) != SentenceCase.Normal)
                    break;
                while (next < mentions.Count && mentions[next].Span.End <= doc.Tokens[head].Span.Start)
                    next++;
                Mention? known = next < mentions.Count && mentions[next].Span.Contains(doc.Tokens[head].Span) ? mentions[next] : null;
                if ((known is { Type: EntityType.Law }
                        || (known is null or { Type: EntityType.Organization } && Heads.Contains(Text(doc, head))))
                    && ActAt(doc, sentence.FirstToken, head, known?.Span, mentions) is { } act)
                    acts.Add(act);
            }
        }

        return mentions.With(acts, EntityType.Law);
    }

    /// <summary>The act that ends with the head and its year; null where none does, or it is known as a longer name.</summary>
    private static TextSpan? ActAt(Document doc, int floor, int head, TextSpan? known, List<Mention> mentions)
    {
        var first = StartOf(doc, floor, head, mentions);
        if (first == head || head - first > MaxWords || (first == head - 1 && NoNames.Contains(Text(doc, first))))
            return null;
        var end = YearEnd(doc, head);
        if (end == head + 1 && end < doc.Tokens.Count && doc.IsCapital(end))
            return null;
        var act = doc.SpanOf(first, end);
        return known is null || act.Contains(known.Value) ? act : null;
    }

    /// <summary>Index behind the head and its year: "Act 1993", "Act, 1993", "Act of 1993".</summary>
    private static int YearEnd(Document doc, int head)
    {
        var year = head + 1 < doc.Tokens.Count && Text(doc, head + 1) is "," or "of" ? head + 2 : head + 1;
        return year < doc.Tokens.Count && Text(doc, year) is ['1' or '2', _, _, _] digits && !digits.ContainsAnyExceptInRange('0', '9')
            ? year + 1 : head + 1;
    }

    private static int StartOf(Document doc, int floor, int head, List<Mention> mentions)
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
            else if (!Links.Contains(Text(doc, i)) && !(hasAnd && Text(doc, i) is ","))
            {
                break;
            }

            if (left < floor || start > i + 1 || !IsPart(doc, left) || EndsOther(doc, left, mentions))
                break;
            i = left;
        }

        while (start < head && start == floor && IsNoStart(Text(doc, start)))
            start = ++floor;
        return start;
    }

    private static bool IsPart(Document doc, int token) => doc.IsCapital(token) && !Heads.Contains(Text(doc, token))
        && Text(doc, token) is not "The" && !Owners.Contains(Text(doc, token));

    /// <summary>Whether a name that is none of an act's ends with the token.</summary>
    private static bool EndsOther(Document doc, int token, List<Mention> mentions)
    {
        var end = doc.Tokens[token].Span.End;
        var other = mentions.Find(mention => mention.Span.End == end);
        return other.Span.Length > 0 && (other.Type is EntityType.Person or EntityType.Location or EntityType.Date or EntityType.Law
            || (Gazetteer.Default.Find(other.Span.In(doc.Text)) & WordLists.Organization) != 0);
    }

    /// <summary>Whether a sentence that begins with the word need not name anything by it: "Under Elm Act".</summary>
    private static bool IsNoStart(ReadOnlySpan<char> word) =>
        (WordUses.Of(word) & WordUse.Determiner) != 0 || (Gazetteer.Default.Find(word) & WordLists.Starter) != 0;

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
