using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class BodyOfFieldsTests
{
    [Theory]
    [InlineData("the [Ministry of Community Development], Culture and the Arts said", "Ministry of Community Development, Culture and the Arts")]
    [InlineData("the [Department of Housing], Energy, Trade, and Technology said", "Department of Housing, Energy, Trade, and Technology")]
    [InlineData("the [Committee on Harbours], Fishing, and [Weather] met", "Committee on Harbours, Fishing, and Weather")]
    [InlineData("the [Department for Digital], Weather and Fishing said", "Department for Digital, Weather and Fishing")]
    [InlineData("the [Subcommittee on Fishing], [Fish] and Birds, and [Weather] met", "Subcommittee on Fishing, Fish and Birds, and Weather")]
    [InlineData("the [Senate Harbours], Fishing and [Weather Committee] met", "Senate Harbours, Fishing and Weather Committee")]
    [InlineData("Harbours, Deep Fishing, and [Weather Committee] members", "Harbours, Deep Fishing, and Weather Committee")]
    [InlineData("the Fishing, Fish and Birds, and [Weather Committee] met", "Fishing, Fish and Birds, and Weather Committee")]
    [InlineData("the [Fishing, Birds and Weather Committee for Elm] met", "Fishing, Birds and Weather Committee for Elm")]
    [InlineData("the [Ministry of Justice], Marlow and the Army said", "Ministry of Justice")]
    [InlineData("the [Department of Transport], [Acme] and [Calspan] met", "Department of Transport|Acme|Calspan")]
    [InlineData("the [Ministry of Justice], and the road", "Ministry of Justice")]
    [InlineData("the [Institute of Museum and Library Services] and the Weather met", "Institute of Museum and Library Services")]
    [InlineData("the Fishing and [Weather Committee] met", "Weather Committee")]
    public void Three_fields_are_one_name(string marked, string names)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(names, string.Join('|', BodyOfFields.Add(Document.Parse(text), [.. mentions]).Select(mention => mention.Span.In(text).ToString())));
    }
}
