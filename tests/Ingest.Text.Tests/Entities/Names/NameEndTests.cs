using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class NameEndTests
{
    [Theory]
    [InlineData("the [College of Trust] & Estate Counsel (CTEC)", "College of Trust & Estate Counsel")]
    [InlineData("the [College of Trust] & Marlow", "College of Trust")]
    [InlineData("the [College of Trust] & estate counsel", "College of Trust")]
    [InlineData("the [College of Trust] and Estate Counsel", "College of Trust")]
    public void What_is_no_name_of_its_own_goes_on_behind_the_sign_for_and(string marked, string name)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(name, NameEnd.Extend(Document.Parse(text), mentions[0], text.Length).Span.In(text).ToString());
    }

    [Theory]
    [InlineData("the [University of Nevada], Las Vegas said", "University of Nevada, Las Vegas")]
    [InlineData("the [University of Nevada], Reno, said", "University of Nevada, Reno")]
    [InlineData("the [University of Nevada], Kesterby, said", "University of Nevada")]
    [InlineData("the [University of Nevada], USA, said", "University of Nevada")]
    [InlineData("the [University of Leeds], Reno, said", "University of Leeds")]
    public void The_town_of_a_campus_is_part_of_the_university(string marked, string name)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(name, NameEnd.Extend(Document.Parse(text), mentions[0], text.Length).Span.In(text).ToString());
    }

    [Theory]
    [InlineData("the [EPA](R) won", "EPA(R)")]
    [InlineData("the [EPA] (R) won", "EPA")]
    [InlineData("the [Elm](R) won", "Elm")]
    [InlineData("the [EPA](ACMM) won", "EPA")]
    [InlineData("the [Elm Party] (Marxist) won", "Elm Party (Marxist)")]
    [InlineData("the [Elm Works] (Marxist) won", "Elm Works")]
    public void The_wing_is_part_of_the_party(string marked, string name)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(name, NameEnd.Extend(Document.Parse(text), mentions[0], text.Length).Span.In(text).ToString());
    }

    [Theory]
    [InlineData("They left the [Kesterby] Agreement in May.", EntityType.Location, "Kesterby Agreement Law")]
    [InlineData("It was the [Kesterby] Declaration of Independence.", EntityType.Location, "Kesterby Location")]
    [InlineData("They left the [Kesterby] Agreement Office in May.", EntityType.Location, "Kesterby Location")]
    [InlineData("They left the [Kesterby] agreement in May.", EntityType.Location, "Kesterby Location")]
    [InlineData("the [Association of Road] Menders said", EntityType.Organization, "Association of Road Menders Organization")]
    [InlineData("the [Bank of Elm] Operations chief said", EntityType.Organization, "Bank of Elm Organization")]
    [InlineData("the [Association of Menders] Council said", EntityType.Organization, "Association of Menders Organization")]
    [InlineData("They passed [Tara]'s Law in May.", EntityType.Person, "Tara's Law Law")]
    [InlineData("They left [Tara]'s Law Society in May.", EntityType.Person, "Tara Person")]
    [InlineData("They left [Tara]'s law in May.", EntityType.Person, "Tara Person")]
    public void A_union_takes_in_whose_it_is_and_a_law_whom_it_is_named_for(string marked, EntityType type, string found)
    {
        var (text, mentions) = Marked.Read(marked, type);

        var extended = NameEnd.Extend(Document.Parse(text), mentions[0], text.Length);

        Assert.Equal(found, $"{extended.Span.In(text)} {extended.Type}");
    }

    [Theory]
    [InlineData("They crossed the [Ann M. Marlow] Bridge on Monday.", EntityType.Person, "Ann M. Marlow Bridge Facility")]
    [InlineData("They prayed in [St Giles]'s Cathedral on Monday.", EntityType.Person, "St Giles's Cathedral Facility")]
    [InlineData("They landed at [Elm] Airport.", EntityType.Location, "Elm Airport Facility")]
    [InlineData("They left [Ann Marlow] Jail on Monday.", EntityType.Person, "Ann Marlow Jail Facility")]
    [InlineData("They crossed [Marlow]'s Bridge on Monday.", EntityType.Person, "Marlow Person")]
    [InlineData("They left [Marlow] Bridge Road on Monday.", EntityType.Person, "Marlow Person")]
    [InlineData("They left [Marlow] bridge on Monday.", EntityType.Person, "Marlow Person")]
    public void A_building_that_bears_a_name_takes_it_in(string marked, EntityType type, string found)
    {
        var (start, end) = (marked.IndexOf('['), marked.IndexOf(']') - 1);
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        var extended = NameEnd.Extend(Document.Parse(text), new Mention(new TextSpan(start, end), type), text.Length);

        Assert.Equal(found, $"{extended.Span.In(text)} {extended.Type}");
    }
}
