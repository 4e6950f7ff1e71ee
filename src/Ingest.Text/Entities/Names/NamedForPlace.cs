using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Joins a name to the place or the person right before it, where the name means nothing without it:
/// <code>
/// organization := place (… bound-head)      "Columbia" "University", "China" "Capital Investment Limited"
///               | place (desk …)            "Hawaii" "News Now", "London" "Fire Brigade"
///               | place team                "Arizona" "Cardinals"
///               | state organ               "Kano" "State Ministry of Health", "Kano State" "House of Assembly"
/// facility     := (place | person) (… facility-head)   "Los Angeles" "International Airport", "Anna Roe" "Zoo"
/// </code>
/// An organ of a state stays apart from its place ("US" "State Department"). So does a body with a name of its own ("UK" "Labour Party").
/// </summary>
internal static class NamedForPlace
{
    private const string CompanyForms = "co company corp corporation holdings inc limited llc ltd plc";

    private static readonly WordSet BoundHeads = WordSet.InAnyCase(
        $"""
        academy college institute polytechnic school seminary university church hospital synagogue temple airlines airways bank exchange
        railway railways chronicle courier daily dispatch echo examiner gazette globe herald inquirer journal mail mirror news observer
        post press review star standard sun telegraph times tribune afc albion athletic city club fa fc rovers united wanderers
        {CompanyForms} group industries association choir coalition federation foundation league orchestra party philharmonic society
        symphony union
        """);

    private static readonly WordSet Desks = WordSet.InAnyCase("Daily Evening Fire Morning News");

    // Organs that every state has: a central bank, an army's school.
    private static readonly WordSet Organs = WordSet.InAnyCase("Central Federal House Military National Naval Reserve Royal State Supreme");

    private static readonly WordSet Companies = WordSet.InAnyCase(CompanyForms);

    /// <summary>The type of the two as one; null where they are two.</summary>
    public static EntityType? WholeOf(Document doc, Mention place, Mention name)
    {
        if (place.Type is not (EntityType.Location or EntityType.Person)
            || name.Type is not (EntityType.Organization or EntityType.Facility))
            return null;
        var (first, last) = (doc.TokenAt(name.Span.Start), doc.TokenAt(name.Span.End - 1));
        if (IsOfState(doc, place, first, last))
            return EntityType.Organization;
        if (HasNameOfItsOwn(doc, name, first, last))
            return null;
        var head = Text(doc, last).TrimEnd('.');
        if (((Gazetteer.Default.Find(head) & WordLists.FacilityHead) != 0 || (first == last && head is "Port"))
            && (name.Type == EntityType.Facility || BoundHeads.Contains(head)))
            return name.Type;
        if (place.Type == EntityType.Person)
            return first == last && BoundHeads.Contains(head) ? name.Type : null;   // "Anna Roe" "University"
        var isWhole = BoundHeads.Contains(head) ? Companies.Contains(head) || !Organs.Contains(Text(doc, first))
            : first == last ? IsTeam(doc, place, first)
            : Desks.Contains(Text(doc, first));
        return isWhole && name.Type == EntityType.Organization ? EntityType.Organization : null;
    }

    /// <summary>"Kano" "State Ministry of Health", "Kano State" "House of Assembly".</summary>
    private static bool IsOfState(Document doc, Mention place, int first, int last) => last > first
        && (Text(doc, first) is "State" ? IsState($"{place.Span.In(doc.Text)} State")
            : Text(doc, first) is "House" && Text(doc, first + 1) is "of" && IsState(place.Span.In(doc.Text)));

    private static bool IsState(ReadOnlySpan<char> name) => name.EndsWith(" State", StringComparison.Ordinal)
        && (Gazetteer.Default.Find(name) & (WordLists.Place | WordLists.Town)) != 0;

    private static bool HasNameOfItsOwn(Document doc, Mention name, int first, int last) =>
        (Gazetteer.Default.Find(name.Span.In(doc.Text)) & (WordLists.Organization | WordLists.Event | WordLists.Work)) != 0
        || (last > first
            && (Gazetteer.Default.Find(Text(doc, first)) & (WordLists.Demonym | WordLists.Group | WordLists.Organization)) != 0);

    /// <summary>
    /// Whether the name is a team's: a plural that is no everyday word, beside a place that is no abbreviation, "Arizona" "Cardinals".
    /// </summary>
    private static bool IsTeam(Document doc, Mention place, int name) =>
        Text(doc, name) is [_, .., not 's', 's'] text
            && char.IsLower(text[1])
            && place.Span.Length > 3
            && place.Span.In(doc.Text)[^1] != '.'
        && (Gazetteer.Default.Find(text) & (WordLists.Common | WordLists.AnyHead | WordLists.AnyTitle | WordLists.Named)) == 0;

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
