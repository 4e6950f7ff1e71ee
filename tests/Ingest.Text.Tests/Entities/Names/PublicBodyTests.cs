using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class PublicBodyTests
{
    [Theory]
    [InlineData("[Elm] and [Vale NHS Foundation Trust] said", "Elm and Vale NHS Foundation Trust")]
    [InlineData("The [Elm]'s and [St Roe]'s [NHS Trust] said", "Elm's and St Roe's NHS Trust")]
    [InlineData("the [University Hospitals] of [Elm] and [Vale] [NHS Foundation Trust] said", "University Hospitals of Elm and Vale NHS Foundation Trust")]
    [InlineData("the [Vale] NHS and Social Care [Partnership Trust] said", "Vale NHS and Social Care Partnership Trust")]
    [InlineData("[Elm] and [Vale] Fire and [Rescue Service] came", "Elm and Vale Fire and Rescue Service")]
    [InlineData("[Elm NHS Trust] and [Vale] and [Hill NHS Trust] said", "Elm NHS Trust|Vale and Hill NHS Trust")]
    [InlineData("[Elm]'s and St [Roes]' [NHS Trust] said", "Elm's and St Roes' NHS Trust")]
    [InlineData("[Jane Roe] and [Vale NHS Trust] said", "Jane Roe|Vale NHS Trust")]
    [InlineData("[Jane Roe] of [Vale NHS Trust] said", "Jane Roe|Vale NHS Trust")]
    [InlineData("[The Elm] and [Vale NHS Trust] said", "Elm and Vale NHS Trust")]
    [InlineData("Chair [Vale NHS Trust] said", "Vale NHS Trust")]
    [InlineData("The [NHS Trust] said", "NHS Trust")]
    [InlineData("the [NHS] in [Elm] said", "NHS|Elm")]
    [InlineData("[Elm] and the [NHS] trust [Vale]", "Elm|NHS|Vale")]
    public void A_body_of_several_places_is_one(string marked, string names)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);
        mentions = [.. mentions.Select(name => name.Span.In(text) is "Jane Roe" ? name with { Type = EntityType.Person } : name)];

        Assert.Equal(names, string.Join('|', PublicBody.Add(Document.Parse(text), mentions).Select(mention => mention.Span.In(text).ToString())));
    }
}
