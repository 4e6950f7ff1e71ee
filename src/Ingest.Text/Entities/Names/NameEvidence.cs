using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// The type that the words beside a name show, whatever type the tagger gave it:
/// <code>
/// person       := (address | "the Hon") NAME | human "," First Last ","                 "Mr Roe", "a spokeswoman, Jane Roe,"
///               | First Last "," ("who" | age "," | article word* human | title "of")
///                                                                       "Jane Roe, who", "Jane Lake, a pollster"; not "Leeds United, who"
///               | human First Last | First Last says | says First Last    "boxer Joe Plant", "Jane Lake said"; not "Elm Bank said"
/// organization := kind ","? NAME | NAME "'s"? part | NAME kind            "retailer Acme", "Acme's shares", "the Acme company"
///               | loose-kind NAME | NAME "'s"? loose-part                 "the newspaper Acme", "Acme's website"; not "Roe's website"
///               | place "-based" NAME | NAME "," "based in"               "Elm-based Acme"
///               | NAME "," article word* kind                             "Acme, a small drug maker", "Acme, a charity"
///               | (listed INITIALS | NAME plan) says | INITIALS human    "the ODI said", "the Elm Roads Programme said", "MFA spokesman"
/// event        := storm Name                                              "cyclone Dolly"
/// product      := NAME craft                                              "the Kestrel rocket"
/// work         := ("the" | "a" | "her" | …) art NAME                      "the song Lakeside"; not "the film Roe made"
/// misc         := word+ "(" INITIALS ")"                                "a return on investment (ROI)", "Safe Transport Act (STA)"
///               | "good" greeting ","? First                           "Good morning, Jane"
/// location     := ("county" | "counties" | "Co") NAME                    "county Elm"
///               | NAME region | NAME "," article word* region preposition "Etna volcano", "Elm, a small town near"
/// </code>
/// </summary>
internal static class NameEvidence
{
    private static readonly WordSet Addresses = WordSet.AsWritten(
        "Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Dame Alhaja Alhaji Hajia Hajiya Malam Mallam Otunba");

    private static readonly WordSet Kinds = WordSet.AsWritten(
        """
        company firm giant retailer bank insurer airline carrier maker carmaker automaker chipmaker drugmaker manufacturer startup
        start-up subsidiary broadcaster publisher brewer developer conglomerate lender supplier brokerage utility telecom
        """);

    // Behind "Acme, a": before the name they may be anybody's, "the charity Roe leads".
    private static readonly WordSet KindsOf = WordSet.AsWritten(
        "alliance association charity coalition federation foundation group NGO nonprofit non-profit organisation organization union");

    private static readonly WordSet Speakers = WordSet.AsWritten("leader official officials spokesman spokesperson spokeswoman");

    // A surname may follow one of these, too: "The party Roe leads".
    private static readonly WordSet LooseKinds = WordSet.AsWritten("charity magazine network newspaper party tabloid website");

    private static readonly WordSet Storms = WordSet.AsWritten("cyclone hurricane storm typhoon");

    private static readonly WordSet Crafts = WordSet.AsWritten("booster missile rocket spacecraft spaceplane telescope torpedo");

    private static readonly WordSet Arts = WordSet.AsWritten("album film movie musical novel poem sitcom song videogame");

    private static readonly WordSet Parts = WordSet.AsWritten(
        """
        shares stock shareholders stockholders subsidiary subsidiaries customers employees executives stores flights factories plant
        plants headquarters profits revenue revenues earnings
        """);

    // Nouns for people that are also nouns for firms, clubs or places.
    private static readonly WordSet NotOnlyHuman = WordSet.AsWritten(
        """
        broadcaster builder champion challenger chief contender contractor customer developer donor employer guest head host investor
        keeper landlord leader maker manager member newcomer operator opponent owner partner patron producer publisher rival shareholder
        spouse successor supplier survivor tenant vendor victim winner candidate
        """);

    // A person may have one of these, too: "Roe's website".
    private static readonly WordSet LooseParts = WordSet.AsWritten(
        "CEO chairman chairwoman spokesman spokeswoman spokesperson app website users subscribers board shareholder investors");

    private static readonly WordSet KindsBehind = WordSet.AsWritten(
        "airline brewery company conglomerate correspondent firm grocery magazine newspaper reporter subsidiary supermarket");

    private static readonly WordSet RegionsBehind = WordSet.AsWritten(
        "neighborhood neighbourhood peninsula province suburb township village volcano");

    private static readonly WordSet Regions = WordSet.AsWritten(
        "city district hamlet island municipality neighborhood neighbourhood port province region resort suburb town township village");

    private static readonly WordSet Counties = WordSet.AsWritten("Co Co. counties county");

    private static readonly WordSet Greetings = WordSet.AsWritten("afternoon day evening morning");

    private static readonly WordSet Prepositions = WordSet.AsWritten("in near of off on outside");

    /// <summary>In words, between the article and the noun for a region.</summary>
    private const int MaxAdjectives = 3;

    /// <param name="doc">The document.</param>
    /// <param name="first">The name's first token.</param>
    /// <param name="end">The one behind its last.</param>
    public static EntityType? Of(Document doc, int first, int end)
    {
        if (first > 0 && (Addresses.Contains(Text(doc, first - 1)) || (first > 1 && IsHonourable(doc, first - 2))))
            return EntityType.Person;
        if (IsGreeted(doc, first, end))
            return EntityType.Person;
        if (first > 0 && Counties.Contains(Text(doc, first - 1)) && end - first == 1)
            return EntityType.Location;
        if (first > 0 && (Kinds.Contains(Text(doc, first - 1))
            || (LooseKinds.Contains(Text(doc, first - 1)) && !MayBePerson(doc, first, end))))
            return EntityType.Organization;
        if (IsNamedFirm(doc, first) && !MayBePerson(doc, first, end))
            return EntityType.Organization;
        if (end - first == 1 && IsShortOfThing(doc, first))
            return EntityType.Misc;
        if (ActsAsBody(doc, first, end))
            return EntityType.Organization;
        if (first > 2 && Text(doc, first - 1) is "based" && Text(doc, first - 2) is "-" && doc.IsCapital(first - 3))
            return EntityType.Organization;
        if (first > 0 && end - first == 1 && Storms.Contains(Text(doc, first - 1)) && (Lists(doc, first) & WordLists.FirstName) != 0)
            return EntityType.Event;
        if (MayBeNamed(doc, first, end) && (IsBesideHuman(doc, first, end) || Says(doc, first, end)))
            return EntityType.Person;
        if (Text(doc, end) is ",")
        {
            var tells = Text(doc, end + 1) is "who" || (IsAge(Text(doc, end + 1)) && Text(doc, end + 2) is ",")
                || (first > 2 && Text(doc, first - 1) is "," && IsHuman(doc, first - 2));
            return tells && end - first > 1 && LooksHuman(doc, first, end) ? EntityType.Person
                : IsRegion(doc, end + 1) ? EntityType.Location
                : IsFirm(doc, end + 1) ? EntityType.Organization : null;
        }

        if ((Gazetteer.Default.Find(SpanOf(
            doc, first, end)) & (WordLists.Place | WordLists.Town | WordLists.Demonym | WordLists.Group)) != 0)
            return null;   // "Tokyo stock prices", "U.S. factories"
        if (IsBeforeCraft(doc, end)
            && ((Gazetteer.Default.Find(SpanOf(doc, first, end)) & WordLists.Organization) | (Lists(
                doc, end - 1) & WordLists.AnyHead)) == 0)
            return EntityType.Product;
        if (first > 0 && Arts.Contains(Text(doc, first - 1)) && !MayBePerson(doc, first, end) && !GoesOn(doc, end))
            return EntityType.Work;
        if (KindsBehind.Contains(Text(doc, end)))
            return EntityType.Organization;
        if (RegionsBehind.Contains(Text(doc, end)))
            return EntityType.Location;
        var part = Text(doc, doc.Tokens.Count > end && doc.Tokens[end].Kind == TokenKind.Clitic ? end + 1 : end);
        return Parts.Contains(part) || (LooseParts.Contains(part) && !MayBePerson(doc, first, end)) ? EntityType.Organization : null;
    }

    /// <summary>"Good morning, [Jane].", not "Good morning America".</summary>
    private static bool IsGreeted(Document doc, int first, int end)
    {
        var greeting = first > 0 && Text(doc, first - 1) is "," ? first - 2 : first - 1;
        return greeting > 0 && end - first == 1 && Greetings.Contains(Text(doc, greeting)) && Text(doc, greeting - 1) is "Good" or "good"
            && (Lists(doc, first) & WordLists.FirstName) != 0 && (Lists(doc, first) & WordLists.Place) == 0;
    }

    /// <summary>
    /// Whether what is usually a thing acts as a body: "the ODI said", which else is a match, "an MFA spokesman", "the Elm Roads Programme
    /// said".
    /// </summary>
    public static bool ActsAsBody(Document doc, int first, int end)
    {
        const WordLists initials = WordLists.Capitals | WordLists.Misc;
        var isInitials = end - first == 1 && (Lists(doc, first) & initials) == initials;
        return (isInitials || HeadWord.IsPlan(doc, first, end)) && end < doc.Tokens.Count && !doc.IsCapital(end)
            && ((WordUses.Of(Text(doc, end)) & WordUse.AnySaying) != 0
                || (isInitials && Speakers.Contains(Text(doc, end))));
    }

    /// <summary>
    /// Whether initials in brackets stand behind words in small letters that begin with them and do not end in a body's noun, or behind
    /// the name of a law.
    /// </summary>
    private static bool IsShortOfThing(Document doc, int token)
    {
        const int least = 3, most = 6;   // letters
        var initials = Text(doc, token);
        if (initials.Length is < least or > most || initials.ContainsAnyExceptInRange('A', 'Z')
            || token < 2 || Text(doc, token - 1) is not "(" || Text(doc, token + 1) is not ")")
            return false;
        var head = Lists(doc, token - 2);
        if ((head & WordLists.LawHead) != 0 && doc.IsCapital(token - 2))
            return true;
        if ((head & (WordLists.OrganizationHead | WordLists.FacilityHead)) != 0)
            return false;
        var (at, left) = (token - 2, initials.Length);
        for (; at >= 0 && left > 0; at--)
        {
            var word = Text(doc, at);
            if (word is "-" or "of" or "on" or "and" or "for" or "the" or "in" && char.ToUpperInvariant(word[0]) != initials[left - 1])
                continue;
            // "a government of national unity"
            if (!char.IsLower(word[0]) || (Text(doc, at + 1) is "of" or "for" && (Lists(doc, at) & WordLists.OrganizationHead) != 0))
                return false;
            // "zero-emission" gives two letters.
            foreach (var part in word.ToString().Split('-').Reverse())
            {
                if (left == 0 || part.Length == 0 || char.ToUpperInvariant(part[0]) != initials[left - 1])
                    return false;
                left--;
            }
        }

        return left == 0;
    }

    private static bool MayBePerson(Document doc, int first, int end) =>
        (Lists(doc, end - 1) & (WordLists.Surname | WordLists.FirstName | WordLists.Place | WordLists.Town)) != 0
        || (end - first > 1 && (Lists(doc, first) & WordLists.FirstName) != 0);

    /// <summary>
    /// Whether lists allow a person's name: a first name, and a word that ends no organisation's name; for names that lists do not have:
    /// "Jane Lake".
    /// </summary>
    private static bool MayBeNamed(Document doc, int first, int end) =>
        end - first is 2 or 3 && (Lists(doc, first) & WordLists.FirstName) != 0 && doc.IsCapital(end - 1)
        && (Lists(doc, end - 1) & (WordLists.OrganizationHead | WordLists.EventHead | WordLists.LawHead | WordLists.Named)) == 0
        && (Gazetteer.Default.Find(SpanOf(doc, first, end)) & WordLists.Named) == 0;

    /// <summary>"the Hon Jane Roe".</summary>
    private static bool IsHonourable(Document doc, int article) =>
        Text(doc, article) is "the" or "The" && Text(doc, article + 1) is "Hon" or "Hon.";

    /// <summary>"rocket", "space telescope".</summary>
    private static bool IsBeforeCraft(Document doc, int end) =>
        Crafts.Contains(Text(doc, end))
            || (Text(doc, end) is "space" or "ballistic" or "cruise" or "carrier" && Crafts.Contains(Text(doc, end + 1)));

    /// <summary>Whether a clause without its relative pronoun follows: "the film [Acme] made", "the song [Acme] will sell".</summary>
    private static bool GoesOn(Document doc, int end) =>
        end < doc.Tokens.Count && doc.Tokens[end].Kind == TokenKind.Clitic
        || (end < doc.Tokens.Count
            && doc.Tokens[end].Kind == TokenKind.Word
            && (WordUses.Of(Text(doc, end)) & (WordUse.Preposition | WordUse.Coordinator)) == 0);

    private static bool IsBesideHuman(Document doc, int first, int end)
    {
        if (first > 0 && IsOnlyHuman(doc, first - 1))
            return true;
        if (Text(doc, end) is not ",")
            return false;
        if (Text(doc, end + 2) is "of" && (Text(doc, end + 1) is "CEO" || IsOnlyHuman(doc, end + 1)))
            return true;
        if (Text(doc, end + 1) is not ("a" or "an" or "the"))
            return false;
        for (var i = end + 2; i <= end + 2 + MaxAdjectives; i++)
        {
            // "a company doctor" is one, "a doctor's surgery" is none.
            if (IsOnlyHuman(doc, i))
                return i + 1 < doc.Tokens.Count && doc.Tokens[i + 1].Kind != TokenKind.Clitic && !IsOnlyHuman(doc, i + 1);
            if (WordUses.Of(Text(doc, i)) != WordUse.None)
                return false;
        }

        return false;
    }

    private static bool IsOnlyHuman(Document doc, int token) =>
        token < doc.Tokens.Count && IsHuman(doc, token) && !NotOnlyHuman.Contains(Text(doc, token));

    /// <summary>
    /// Whether the name says something, as a person does and a place does not: "Jane Lake said", "said Jane Lake"; not "the Lincoln
    /// Library said", which may speak, nor "said Elm County Sheriff Roe".
    /// </summary>
    private static bool Says(Document doc, int first, int end) =>
        (Lists(doc, end - 1) & WordLists.AnyHead) != 0 && end - first == 2 && !(first > 0 && Text(doc, first - 1) is "the" or "The")
        && !(end < doc.Tokens.Count && doc.IsCapital(end))
        && ((WordUses.Of(Text(doc, end)) & WordUse.AnySaying) != 0
            || (first > 0 && (WordUses.Of(Text(doc, first - 1)) & WordUse.AnySaying) != 0));

    /// <summary>"a small firm, Acme"; not "an officer of the bank, Roe" nor "to a bank, Roe said".</summary>
    private static bool IsNamedFirm(Document doc, int first)
    {
        if (first < 3
            || Text(doc, first - 1) is not ","
            || !(Kinds.Contains(Text(doc, first - 2)) || Text(doc, first - 2) is "nonprofit" or "non-profit"))
            return false;
        for (var i = first - 3; i >= 0 && i >= first - 3 - MaxAdjectives; i--)
        {
            if (Text(doc, i) is "a" or "an")
                return i > 0 && ((WordUses.Of(Text(doc, i - 1)) & WordUse.Preposition) == 0 || Text(doc, i - 1) is "of" or "by" or "from");
            if (WordUses.Of(Text(doc, i)) != WordUse.None)
                return false;
        }

        return false;
    }

    /// <summary>"a small drug maker", "based in".</summary>
    private static bool IsFirm(Document doc, int article)
    {
        if (Text(doc, article) is "based")
            return Text(doc, article + 1) is "in";
        if (Text(doc, article) is not ("a" or "an" or "the"))
            return false;
        for (var i = article + 1; i <= article + 1 + MaxAdjectives; i++)
        {
            // "a company spokesman"
            if (KindsOf.Contains(Text(doc, i)))
                return Text(doc, i + 1) is "," or "that" or "which" or "based";
            if (Kinds.Contains(Text(doc, i)))
                return Text(doc, i + 1) is "," or "." or "that" or "which" or "in" or "based" or "with" or "owned" or "and";
            if (WordUses.Of(Text(doc, i)) != WordUse.None)
                return false;
        }

        return false;
    }

    private static bool IsRegion(Document doc, int article)
    {
        if (Text(doc, article) is not ("a" or "an" or "the"))
            return false;
        for (var i = article + 1; i <= article + 1 + MaxAdjectives; i++)
        {
            if (Regions.Contains(Text(doc, i)))
                return Prepositions.Contains(Text(doc, i + 1));
            if (WordUses.Of(Text(doc, i)) != WordUse.None)
                return false;   // "a lawyer from the city of"
        }

        return false;
    }

    private static bool IsHuman(Document doc, int token) =>
        char.IsLower(Text(doc, token)[0])
            && ((WordUses.Of(Text(doc, token)) & WordUse.Person) != 0 || (Lists(doc, token) & WordLists.AnyTitle) != 0);

    /// <summary>
    /// Whether the name may be a person's: it contains a first name or a surname, and no word for another thing ends it.
    /// </summary>
    public static bool LooksHuman(Document doc, int first, int end) =>
        ((Lists(doc, first) & WordLists.FirstName) != 0 || (Lists(doc, end - 1) & WordLists.Surname) != 0)
        && ((Lists(
            doc,
            end - 1) & WordLists.AnyHead) | (Gazetteer.Default.Find(SpanOf(doc, first, end)) & (WordLists.Named & ~WordLists.Town))) == 0;

    private static ReadOnlySpan<char> SpanOf(Document doc, int first, int end) =>
        doc.SpanOf(first, end).In(doc.Text);

    private static WordLists Lists(Document doc, int token) => Gazetteer.Default.Find(Text(doc, token));

    private static bool IsAge(ReadOnlySpan<char> text) => text is [>= '1' and <= '9', >= '0' and <= '9'];

    private static ReadOnlySpan<char> Text(Document doc, int token) => token < doc.Tokens.Count ? doc.TextOf(doc.Tokens[token]) : default;
}
