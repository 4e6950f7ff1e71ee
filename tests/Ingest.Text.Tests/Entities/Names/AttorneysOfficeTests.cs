using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class AttorneysOfficeTests
{
    [Theory]
    [InlineData("the [Elm County] [State]'s [Attorney's Office] said", "Elm County State's Attorney's Office")]
    [InlineData("the [Elm District] Attorney’s Office said", "Elm District Attorney’s Office")]
    [InlineData("the [Elm County] [DA]'s Office said", "Elm County DA's Office")]
    [InlineData("the State's [Attorney's Office] said", "State's Attorney's Office")]
    [InlineData("the [Elm], District Attorney's Office said", "Elm|District Attorney's Office")]
    [InlineData("[Elm County] [State]'s Attorney Jane Roe said", "Elm County")]
    [InlineData("[Elm County] [State's Attorney] Jane Roe said", "Elm County")]
    [InlineData("the [Attorney's Office] said", "Attorney's Office")]
    [InlineData("the [State]'s office said", "State")]
    public void The_office_of_an_attorney_is_one(string marked, string names)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(names, string.Join('|', AttorneysOffice.Add(Document.Parse(text), mentions).Select(mention => mention.Span.In(text).ToString())));
    }

    [Theory]
    [InlineData("[Elm District] Attorney Jane Roe said", "Elm")]
    [InlineData("the [Elm District] Attorney's Office said", "Elm District Attorney's Office")]
    [InlineData("the [Elm District] attorney said", "Elm District")]
    public void The_district_of_an_attorney_is_no_part_of_the_place(string marked, string names)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Location);

        Assert.Equal(names, string.Join('|', AttorneysOffice.Add(Document.Parse(text), mentions).Select(mention => mention.Span.In(text).ToString())));
    }
}
