using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds bodies that are named for three fields and more, which the tagger breaks at the commas:
/// <code>
/// body   := chamber? fields head               "Senate Roads, Harbours and Ferries Committee"
///         | (… head ("of" | "for" | "on") …) fields     "(Department for Roads), Harbours and the Coast"
/// fields := field ("," field)+ ","? "and" "the"? field
/// field  := plain Capital+ ("and" plain Capital+)?
/// </code>
/// The words of a field are usually written small and are no names of their own: "Ministry of Roads, Jane Roe and Elm" is none.
/// </summary>
internal static class BodyOfFields
{
    /// <summary>In words: "Business, Energy and Industrial Strategy".</summary>
    private const int LongestField = 3;

    private const int LeastFields = 3;

    private static readonly WordSet Heads = WordSet.AsWritten(
        "Agency Bureau Commission Committee Court Department Directorate Institute Ministry Office Secretariat Subcommittee");

    // What is named for its fields first.
    private static readonly WordSet LastHeads = WordSet.AsWritten("Commission Committee Department Directorate Ministry Subcommittee");

    // What else is no field: "Ministry of Roads, Rail and the Arts Council" is two bodies.
    private static readonly WordSet OtherHeads = WordSet.AsWritten("Association Board Council Fund Service Trust Union");

    private static readonly WordSet Chambers = WordSet.AsWritten("Assembly Commons House Lords Parliament Senate");

    /// <summary>The mentions with the bodies, which replace names inside them; in order, without overlap.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions) => mentions.With(Find(doc, mentions), EntityType.Organization);

    private static List<TextSpan> Find(Document doc, List<Mention> mentions)
    {
        var bodies = new List<TextSpan>();
        var next = 0;
        foreach (var sentence in doc.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (!Heads.Contains(Text(doc, i)))
                    continue;
                while (next < mentions.Count && mentions[next].Span.End <= doc.Tokens[i].Span.Start)
                    next++;
                TextSpan? known = next < mentions.Count && mentions[next].Type == EntityType.Organization
                    && mentions[next].Span.Contains(doc.Tokens[i].Span) ? mentions[next].Span : null;
                if (LastHeads.Contains(Text(doc, i)) && StartOfFields(doc, i, sentence.FirstToken) is var first && first < i)
                {
                    if (known is null || known.Value.Start > doc.Tokens[first].Span.Start)
                        bodies.Add(new TextSpan(doc.Tokens[first].Span.Start, doc.Tokens[i].Span.End));
                }
                else if (known is { Start: var start } && EndOfFields(doc, i, sentence.EndToken) is > 0 and var end)
                {
                    bodies.Add(new TextSpan(start, doc.Tokens[end - 1].Span.End));
                    i = end - 1;
                }
            }
        }

        return bodies;
    }

    /// <summary>
    /// Index of the first token of the fields before the head, and of the chamber before them; the head's where it has none.
    /// </summary>
    public static int StartOfFields(Document doc, int head, int floor)
    {
        var (start, at, number) = (head, head, 0);
        for (var isLast = true; StartOfField(doc, at, floor) is var first && first < at; isLast = false)
        {
            (start, number) = (first, number + 1);
            var link = first - 1;
            if (link <= floor || Text(doc, link) is not ("," or "and") || (isLast && Text(doc, link) is ","))
                break;
            at = isLast && Text(doc, link - 1) is "," ? link - 1 : link;
            if (!isLast && Text(doc, link) is "and")
                number--;   // within a field: "Health and Human Services"
        }

        return number < LeastFields ? head : start > floor && Chambers.Contains(Text(doc, start - 1)) ? start - 1 : start;
    }

    private static int StartOfField(Document doc, int end, int floor)
    {
        var first = end;
        while (first > floor && end - first < LongestField && IsPlain(doc, first - 1))
            first--;
        return first;
    }

    /// <summary>Index behind the fields that follow the head; 0 where none do.</summary>
    private static int EndOfFields(Document doc, int head, int limit)
    {
        if (head + 1 >= limit || Text(doc, head + 1) is not ("of" or "for" or "on"))
            return 0;
        // What stands right behind "of" is surely a field, so it may be a word that no list knows.
        var (end, at, hasComma, number) = (0, EndOfField(doc, head + 2, limit, WordLists.None), false, 1);
        while (at > 0 && at + 1 < limit && Text(doc, at) is "," or "and")
        {
            var (next, mayEnd) = (at + 1, Text(doc, at) is "and");
            hasComma |= !mayEnd;
            if (!mayEnd && Text(doc, next) is "and")
                (next, mayEnd) = (next + 1, true);
            if (mayEnd && next < limit && Text(doc, next) is "the")
                next++;
            (at, number) = (EndOfField(doc, next, limit, WordLists.Common), number + 1);
            if (mayEnd && hasComma && number >= LeastFields && at > 0 && (at == doc.Tokens.Count || !doc.IsCapital(at)))
                end = at;
        }

        return end;
    }

    /// <summary>Index behind the field, whose words stand in those lists; 0 where none begins there.</summary>
    private static int EndOfField(Document doc, int first, int limit, WordLists lists)
    {
        var end = first;
        while (end < limit && end - first < LongestField && IsPlain(doc, end) && (Gazetteer.Default.Find(Text(doc, end)) & lists) == lists)
            end++;
        return end > first ? end : 0;
    }

    private static bool IsPlain(Document doc, int token)
    {
        var lists = Gazetteer.Default.Find(Text(doc, token));
        return doc.IsCapital(token) && !Heads.Contains(Text(doc, token)) && !OtherHeads.Contains(Text(doc, token))
            && (lists & (WordLists.AnyTitle | WordLists.Starter)) == 0
            && ((lists & WordLists.Named) == 0 || Portfolio.IsNamed(Text(doc, token)))
            && ((lists & WordLists.Common) != 0 || (lists & (WordLists.FirstName | WordLists.Surname)) == 0);
    }

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
