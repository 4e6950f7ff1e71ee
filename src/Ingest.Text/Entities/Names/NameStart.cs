using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Extends a name by words before it that belong to it and that the tagger left out:
/// <code>
/// ship         := ("MV" | "HMS" | …) name                          "MV Lady of Skerrow"
/// organization := Capital+ "and" (name organization-head)          "Paper and (Allied Trades Union)"
///               | first-name ("and" | "&amp;") (first-name word* organization-head)      "Jane and (John Roe Foundation)"
///               | place "and" (place … shared)      "Hampshire and (Kent Health Board)"; not "Leeds and (Bradford City Council)"
///               | CAPITALS country, where it speaks                                     "according to HOPE (Ukraine)"
/// facility, organization := "Our" "Lady" "of" "the"? (name head)           "Our Lady of (Elm Hospital)"
/// law          := "the" name ("and" | "with") (name law-head)              "the Elm and (Vale Act)"
/// facility     := Capital+ ("and" | "of" "the"?) (name facility-head)      "Dome of the (Marsh Hall)"
/// </code>
/// </summary>
internal static class NameStart
{
    private const int MaxWords = 3;

    // Institutions that neighbouring counties share, by their last two words; councils are not among them, because each county has its
    // own, nor are those that PublicBody finds whole.
    private static readonly WordSet Shared = WordSet.AsWritten("Board Service");
    private static readonly WordSet BeforeShared = WordSet.AsWritten("Ambulance Cricket Health");

    /// <param name="doc">The document.</param>
    /// <param name="mention">A name.</param>
    /// <param name="floor">End of the name before, which this name must not include.</param>
    public static Mention Extend(Document doc, Mention mention, int floor)
    {
        var first = doc.TokenAt(mention.Span.Start);
        if (IsInitials(doc, first) && doc.TokenAt(mention.Span.End - 1) == first + 1)
            return mention with { Type = EntityType.Person };
        if (IsShip(doc, first)
            && doc.TokenAt(mention.Span.End - 1) is var end
            && end > first
            && !(mention.Type == EntityType.Person && end == first + 1))
            return mention with { Type = EntityType.Product };
        if (first == 0)
            return mention;
        if (IsShip(doc, first - 1) && doc.Tokens[first - 1].Span.Start >= floor)
            return new Mention(new TextSpan(doc.Tokens[first - 1].Span.Start, mention.Span.End), EntityType.Product);
        if (mention.Type == EntityType.Location && IsInCapitals(doc, first - 1) && doc.Tokens[first - 1].Span.Start >= floor
            && doc.Tokens[first - 1].Span.End == mention.Span.Start - 1 && IsBranch(doc, first - 1, mention.Span))
            return new Mention(new TextSpan(doc.Tokens[first - 1].Span.Start, mention.Span.End), EntityType.Organization);
        var last = doc.TokenAt(mention.Span.End - 1);
        if (OurLady(doc, first) is >= 0 and var our && doc.Tokens[our].Span.Start >= floor
            && (Lists(doc, last) & (WordLists.OrganizationHead | WordLists.FacilityHead)) != 0)
        {
            return new Mention(
                new TextSpan(doc.Tokens[our].Span.Start, mention.Span.End),
                mention.Type == EntityType.Organization ? EntityType.Organization : EntityType.Facility);
        }

        var head = mention.Type switch
        {
            EntityType.Organization => WordLists.OrganizationHead,
            EntityType.Facility => WordLists.FacilityHead,
            _ => WordLists.None,
        };
        if (last == first || (Lists(doc, last) & head) == 0)
            return mention;
        var start = StartOf(doc, first, floor, mention.Type == EntityType.Facility);
        return mention with { Span = new TextSpan(doc.Tokens[start].Span.Start, mention.Span.End) };
    }

    /// <summary>
    /// The type of the two mentions as one; null where they are two: "Bill and [Melinda Gates Foundation]", where the tagger took the other
    /// founder's first name for a person, "Hampshire and [Kent Health Board]", "UNICEF [Ukraine] said", "the Elm and [Vale Act]".
    /// </summary>
    /// <param name="doc">The document.</param>
    /// <param name="before">The name before the mention.</param>
    /// <param name="mention">A name.</param>
    public static EntityType? WholeOf(Document doc, Mention before, Mention mention)
    {
        var (first, last, other) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1), doc.TokenAt(before.Span.Start));
        if (IsLaw(doc, before, mention, other, last))
            return EntityType.Law;
        var isBody = (before.Type, mention.Type) switch
        {
            (EntityType.Person, EntityType.Organization) => other + 2 == first && last >= first + 2
                && Text(doc, first - 1) is "and" or "&"
                && IsFirstName(other)
                && IsFirstName(first)
                && (Lists(doc, last) & WordLists.OrganizationHead) != 0,
            (EntityType.Location, EntityType.Organization) => doc.Text.AsSpan(before.Span.End..mention.Span.Start) is " and "
                && IsShared(doc, last)
                && IsPlace(before.Span.In(doc.Text))
                && BeginsWithPlace(doc, first, last),
            (EntityType.Organization, EntityType.Location) =>
                before.Span.End == mention.Span.Start - 1 && IsBranch(doc, other, mention.Span),
            _ => false,
        };
        return isBody ? EntityType.Organization : null;

        bool IsFirstName(int token) => (Lists(doc, token) & WordLists.FirstName) != 0;
    }

    /// <summary>"the CHIPS and [Science Act]", "the Americans with [Disabilities Act]".</summary>
    private static bool IsLaw(Document doc, Mention before, Mention mention, int other, int last) =>
        (Lists(doc, last) & WordLists.LawHead) != 0
        && before.Type is not (EntityType.Person or EntityType.Location) && mention.Type is not (EntityType.Person or EntityType.Location)
        && other > 0 && Text(doc, other - 1) is "the" or "The"
        && doc.Text.AsSpan(before.Span.End..mention.Span.Start) is " and " or " with ";

    private static bool IsShared(Document doc, int last) =>
        Text(doc, last) is "Constabulary" || (Shared.Contains(Text(doc, last)) && BeforeShared.Contains(Text(doc, last - 1)));

    /// <summary>
    /// Whether capitals and a country are an organisation's branch, and not the country, speaking: "according to [HOPE Ukraine]", "[HOPE
    /// Ukraine] said".
    /// </summary>
    private static bool IsBranch(Document doc, int start, TextSpan country)
    {
        var behind = doc.TokenAt(country.End - 1) + 1;
        var speaks = behind < doc.Tokens.Count && (WordUses.Of(Text(doc, behind)) & WordUse.AnySaying) != 0;
        return (speaks || (start > 1 && Text(doc, start - 1) is "to" && Text(doc, start - 2) is "according" or "According"))
            && (start == 0 || (WordUses.Of(Text(doc, start - 1)) & WordUse.Determiner) == 0)
            && (Gazetteer.Default.Find(country.In(doc.Text)) & WordLists.Place) != 0;
    }

    /// <summary>Whether the token is only capitals, "HOPE", and no place or people.</summary>
    private static bool IsInCapitals(Document doc, int token) =>
        doc.Tokens[token].Span.Length > 2 && !Text(doc, token).ContainsAnyExceptInRange('A', 'Z')
        && (Lists(doc, token) & (WordLists.Place | WordLists.Town | WordLists.Demonym | WordLists.Group | WordLists.AnyTitle)) == 0;

    private static bool BeginsWithPlace(Document doc, int first, int last)
    {
        for (var end = first; end < last; end++)
        {
            if (IsPlace(doc.Text.AsSpan(doc.Tokens[first].Span.Start..doc.Tokens[end].Span.End)))
                return true;
        }

        return false;
    }

    private static bool IsPlace(ReadOnlySpan<char> name) => (Gazetteer.Default.Find(name) & (WordLists.Place | WordLists.Town)) != 0;

    private static int StartOf(Document doc, int first, int floor, bool isFacility)
    {
        var joint = first - 1;
        if (isFacility && joint > 0 && Text(doc, joint) is "the" && Text(doc, joint - 1) is "of")
            joint--;
        if (Text(doc, joint) is not "and" && !(isFacility && Text(doc, joint) is "of"))
            return first;
        var sentence = doc.Sentences[doc.SentenceAt(doc.Tokens[first].Span.Start)].FirstToken;
        var start = joint;
        while (start > sentence && joint - start < MaxWords && IsPart(doc, start - 1, floor))
            start--;
        // A capital at the start of a sentence tells nothing.
        var isSure = start < joint && (start > sentence || (Lists(doc, start) & (WordLists.Common | WordLists.Starter)) == 0);
        return isSure ? start : first;
    }

    /// <summary>Index of "Our" in "Our Lady of the [Marsh Hospital]"; -1 where she is not there.</summary>
    private static int OurLady(Document doc, int first)
    {
        var of = Text(doc, first - 1) is "the" ? first - 2 : first - 1;
        return of > 1 && Text(doc, of) is "of" && Text(doc, of - 1) is "Lady" && Text(doc, of - 2) is "Our" ? of - 2 : -1;
    }

    private static bool IsPart(Document doc, int token, int floor) =>
        doc.IsCapital(token) && doc.Tokens[token].Span.Start >= floor
        && (Lists(doc, token) & (WordLists.AnyTitle | WordLists.FirstName | WordLists.Named)) == 0;

    /// <summary>Whether the token is the initials of a person, and not a ship's: "MS Dhoni", "SS Iyer"; not "the MS Elena".</summary>
    private static bool IsInitials(Document doc, int token) =>
        Text(doc, token) is "MS" or "MT" or "SS" && token + 1 < doc.Tokens.Count
        && (Lists(doc, token + 1) & (WordLists.Surname | WordLists.FirstName)) != 0
        && !(token > 0 && Text(doc, token - 1) is "the" or "The" or "ship" or "liner" or "ferry" or "tanker" or "vessel" or "steamer");

    private static bool IsShip(Document doc, int token) =>
        Text(doc, token) is "MV" or "MS" or "MT" or "FV" or "SS" or "HMS" or "RMS" or "USS" or "USNS" or "HMAS" or "HMCS" or "HMNZS"
            or "INS"
        && token + 1 < doc.Tokens.Count && char.IsUpper(doc.Text[doc.Tokens[token + 1].Span.Start]);

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);

    private static WordLists Lists(Document doc, int token) => Gazetteer.Default.Find(Text(doc, token));
}
