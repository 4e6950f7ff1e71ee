using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Extends a name by words behind it that belong to it and that the tagger left out:
/// <code>
/// event        := ("the" | "a") place Capital* event-head      "the (Harrow) Climate Summit"; not "the England World Cup squad"
/// facility     := name facility-head | "St" name "'s" facility-head      "(Ann M. Roe) Bridge", "(St Giles)'s Cathedral"
/// organization := (… body "of" …) ("for" | "and") Capital+     "(Court of Arbitration) for Sport"; not "(Ministry of Justice) and President Roe"
///               | (name) "&amp;" Everyday+                       "(Acme) &amp; Sons", "(College of Trust) &amp; Estate Counsel"
///               | (… union "of" Capital+) Plurals             "(Association of Fire) Fighters President Roe"
///               | (INITIALS) "(" CAPITALS ")" | (… "Party" …) " (" wing ")"     "(EPA)(R)", without a blank; "(Elm Party) (Marxist)"
///               | ("University of" state) "," town                       "(University of Nevada), Las Vegas"
/// law          := name "'s" "Law"                              "(Tara)'s Law"; not "(Tara)'s Law Society"
///               | (place) ("Agreement" | "Protocol" | …)               "(Paris) Agreement"
/// </code>
/// The words behind "and" are usually written small and are no names of their own, as in "(Department of Health) and Social Care".
/// </summary>
internal static class NameEnd
{
    private const int MaxWords = 3;

    // With a capital, right behind a name, these belong to that name.
    private static readonly WordSet Buildings = WordSet.AsWritten(
        "Airport Arena Bridge Cathedral Hospital Jail Mosque Museum Prison Stadium Tower Tunnel");

    // Bodies whose field, as in "Department of Health", may continue behind "and".
    private static readonly WordSet BodiesOf = WordSet.AsWritten(
        "Agency Bureau Commission Committee Court Department Institute Ministry Office");

    // What states agree on; before one of these, a place is where they did.
    private static readonly WordSet Treaties = WordSet.AsWritten("Accord Accords Agreement Conventions Declaration Protocol Treaty");

    private static readonly WordSet Wings = WordSet.AsWritten("Marxist Maoist Marxist-Leninist Leninist");

    // States whose university has campuses that are named by their towns.
    private static readonly WordSet StatesOfCampuses = WordSet.AsWritten(
        """
        Alabama Alaska Arkansas California Colorado Hawaii Illinois Maryland Massachusetts Michigan Minnesota Missouri Nebraska Nevada
        Texas
        """);

    private static readonly WordSet Articles = WordSet.AsWritten("the The a A");

    /// <param name="doc">The document.</param>
    /// <param name="mention">A name.</param>
    /// <param name="ceiling">Start of the next name, which this name must not include.</param>
    public static Mention Extend(Document doc, Mention mention, int ceiling) => mention.Type switch
    {
        _ when ToLaw(doc, mention) is { } law => law,
        EntityType.Person => ToBuilding(doc, mention, ceiling),
        EntityType.Location => ToEvent(doc, ToBuilding(doc, mention, ceiling)),
        EntityType.Organization =>
            ToWing(doc, ToUnion(doc, ToWholeBody(doc, ToOthers(doc, ToCampus(doc, mention), ceiling), ceiling), ceiling)),
        _ => mention,
    };

    /// <summary>"(Tara)'s Law", "(Paris) Agreement"; not "(Elm) Declaration of Independence".</summary>
    private static Mention? ToLaw(Document doc, Mention mention)
    {
        var clitic = doc.TokenAt(mention.Span.End - 1) + 1;
        if (mention.Type == EntityType.Location && clitic < doc.Tokens.Count && Treaties.Contains(Text(doc, clitic))
            && doc.Tokens[clitic].Span.Start == mention.Span.End + 1 && doc.Text[mention.Span.End] == ' '
            && (clitic + 1 == doc.Tokens.Count || !doc.IsCapital(clitic + 1))
            && !(clitic + 2 < doc.Tokens.Count && Text(doc, clitic + 1) is "of" && doc.IsCapital(clitic + 2)))
            return new Mention(new TextSpan(mention.Span.Start, doc.Tokens[clitic].Span.End), EntityType.Law);
        return mention.Type is EntityType.Person or EntityType.Organization or EntityType.Location
            && clitic + 1 < doc.Tokens.Count && doc.Tokens[clitic].Kind == TokenKind.Clitic && Text(doc, clitic + 1) is "Law"
            && (clitic + 2 == doc.Tokens.Count || !doc.IsCapital(clitic + 2))
            ? new Mention(new TextSpan(mention.Span.Start, doc.Tokens[clitic + 1].Span.End), EntityType.Law) : null;
    }

    /// <summary>Adds words behind "&amp;" that are no name of their own: "(College of Trust) &amp; Estate Counsel".</summary>
    private static Mention ToOthers(Document doc, Mention mention, int ceiling)
    {
        var sign = doc.TokenAt(mention.Span.End - 1) + 1;
        if (sign + 1 >= doc.Tokens.Count
            || doc.Text.AsSpan(mention.Span.End..doc.Tokens[sign + 1].Span.Start) is not " & ")
            return mention;
        var end = sign + 1;
        while (end < doc.Tokens.Count && end - sign <= MaxWords && doc.IsCapital(end) && doc.Tokens[end].Span.End <= ceiling
            && (Gazetteer.Default.Find(Text(doc, end)) & (WordLists.Common | WordLists.FirstName | WordLists.Named)) == WordLists.Common)
            end++;
        return end > sign + 1 && (end == doc.Tokens.Count || !doc.IsCapital(end))
            ? mention with { Span = new TextSpan(mention.Span.Start, doc.Tokens[end - 1].Span.End) } : mention;
    }

    /// <summary>Adds the town of a campus: "(University of Nevada), Las Vegas".</summary>
    private static Mention ToCampus(Document doc, Mention mention)
    {
        var (first, comma) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1) + 1);
        if (comma - first != 3 || comma + 1 >= doc.Tokens.Count || Text(doc, comma) is not "," || Text(doc, first) is not "University"
            || !StatesOfCampuses.Contains(Text(doc, comma - 1)))
            return mention;
        for (var end = Math.Min(doc.Tokens.Count, comma + 1 + MaxWords); end > comma + 1; end--)
        {
            var town = doc.SpanOf(comma + 1, end);
            if (doc.IsCapital(end - 1) && (Gazetteer.Default.Find(town.In(doc.Text)) & WordLists.Town) != 0)
                return mention with { Span = new TextSpan(mention.Span.Start, town.End) };
        }

        return mention;
    }

    /// <summary>Adds the wing of a party: "(EPA)(R)", "(Elm Party) (Marxist)".</summary>
    private static Mention ToWing(Document doc, Mention mention)
    {
        const int longest = 3;   // letters
        var open = doc.TokenAt(mention.Span.End - 1) + 1;
        if (open + 2 >= doc.Tokens.Count || Text(doc, open) is not "(" || Text(doc, open + 2) is not ")")
            return mention;
        var name = mention.Span.In(doc.Text);
        var wing = Text(doc, open + 1);
        var isWing = doc.Tokens[open].Span.Start == mention.Span.End
            ? wing.Length <= longest && !wing.ContainsAnyExceptInRange('A', 'Z') && !name.ContainsAnyExceptInRange('A', 'Z')
            : Wings.Contains(wing) && name.Contains("Party", StringComparison.Ordinal);
        return isWing ? mention with { Span = new TextSpan(mention.Span.Start, doc.Tokens[open + 2].Span.End) } : mention;
    }

    /// <summary>Adds a plural with a capital right behind a name such as "Association of Fire": the members.</summary>
    private static Mention ToUnion(Document doc, Mention mention, int ceiling)
    {
        var (first, next) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1) + 1);
        if (next >= doc.Tokens.Count || Text(doc, next) is not [_, _, .., not 's', 's'] || !doc.IsCapital(next)
            || doc.Tokens[next].Span.End > ceiling || doc.Tokens[next].Span.Start != mention.Span.End + 1
            || (Gazetteer.Default.Find(Text(doc, next)) & (WordLists.AnyTitle | WordLists.Named | WordLists.AnyHead)) != 0)
            return mention;
        for (var i = first; i + 1 < next; i++)
        {
            if (BrokenName.IsUnion(Text(doc, i)) && Text(doc, i + 1) is "of")
                return mention with { Span = new TextSpan(mention.Span.Start, doc.Tokens[next].Span.End) };
        }

        return mention;
    }

    private static Mention ToBuilding(Document doc, Mention mention, int ceiling)
    {
        var head = doc.TokenAt(mention.Span.End - 1) + 1;
        if (head + 1 < doc.Tokens.Count
            && doc.Tokens[head].Kind == TokenKind.Clitic
            && mention.Span.In(doc.Text) is ['S', 't', ' ' or '.', ..])
            head++;
        return head < doc.Tokens.Count
            && Buildings.Contains(Text(doc, head))
            && doc.Tokens[head].Span.End <= ceiling
            && EndsThere(doc, head + 1)
            && doc.Tokens[head].Span.Start == doc.Tokens[head - 1].Span.End + 1
            ? new Mention(new TextSpan(mention.Span.Start, doc.Tokens[head].Span.End), EntityType.Facility) : mention;
    }

    private static Mention ToEvent(Document doc, Mention mention)
    {
        var first = doc.TokenAt(mention.Span.Start);
        if (first == 0 || !Articles.Contains(Text(doc, first - 1)))
            return mention;
        var end = doc.TokenAt(mention.Span.End - 1) + 1;
        for (var last = end; last < doc.Tokens.Count && last - end < MaxWords && doc.IsCapital(last); last++)
        {
            if ((Gazetteer.Default.Find(Text(doc, last)) & WordLists.EventHead) != 0 && EndsThere(doc, last + 1))
                return new Mention(new TextSpan(mention.Span.Start, doc.Tokens[last].Span.End), EntityType.Event);
        }

        return mention;
    }

    private static Mention ToWholeBody(Document doc, Mention mention, int ceiling)
    {
        var joint = doc.TokenAt(mention.Span.End - 1) + 1;
        if (joint + 1 >= doc.Tokens.Count || Text(doc, joint) is not ("for" or "and") || !IsBodyOf(doc, mention.Span))
            return mention;
        var last = joint;
        while (last + 1 < doc.Tokens.Count && last - joint < MaxWords && doc.IsCapital(last + 1) && doc.Tokens[last + 1].Span.End <= ceiling
            && IsPlain(doc, last + 1, Text(doc, joint) is "and"))
            last++;
        var isWhole = last > joint && (last + 1 == doc.Tokens.Count || !doc.IsCapital(last + 1));
        return isWhole ? mention with { Span = new TextSpan(mention.Span.Start, doc.Tokens[last].Span.End) } : mention;
    }

    private static bool IsBodyOf(Document doc, TextSpan span)
    {
        for (var i = doc.TokenAt(span.Start); i < doc.TokenAt(span.End - 1); i++)
        {
            if (BodiesOf.Contains(Text(doc, i)) && Text(doc, i + 1) is "of")
                return true;
        }

        return false;
    }

    private static bool IsPlain(Document doc, int token, bool isListed)
    {
        var lists = Gazetteer.Default.Find(Text(doc, token));
        return (lists & (WordLists.AnyTitle | WordLists.FirstName | WordLists.Named)) == 0
            && (!isListed || (lists & WordLists.Common) != 0);
    }

    private static bool EndsThere(Document doc, int next) =>
        next == doc.Tokens.Count
            || doc.Tokens[next].Kind == TokenKind.Punctuation
            || (!doc.IsCapital(next) && WordUses.Of(Text(doc, next)) != WordUse.None);

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
