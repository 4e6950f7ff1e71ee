using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class PostalCodeTests
{
    [Theory]
    [InlineData("[Elm], [AZ], grew.", EntityType.Location)]
    [InlineData("[Elm] [AZ] grew.", EntityType.Organization)]
    [InlineData("[Elm], [AZX], grew.", EntityType.Organization)]
    public void A_states_letters_behind_a_place_are_one(string marked, EntityType type)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(type, PostalCode.Refine(Document.Parse(text), mentions[1], mentions[0] with { Type = EntityType.Location }).Type);
    }
}
