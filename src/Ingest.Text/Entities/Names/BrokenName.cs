using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Joins the pieces of a name that the tagger broke. It may break a name where the article often names one of the pieces alone:
/// <code>
/// whole := name ("of" | "of the") (place | organization)        "University of" "Leeds"
///        | place head "of" …                                    "Auckland" "University of Technology"
///        | "St." name                                              "St." "Anne's Church"
///        | name place company-form                              "Acme" "Nigeria Limited"
///        | people union "of" …                                  "American" "Federation of Teachers"; not "German" "Federation of …"
///        | head head+ place | … "College" place                 "University College" "London", "Imperial College" "London"
///        | person prize …                                       "Pat Roe" "Award for Service"
///        | university place                                     "UC" "Santa Barbara"; also where the two were taken for one other thing
///        | place name, by <see cref="NamedForPlace"/>           "Columbia" "University"
/// </code>
/// A name that ends in a small word and continues in none of these ways loses that word. A name of only small words is no name.
/// </summary>
internal static class BrokenName
{
    // Heads for what people of a trade form; it is theirs by its name, where the name is English from its first word.
    private static readonly WordSet Unions = WordSet.AsWritten(
        "Alliance Association Brotherhood Confederation Federation Guild League Society Union");
    private static readonly WordSet Peoples = WordSet.AsWritten("American Australian British Canadian English Irish Scottish Welsh");

    // Universities of several places.
    private static readonly WordSet Universities = WordSet.AsWritten("CSU CUNY SUNY UC UMass UNC UT");

    /// <summary>The mentions with broken names joined; in order, without overlap.</summary>
    public static List<Mention> Mend(Document doc, List<Mention> mentions)
    {
        var mended = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (mended.Count > 0 && IsNext(doc, mended[^1], mention) && WholeOf(doc, mended[^1], mention) is { } type)
                mended[^1] = new Mention(new TextSpan(mended[^1].Span.Start, mention.Span.End), type);
            else
            {
                Trim(doc, mended);
                mended.Add(IsCampus(doc, mention) ? mention with { Type = EntityType.Organization } : mention);
            }
        }

        Trim(doc, mended);
        return mended;
    }

    private static bool IsNext(Document doc, Mention mention, Mention next) =>
        next.Span.Start == mention.Span.End + 1 && doc.Text[mention.Span.End] == ' ';

    /// <summary>The type of the two as one; null where they are two.</summary>
    private static EntityType? WholeOf(Document doc, Mention mention, Mention next)
    {
        if (EndsInOf(doc, mention.Span))
            return next.Type is EntityType.Location or EntityType.Organization ? mention.Type : null;
        var isWhole = (mention.Type, next.Type) switch
        {
            (EntityType.Location, EntityType.Organization) => BeginsWithHeadOf(doc, next.Span),
            (EntityType.Organization, EntityType.Location) => IsAllHeads(doc, mention.Span) || IsCollege(doc, mention.Span)
                || Universities.Contains(mention.Span.In(doc.Text)),
            (EntityType.Group, EntityType.Organization) => BeginsWithUnionOf(doc, next.Span) && Peoples.Contains(mention.Span.In(doc.Text)),
            _ => false,
        };
        if (mention.Span.In(doc.Text) is "St" or "St."
            && next.Type is EntityType.Organization or EntityType.Facility or EntityType.Location)
            return next.Type;
        if (next.Type == EntityType.Organization && IsBranch(doc, next.Span)
            && mention.Type is EntityType.Organization or EntityType.Person or EntityType.Location or EntityType.Product)
            return EntityType.Organization;
        if (mention.Type == EntityType.Person && BeginsWithPrize(doc, next.Span)
            && next.Type is EntityType.Organization or EntityType.Event or EntityType.Misc)
            return EntityType.Event;
        return isWhole ? EntityType.Organization : NamedForPlace.WholeOf(doc, mention, next);
    }

    /// <summary>Cuts small words, dashes and a comma off the end of the last mention.</summary>
    private static void Trim(Document doc, List<Mention> mended)
    {
        if (mended.Count == 0)
            return;
        var (first, last) = (doc.TokenAt(mended[^1].Span.Start), doc.TokenAt(mended[^1].Span.End - 1));
        var end = last;
        while (end >= first
            && doc.TextOf(doc.Tokens[end]) is "of" or "the" or "The" or "for" or "and" or "," or "-" or "–" or "—" or "―" or "\uFFFD")
            end--;
        if (end < first)
            mended.RemoveAt(mended.Count - 1);
        else if (end < last)
            mended[^1] = mended[^1] with { Span = new TextSpan(mended[^1].Span.Start, doc.Tokens[end].Span.End) };
    }

    private static bool EndsInOf(Document doc, TextSpan span)
    {
        var (first, last) = (doc.TokenAt(span.Start), doc.TokenAt(span.End - 1));
        if (last > first && doc.TextOf(doc.Tokens[last]) is "the")
            last--;
        return doc.TextOf(doc.Tokens[last]) is "of";
    }

    private static bool BeginsWithHeadOf(Document doc, TextSpan span)
    {
        var (first, last) = (doc.TokenAt(span.Start), doc.TokenAt(span.End - 1));
        return last > first && IsHead(doc, first) && doc.TextOf(doc.Tokens[first + 1]) is "of";
    }

    /// <summary>Whether the mention is a campus such as "UC Davis", whatever its type.</summary>
    private static bool IsCampus(Document doc, Mention mention) =>
        mention.Type is EntityType.Person or EntityType.Location && mention.Span.In(doc.Text) is var name
        && name.IndexOf(' ') is > 0 and var blank && Universities.Contains(name[..blank])
        && (Gazetteer.Default.Find(name[(blank + 1)..]) & (WordLists.Place | WordLists.Town)) != 0;

    /// <summary>"Nigeria Limited", which is some firm's.</summary>
    private static bool IsBranch(Document doc, TextSpan span)
    {
        var (first, last) = (doc.TokenAt(span.Start), doc.TokenAt(span.End - 1));
        return last > first && ThingKinds.IsForm(doc.TextOf(doc.Tokens[last]))
            && (Gazetteer.Default.Find(doc.Text.AsSpan(span.Start..doc.Tokens[last - 1].Span.End)) & WordLists.Place) != 0;
    }

    private static bool IsCollege(Document doc, TextSpan span) => span.In(doc.Text).EndsWith(" College", StringComparison.Ordinal);

    private static bool BeginsWithUnionOf(Document doc, TextSpan span)
    {
        var first = doc.TokenAt(span.Start);
        return first < doc.TokenAt(span.End - 1) && IsUnion(doc.TextOf(doc.Tokens[first])) && doc.TextOf(doc.Tokens[first + 1]) is "of";
    }

    /// <summary>Whether the head is a word for people who have joined: "Federation".</summary>
    public static bool IsUnion(ReadOnlySpan<char> head) => Unions.Contains(head);

    private static bool BeginsWithPrize(Document doc, TextSpan span) =>
        doc.TextOf(doc.Tokens[doc.TokenAt(span.Start)]) is "Award" or "Fellowship" or "Medal" or "Prize";

    private static bool IsHead(Document doc, int token) =>
        (Gazetteer.Default.Find(doc.TextOf(doc.Tokens[token])) & WordLists.OrganizationHead) != 0;

    private static bool IsAllHeads(Document doc, TextSpan span)
    {
        var (first, last) = (doc.TokenAt(span.Start), doc.TokenAt(span.End - 1));
        for (var i = first; i <= last; i++)
        {
            if (!IsHead(doc, i))
                return false;
        }

        return last > first;
    }
}
