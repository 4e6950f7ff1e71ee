using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Linking.Things;

namespace Ingest.Text.Tests.Entities.Linking.Things;

/// <summary>A name and the organisation named behind it.</summary>
public sealed class PublicBodiesTests
{
    [Theory]
    [InlineData(EntityType.Group, "Chinese", " ", "Foreign Ministry")]
    [InlineData(EntityType.Group, "German", " ", "Red Cross")]
    [InlineData(EntityType.Group, "Afghan", " ", "National Army")]
    [InlineData(EntityType.Location, "Wisconsin", " ", "Supreme Court")]
    [InlineData(EntityType.Location, "Thames Valley", " ", "Police")]
    [InlineData(EntityType.Location, "New York", " ", "Federal Reserve")]
    [InlineData(EntityType.Group, "Turkish", " ", "Ministry of Foreign Affairs")]
    public void A_body_has_its_owner_in_its_name(EntityType type, string owner, string between, string body) =>
        Assert.Equal($"{owner} {body}", FullName(type, owner, between, body));

    [Theory]
    [InlineData("China", "'s ", "Foreign Ministry", "Chinese Foreign Ministry")]
    [InlineData("Florida", "’s ", "Supreme Court", "Florida Supreme Court")]
    [InlineData("India", "'s ", "Reserve Bank of India", null)]
    [InlineData("China", "'s new ", "Foreign Ministry", null)]
    public void An_owner_stands_before_its_body_as_its_people_do(string owner, string between, string body, string? name) =>
        Assert.Equal(name, FullName(EntityType.Location, owner, between, body));

    [Theory]
    [InlineData(EntityType.Group, "German", " ", "ARD")]                  // has a name of its own
    [InlineData(EntityType.Group, "French", " ", "Acme Council")]
    [InlineData(EntityType.Group, "Republican", " ", "Senate")]            // of no place
    [InlineData(EntityType.Location, "U.S.", " ", "Supreme Court")]        // called without as often as not
    [InlineData(EntityType.Location, "U.S.", " ", "Federal Reserve")]
    [InlineData(EntityType.Group, "British", " ", "Parliament")]
    [InlineData(EntityType.Group, "Chinese", ", ", "Foreign Ministry")]    // apart
    [InlineData(EntityType.Person, "Holm", " ", "Foreign Ministry")]
    public void Others_keep_their_name(EntityType type, string owner, string between, string body) => Assert.Null(FullName(type, owner, between, body));

    private static string? FullName(EntityType type, string owner, string between, string body)
    {
        var doc = Document.Parse($"{owner}{between}{body} met.");
        var start = owner.Length + between.Length;
        return new PublicBodies(doc, Gazetteer.Default).FullName(
            new Mention(new TextSpan(start, start + body.Length), EntityType.Organization), new Mention(new TextSpan(0, owner.Length), type));
    }
}
