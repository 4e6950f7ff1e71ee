using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Types that a name's own words tell better than the data sets do. The data sets never label laws, seldom events and facilities, and
/// sometimes a title as part of the name:
/// <code>
/// person   := title* (name) honour*                             "Sir (Gideon Pike) KC"; not "GIDEON PIKE MP"
/// law      := name law-head ","? year? | law-head ("of" | "on") name     "Clean Air Act 1993", "Treaty of Lisbon"
/// product  := name with a figure behind capitals                "Kestrel GT500"; of what was taken for an event or an organisation
///           | name edition                                      "Kestrel Pro"; of what was taken for an organisation
///           | name initials                                     "Kestrel VPN"; of what was taken for a person
/// misc     := name plan                                         "Elm Roads Programme"; not where it says something
///           | name (plan | "Plan" | "Agenda" | "Initiative")    "Elm Roads Initiative"; of what was taken for an event or a work
/// event    := name event-head | event-lead name                 "World Cup", "Hurricane Dolly"
///           | … ("Day" | "Award" | …) (("of" | "for") …)?       "National Day of Rest"; of what was taken for an organisation
/// facility := name facility-head                                "Kesterby Airport"
/// location := ruler "of" (place)                                "Emir of (Kano)"
///           | a road, of what was taken for a person            "of Jane Street"
///           | place "State"                                     "Kano State"; not the university "Ohio State"
///           | name "Local Government Area" …                    "Elm Local Government Area of Kano State"
/// organization := place body                                    "Florida Highway Patrol"
/// </code>
/// </summary>
internal static class HeadWord
{
    // Words that look like titles, but before a surname are nearly always first names, which no list has: "D.J. Roe", "Baker Roe".
    private static readonly WordSet FirstNames = WordSet.AsWritten("Baker D.J. Fisher Shepherd");

    // Heads of plans, which somebody carries out or joins, and not of bodies.
    private static readonly WordSet Plans = WordSet.AsWritten(
        "Bootcamp Certificate Certificates Certification Course Courses Curriculum Program Programme Programmes Programs Scheme Strategy");

    // Heads of plans that may also be bodies.
    private static readonly WordSet PlansOrBodies = WordSet.AsWritten("Agenda Initiative Plan");

    // Capitals and a figure that are no model's: "Marlow F1", who race, "Marlow TV2".
    private static readonly WordSet Leagues = WordSet.AsWritten("D1 D2 D3 F1 F2 F3 F4 G7 G8 G20 G77 K9 K12 M23 TV1 TV2 TV3 TV4 TV5");

    // Words behind the name of a product.
    private static readonly WordSet Editions = WordSet.AsWritten("Max Mini Pro Ultra");

    private static readonly WordSet Streets = WordSet.AsWritten("Ave Ave. Blvd Blvd. Hwy Hwy. Pkwy Rd Rd.");

    private static readonly WordSet PoliceRanks = WordSet.AsWritten("ACP ASP CSP DCP DSP SSP");

    private static readonly WordSet Rulers = WordSet.AsWritten(
        "Alaafin Awujale Emir Etsu Oba Obi Obong Olowo Oluwo Ooni Orangun Shehu Soun Sultan");

    // Nobody's surname; "Street" is some people's.
    private static readonly WordSet Roads = WordSet.AsWritten("Avenue Boulevard Expressway Highway Road Street");

    // Heads of organisations, and not of places; some places do end in "Union" and "Bank".
    private static readonly WordSet PlacelessHeads = WordSet.AsWritten(
        "Agency Airlines Airways Association Commission Committee Company Department Ministry Patrol Police");

    public static Mention Refine(Document doc, Mention mention)
    {
        var first = doc.TokenAt(mention.Span.Start);
        var last = doc.TokenAt(mention.Span.End - 1);
        // "Jane ROE" is a name written with capitals, and not a return on equity.
        if (mention.Type == EntityType.Person && IsThing(doc.TextOf(doc.Tokens[last])) && !Is(ListsOf(doc, first), WordLists.FirstName))
            return mention with { Type = first == last ? EntityType.Misc : EntityType.Product };
        if (first == last)
            return mention.Type == EntityType.Work && IsMisc(ListsOf(doc, first)) ? mention with { Type = EntityType.Misc } : mention;
        if (last == first + 2 && mention.Type != EntityType.Person && IsRuler(doc, first))
        {
            return new Mention(
                new TextSpan(doc.Tokens[last].Span.Start, mention.Span.End),
                mention.Type == EntityType.Group ? EntityType.Group : EntityType.Location);
        }

        if ((IsHonourable(doc, first) || IsRanked(doc, first)) && Letters.HasSmall(doc.TextOf(doc.Tokens[last])))
            return WithoutTitles(doc, mention with { Type = EntityType.Person }, first, last);
        if (mention.Type == EntityType.Person)
        {
            return IsRoad(doc, first, last) ? mention with { Type = EntityType.Location }
                : IsListedBody(doc, first, last) ? mention with { Type = EntityType.Organization }
                : WithoutTitles(doc, mention, first, last);
        }

        while (last > first && doc.Tokens[last].Kind == TokenKind.Number)   // the year of an act, of games
            last--;
        if (last > first && last < doc.TokenAt(mention.Span.End - 1) && doc.TextOf(doc.Tokens[last]) is "of")   // "Act of 1961"
            last--;
        var type = TypeOf(doc, mention.Type, first, last);
        var end = type == EntityType.Law ? Math.Max(mention.Span.End, YearEnd(doc, last)) : mention.Span.End;
        return new Mention(new TextSpan(mention.Span.Start, end), type);
    }

    /// <summary>Whether the word is known, and as no work: "Covid".</summary>
    private static bool IsMisc(WordLists lists) => (lists & WordLists.Named) == WordLists.Misc;

    /// <summary>Whether the word is initials, or has capitals inside, as a thing's name does: "VPN", "VPNs", "WiFi".</summary>
    private static bool IsThing(ReadOnlySpan<char> word)
    {
        if (word is [.., >= 'A' and <= 'Z', 's'])
            word = word[..^1];
        return word.Length > 1 && word[1..].ContainsAnyInRange('A', 'Z') && Is(Gazetteer.Default.Find(word), WordLists.Misc);
    }

    private static Mention WithoutTitles(Document doc, Mention mention, int first, int last)
    {
        while (first < last && ListsOf(doc, first) is var lists
            && (IsOffice(doc.TextOf(doc.Tokens[first])) || doc.TextOf(doc.Tokens[first]) is "Alhaji"
                || (Is(lists, WordLists.AnyTitle) && !Is(lists, WordLists.FirstName)))
            && !(first + 1 == last && FirstNames.Contains(doc.TextOf(doc.Tokens[first]))))
            first++;
        var end = last;
        if (Letters.HasSmall(doc.TextOf(doc.Tokens[first])))
        {
            while (end > first && PostNominals.Contains(doc.TextOf(doc.Tokens[end])))
                end--;
        }

        return mention with { Span = new TextSpan(doc.Tokens[first].Span.Start, doc.Tokens[end].Span.End) };
    }

    /// <summary>Whether lists know the name as a body's, and its first word as nobody's: "Boko Haram"; not "Morgan Stanley".</summary>
    private static bool IsListedBody(Document doc, int first, int last) =>
        !Is(ListsOf(doc, first), WordLists.FirstName) && IsOnlyBody(doc, first, last);

    /// <summary>"Burger King"; not "White House", "State Street", "Leicester City", which are places, too.</summary>
    private static bool IsNoPlace(Document doc, EntityType type, int first, int last) =>
        type == EntityType.Location && doc.IsCapital(first) && doc.TextOf(doc.Tokens[last]) is not "House"
        && !Is(ListsOf(doc, last), WordLists.FacilityHead | WordLists.LocationHead) && IsOnlyBody(doc, first, last);

    private static bool IsOnlyBody(Document doc, int first, int last) =>
        (Gazetteer.Default.Find(doc.Text.AsSpan(doc.Tokens[first].Span.Start..doc.Tokens[last].Span.End)) & WordLists.Named)
            == WordLists.Organization;

    /// <summary>"Obi of Onitsha".</summary>
    private static bool IsRuler(Document doc, int first) =>
        Rulers.Contains(doc.TextOf(doc.Tokens[first])) && doc.TextOf(doc.Tokens[first + 1]) is "of" && doc.IsCapital(first + 2);

    /// <summary>"of [Jane Street]", "12 [Elm Road]"; not "asked [Jane Street]".</summary>
    private static bool IsRoad(Document doc, int first, int last) => Roads.Contains(doc.TextOf(doc.Tokens[last]))
        && (doc.TextOf(doc.Tokens[last]) is not "Street"
            || (first > 0 && (doc.Tokens[first - 1].Kind == TokenKind.Number
                || doc.TextOf(doc.Tokens[first - 1]) is "along" or "at" or "down" or "in" or "near" or "of" or "off" or "on")));

    /// <summary>Whether the name begins with "Hon" that belongs to a person: "the Hon Jane Roe"; not the firm "Hon Roe".</summary>
    private static bool IsHonourable(Document doc, int first) => doc.TextOf(doc.Tokens[first]) is "Hon" or "Hon."
        && first > 0 && doc.TextOf(doc.Tokens[first - 1]) is "the" or "The";

    /// <summary>"DCP Jane Roe".</summary>
    private static bool IsRanked(Document doc, int first) =>
        PoliceRanks.Contains(doc.TextOf(doc.Tokens[first])) && Is(ListsOf(doc, first + 1), WordLists.FirstName);

    /// <summary>"DA", "CM" before a name, in capitals alone: "da" is in many names, and "cm" and "pm" are behind numbers.</summary>
    public static bool IsOffice(ReadOnlySpan<char> word) => word is "DA" or "ADA" or "EVP" or "SVP" or "VP" or "CM" or "GM" or "PM"
        || PoliceRanks.Contains(word);

    private static EntityType TypeOf(Document doc, EntityType type, int first, int last)
    {
        if (type is EntityType.Group or EntityType.Date or EntityType.Money)
            return type;
        var (lead, head) = (ListsOf(doc, first), ListsOf(doc, last));
        var isPlace = type is EntityType.Location or EntityType.Facility;
        if (!isPlace && last > first && doc.TextOf(doc.Tokens[last]) is "Convention" && doc.TextOf(doc.Tokens[last - 1]) is "National")
            return EntityType.Event;   // of a party
        if (!isPlace && !IsNoLaw(doc, type, last)
            && (Is(head, WordLists.LawHead) || (Is(lead, WordLists.LawHead) && doc.TextOf(doc.Tokens[first + 1]) is "of" or "on")))
            return EntityType.Law;
        if (type == EntityType.Organization)
            return OfBody(doc, first, last);
        if (type is EntityType.Event or EntityType.Work && last > first && !IsListed(doc, first, last)
            && (IsPlan(doc, first, last + 1) || IsHeadedBy(PlansOrBodies, doc, first, last + 1)))
            return EntityType.Misc;
        if (Is(head, WordLists.EventHead) || Is(lead, WordLists.EventLead))
            return EntityType.Event;
        if (type == EntityType.Event && HasModelNumber(doc.Text.AsSpan(doc.Tokens[first].Span.Start..doc.Tokens[last].Span.End)))
            return EntityType.Product;
        if (isPlace && (PlacelessHeads.Contains(doc.TextOf(doc.Tokens[last])) || IsNoPlace(doc, type, first, last)))
            return EntityType.Organization;
        return Is(head, WordLists.FacilityHead)
            && !Is(Gazetteer.Default.Find(new TextSpan(doc.Tokens[first].Span.Start, doc.Tokens[last].Span.End).In(doc.Text)),
                WordLists.Place | WordLists.Town)
            ? EntityType.Facility : type;
    }

    private static EntityType OfBody(Document doc, int first, int last)
    {
        var name = doc.Text.AsSpan(doc.Tokens[first].Span.Start..doc.Tokens[last].Span.End);
        var end = doc.TextOf(doc.Tokens[last]);
        if (IsOccasion(name, ThingKinds.HeadOf(name)))
            return EntityType.Event;
        if (Is(Gazetteer.Default.Find(name), WordLists.Organization))
            return EntityType.Organization;
        if ((end is "State" && Is(Gazetteer.Default.Find(name), WordLists.Place | WordLists.Town))
            || (ThingKinds.HeadOf(name) is "Area" && name.Contains(" Local Government Area", StringComparison.Ordinal)))
            return EntityType.Location;
        if (IsMisc(Gazetteer.Default.Find(name)))
            return EntityType.Misc;
        return Streets.Contains(end) ? EntityType.Location
            : IsPlan(doc, first, last + 1) && !IsBodyWith(name) && !Speaks(doc, last + 1) ? EntityType.Misc
            : Editions.Contains(end) || HasModel(doc, first, last) ? EntityType.Product
            : EntityType.Organization;
    }

    /// <summary>Whether it ends like a law and is none: "School of Law", a product "Honda Accord".</summary>
    private static bool IsNoLaw(Document doc, EntityType type, int last) => type == EntityType.Product
        || (last > 0 && doc.TextOf(doc.Tokens[last]) is "Law" && doc.TextOf(doc.Tokens[last - 1]) is "of");

    private static bool IsListed(Document doc, int first, int last) =>
        Is(Gazetteer.Default.Find(doc.Text.AsSpan(doc.Tokens[first].Span.Start..doc.Tokens[last].Span.End)), WordLists.Named);

    /// <summary>Whether the name is that of a plan, which somebody carries out or joins: "Elm Roads Programme".</summary>
    public static bool IsPlan(Document doc, int first, int end) => IsHeadedBy(Plans, doc, first, end);

    private static bool IsHeadedBy(WordSet heads, Document doc, int first, int end) => heads.Contains(doc.TextOf(doc.Tokens[end - 1]))
        && ThingKinds.HeadOf(doc.Text.AsSpan(doc.Tokens[first].Span.Start..doc.Tokens[end - 1].Span.End))
            .SequenceEqual(doc.TextOf(doc.Tokens[end - 1]));

    private static bool Speaks(Document doc, int verb) =>
        verb < doc.Tokens.Count && (WordUses.Of(doc.TextOf(doc.Tokens[verb])) & WordUse.AnySaying) != 0;

    /// <summary>
    /// Whether the name is an occasion: "National Day of Remembrance", "Roe Award for Biomedical Research", "Elm Summit"; not the band
    /// "Green Day", nor "National Conference of Mayors".
    /// </summary>
    private static bool IsOccasion(ReadOnlySpan<char> name, ReadOnlySpan<char> head) =>
        head is "Award" or "Awards" or "Prize" or "Summit" || (head is "Day" && !name.EndsWith(head))
        || (head is "Conference" or "Symposium" && name.Contains($"{head} on ", StringComparison.Ordinal) && !IsOfNations(name));

    /// <summary>
    /// Whether the name is a body though it ends in "Programme": "World Food Programme", "Elm Security Studies Program".
    /// </summary>
    private static bool IsBodyWith(ReadOnlySpan<char> name) =>
        name.StartsWith("World ") || IsOfNations(name) || name.Contains(" Studies ", StringComparison.Ordinal);

    private static bool IsOfNations(ReadOnlySpan<char> name) =>
        name.StartsWith("UN ") || name.StartsWith("U.N. ") || name.StartsWith("United Nations ");

    /// <summary>Whether capitals and a figure stand behind the first word: "Kestrel R5 II"; not the team "Elm U21".</summary>
    private static bool HasModel(Document doc, int first, int last)
    {
        if (Is(ListsOf(doc, last), WordLists.OrganizationHead))
            return false;
        for (var i = first + 1; i <= last; i++)
        {
            var word = doc.TextOf(doc.Tokens[i]);
            var digits = word.IndexOfAnyInRange('0', '9');
            if (digits is > 0 and < 4 && !word[..digits].ContainsAnyExceptInRange('A', 'Z') && word is not ['U', ..]
                && !Leagues.Contains(word))
                return true;
        }

        return false;
    }

    /// <summary>Whether a figure stands right behind capitals: "Kestrel GT500", "K-150 Falcon".</summary>
    private static bool HasModelNumber(ReadOnlySpan<char> name)
    {
        for (var i = 1; i < name.Length; i++)
        {
            if (char.IsAsciiDigit(name[i]) && (char.IsUpper(name[i - 1]) || (name[i - 1] == '-' && i > 1 && char.IsUpper(name[i - 2]))))
                return true;
        }

        return false;
    }

    private static int YearEnd(Document doc, int last)
    {
        var next = last + 1;
        if (next < doc.Tokens.Count && doc.TextOf(doc.Tokens[next]) is ",")
            next++;
        var isYear = next < doc.Tokens.Count
            && doc.TextOf(doc.Tokens[next]) is ['1' or '2', _, _, _] year
            && !year.ContainsAnyExceptInRange('0', '9');
        return doc.Tokens[isYear ? next : last].Span.End;
    }

    private static bool Is(WordLists lists, WordLists list) => (lists & list) != 0;

    private static WordLists ListsOf(Document doc, int token) => Gazetteer.Default.Find(doc.TextOf(doc.Tokens[token]));
}
