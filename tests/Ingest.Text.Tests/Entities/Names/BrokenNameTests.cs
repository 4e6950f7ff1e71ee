using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class BrokenNameTests
{
    private const EntityType Organization = EntityType.Organization;
    private const EntityType Location = EntityType.Location;

    [Theory]
    [InlineData("the [University of] [Leeds] said", "University of Leeds Organization")]
    [InlineData("the [Supreme Court of the] [United States] said", "Supreme Court of the United States Organization")]
    [InlineData("[Auckland] [University of Technology] said", "Auckland University of Technology Organization")]
    [InlineData("at [University College] [London]", "University College London Organization")]
    [InlineData("at [Imperial College] [London]", "Imperial College London Organization")]
    [InlineData("at [Leeds] [University] now", "Leeds University Organization")]
    [InlineData("the [Auckland] [Evening Star] said", "Auckland Evening Star Organization")]
    [InlineData("[Auckland] [News Now] said", "Auckland News Now Organization")]
    [InlineData("the [Leeds] [Herons] won", "Leeds Herons Organization")]
    [InlineData("[Auckland] [National Glass Corp.] said", "Auckland National Glass Corp. Organization")]
    [InlineData("at [Leeds] [Airport] now", "Leeds Airport Facility")]
    public void The_pieces_of_a_name_become_one(string text, string whole) => Assert.Equal([whole], Mend(text));

    [Theory]
    [InlineData("[Acme] [Leeds]")]
    [InlineData("the [University], [Leeds]")]
    [InlineData("[United States] [State Department]")]
    [InlineData("[Leeds] [Central Bank]")]
    [InlineData("[Leeds] [Labour Party]")]
    [InlineData("[Leeds] [Democratic Coalition]")]
    [InlineData("[Leeds] [Studies]")]
    public void Names_side_by_side_stay_two(string text) => Assert.Equal(2, Mend(text).Count());

    [Theory]
    [InlineData("the [American] [Federation of Menders] said", EntityType.Group, Organization, "American Federation of Menders Organization")]
    [InlineData("the [Pat Roe] [Award for Service] went", EntityType.Person, Organization, "Pat Roe Award for Service Event")]
    [InlineData("the [Lagos] [State House of Roads] said", Location, Organization, "Lagos State House of Roads Organization")]
    [InlineData("the [Lagos State] [House of Roads] said", Location, Organization, "Lagos State House of Roads Organization")]
    [InlineData("at [St.] [Anne's Church] now", Organization, EntityType.Facility, "St. Anne's Church Facility")]
    [InlineData("the [Acme] [Nigeria Limited] said", Location, Organization, "Acme Nigeria Limited Organization")]
    [InlineData("the [Acme] [Roads Limited] said", EntityType.Product, Organization, "Acme Product|Roads Limited Organization")]
    [InlineData("at [UC] [Santa Barbara] now", Organization, Location, "UC Santa Barbara Organization")]
    [InlineData("the [Ecuadorian] [Federation of Roads] said", EntityType.Group, Organization, "Ecuadorian Group|Federation of Roads Organization")]
    [InlineData("the [Iraqi] [Ministry of Roads] said", EntityType.Group, Organization, "Iraqi Group|Ministry of Roads Organization")]
    [InlineData("the [American], [Federation of Menders] said", EntityType.Group, Organization, "American Group|Federation of Menders Organization")]
    public void Two_of_other_types_become_one_too(string marked, EntityType first, EntityType second, string names)
    {
        var (text, mentions) = Marked.Read(marked, first);
        mentions[1] = mentions[1] with { Type = second };

        Assert.Equal(names, string.Join('|', BrokenName.Mend(Document.Parse(text), mentions).Select(mention => $"{mention.Span.In(text)} {mention.Type}")));
    }

    [Theory]
    [InlineData("[UC Davis] won", EntityType.Person, Organization)]
    [InlineData("[UC Roe] won", EntityType.Person, EntityType.Person)]
    public void A_campus_is_nobody(string marked, EntityType tagged, EntityType type)
    {
        var (text, mentions) = Marked.Read(marked, tagged);

        Assert.Equal(type, Assert.Single(BrokenName.Mend(Document.Parse(text), mentions)).Type);
    }

    [Theory]
    [InlineData("the [Office of the] mayor", "Office Organization")]
    [InlineData("[Acme and] others", "Acme Organization")]
    public void A_name_loses_the_small_words_that_lead_nowhere(string text, string name) => Assert.Equal([name], Mend(text));

    [Theory]
    [InlineData("[and] others")]
    [InlineData("[the] others")]
    public void Small_words_alone_are_no_name(string text) => Assert.Empty(Mend(text));

    /// <summary>What becomes of the mentions in brackets: a place where it is "Leeds", "London", "Auckland" or "United States", a facility where it is "Airport", else an organisation.</summary>
    private static IEnumerable<string> Mend(string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var mentions = new List<Mention>();
        for (int open = marked.IndexOf('['), brackets = 0; open >= 0; open = marked.IndexOf('[', open + 1), brackets += 2)
        {
            var name = marked[(open + 1)..marked.IndexOf(']', open)];
            var start = open - brackets;
            mentions.Add(new Mention(new TextSpan(start, start + name.Length), name is "Leeds" or "London" or "Auckland" or "United States" ? Location : name is "Airport" ? EntityType.Facility : Organization));
        }

        return BrokenName.Mend(Document.Parse(text), mentions).Select(mention => $"{mention.Span.In(text)} {mention.Type}");
    }
}
