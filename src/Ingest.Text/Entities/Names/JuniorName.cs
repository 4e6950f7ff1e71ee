using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Names with a word for the son or the father of the same name: adds one behind a comma, "(Jane Roe, Sr.)", and splits two people with
/// one between them, which ends the first one's name and the sentence: "He beat (Davy Hollis Jr.) (Berg) smiled".
/// </summary>
internal static class JuniorName
{
    private static readonly WordSet Generations = WordSet.AsWritten("Jr. Jr Sr. Sr II III IV");

    /// <summary>The mentions with whole people in place of such names and of their parts; in order, without overlap.</summary>
    public static List<Mention> Apply(Document doc, List<Mention> mentions)
    {
        var people = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (people.Count > 0 && mention.Span.Start < people[^1].Span.End)
                continue;   // the "Jr." that the tagger took for somebody else
            if (mention.Type != EntityType.Person)
            {
                people.Add(mention);
            }
            else if (EndOfFirst(doc, mention.Span) is > 0 and var end)
            {
                people.Add(mention with { Span = new TextSpan(mention.Span.Start, doc.Tokens[end - 1].Span.End) });
                people.Add(mention with { Span = new TextSpan(doc.Tokens[end].Span.Start, mention.Span.End) });
            }
            else
            {
                people.Add(mention with { Span = new TextSpan(mention.Span.Start, EndBehindComma(doc, mention.Span)) });
            }
        }

        return people;
    }

    /// <summary>Index behind the surname of the name in these tokens: before "Jr.", and the comma before it.</summary>
    public static int SurnameEnd(Document doc, int first, int end)
    {
        if (end - first < 3 || !Generations.Contains(doc.TextOf(doc.Tokens[end - 1])))
            return end;
        return doc.TextOf(doc.Tokens[end - 2]) is "," ? end - 2 : end - 1;
    }

    /// <summary>Where the name ends together with a "Jr." that a comma parts from it; its own end where none does.</summary>
    private static int EndBehindComma(Document doc, TextSpan name)
    {
        var comma = doc.TokenAt(name.End - 1) + 1;
        if (comma + 1 >= doc.Tokens.Count || doc.TextOf(doc.Tokens[comma]) is not ","
            || !(name.In(doc.Text).Contains(' ') || IsBehindTitle(doc, doc.TokenAt(name.Start))))
            return name.End;
        var generation = doc.TextOf(doc.Tokens[comma + 1]);
        // "Roe, II Corps"
        var isWhole = generation.EndsWith('.') || comma + 2 == doc.Tokens.Count || !doc.IsCapital(comma + 2);
        return isWhole && Generations.Contains(generation) ? doc.Tokens[comma + 1].Span.End : name.End;
    }

    /// <summary>"President [Roe], Jr."</summary>
    private static bool IsBehindTitle(Document doc, int first) =>
        first > 0 && doc.IsCapital(first - 1) && (Gazetteer.Default.Find(doc.TextOf(doc.Tokens[first - 1])) & WordLists.AnyTitle) != 0;

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
