using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class NameStartTests
{
    [Theory]
    [InlineData("[Hampshire] and [Kent Ambulance Service] came.", true)]
    [InlineData("[Devon] and [Cornwall Constabulary] came.", true)]
    [InlineData("[Leeds] and [Bradford City Council] met.", false)]
    [InlineData("[Hampshire], and [Kent Ambulance Service] came.", false)]
    [InlineData("[Hampshire] and [Zesk Ambulance Service] came.", false)]
    public void What_counties_share_begins_with_the_first_of_them(string marked, bool isOne)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(isOne, NameStart.WholeOf(Document.Parse(text), mentions[0] with { Type = EntityType.Location }, mentions[1]) is not null);
    }

    [Theory]
    [InlineData("They met [MS Dhoni] on Monday.", "MS Dhoni Person")]
    [InlineData("They met the [MS Elena] on Monday.", "MS Elena Product")]
    [InlineData("They met [MS Kesterby] on Monday.", "MS Kesterby Product")]
    [InlineData("They met [MV Elena] on Monday.", "MV Elena Product")]
    public void Initials_of_a_person_are_no_ships(string marked, string found)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Work);

        var extended = NameStart.Extend(Document.Parse(text), mentions[0], floor: 0);

        Assert.Equal(found, $"{extended.Span.In(text)} {extended.Type}");
    }

    [Theory]
    [InlineData("They passed the [ELMS] and [Roads Act] in May.", EntityType.Law)]
    [InlineData("They passed the [Elmers] with [Roads Act] in May.", EntityType.Law)]
    [InlineData("They read of [ELMS] and [Roads Act] in May.", null)]
    [InlineData("They met the [Council] and [Roads Club] in May.", null)]
    public void A_law_of_two_fields_is_one(string marked, EntityType? type)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Misc);

        Assert.Equal(type, NameStart.WholeOf(Document.Parse(text), mentions[0], mentions[1]));
    }

    [Theory]
    [InlineData("It rained, according to HOPE [Ukraine].", "HOPE Ukraine Organization")]
    [InlineData("HOPE [Ukraine] said it rained.", "HOPE Ukraine Organization")]
    [InlineData("They went to HOPE [Ukraine].", "Ukraine Location")]
    [InlineData("The NATO [Ukraine] said.", "Ukraine Location")]
    [InlineData("Hope [Ukraine] said it rained.", "Ukraine Location")]
    [InlineData("HOPE [Zesk] said it rained.", "Zesk Location")]
    public void A_branch_speaks_and_not_its_country(string marked, string found)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Location);

        var extended = NameStart.Extend(Document.Parse(text), mentions[0], floor: 0);

        Assert.Equal(found, $"{extended.Span.In(text)} {extended.Type}");
    }

    [Theory]
    [InlineData("She works at Our Lady of the [Elm Hospital].", "Our Lady of the Elm Hospital")]
    [InlineData("She works at Our Lady of [Elm School].", "Our Lady of Elm School")]
    [InlineData("She works for Friends of the [Elm School].", "Elm School")]
    public void What_is_named_for_Our_Lady_begins_with_her(string marked, string name)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(name, NameStart.Extend(Document.Parse(text), mentions[0], floor: 0).Span.In(text).ToString());
    }

    [Theory]
    [InlineData("[Care] [Kenya] said it rained.", true)]
    [InlineData("[Care] [Kenya] left.", false)]
    public void A_branch_of_what_is_known_begins_with_its_name(string marked, bool isOne)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(isOne, NameStart.WholeOf(Document.Parse(text), mentions[0], mentions[1] with { Type = EntityType.Location }) is not null);
    }
}
