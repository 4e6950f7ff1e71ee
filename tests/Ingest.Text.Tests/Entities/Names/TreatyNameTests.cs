using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class TreatyNameTests
{
    [Theory]
    [InlineData("After some hours they finally signed the Treaty on the [Protection of Harbours] in May.", "Treaty on the Protection of Harbours Law")]
    [InlineData("After some hours they finally signed a Marlow Convention against Fog and Ice in May.", "Marlow Convention against Fog and Ice Law")]
    [InlineData("After some hours they finally signed the Convention for the [Safety of Sailors in Fog] in May.", "Convention for the Safety of Sailors in Fog Law")]
    [InlineData("After some hours they finally signed the [Council of Harbours Convention on Fog] in May.", "Council of Harbours Convention on Fog Law")]
    [InlineData("After some hours they finally signed the Fog Charter and the [Elm and Universal Declaration of Fog] in May.", "Universal Declaration of Fog Law")]
    [InlineData("After some hours they finally signed an Agreement on Monday.", "")]
    [InlineData("After some hours they finally made a Declaration for Elm County in May.", "")]
    [InlineData("After some hours they finally met the Treaty of Elm Commission in May.", "")]
    [InlineData("Marlow Towns Finally Sign Convention on Fog", "")]
    public void A_treaty_is_a_law_with_what_it_is_about(string marked, string found)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(found, Add(text, mentions));
    }

    [Fact]
    public void Two_that_are_known_as_one_law_do_not_overlap()
    {
        var (text, mentions) = Marked.Read("After some hours they finally signed the [Convention on Fish that became a Protocol on Boats] in May.", EntityType.Law);

        Assert.Equal("Convention on Fish that became a Protocol on Boats Law", Add(text, mentions));
    }

    [Theory]
    [InlineData("After some hours they finally signed the Treaty of [Elm] in May.", "Treaty of Elm Law")]
    [InlineData("After some hours they finally asked for Treaty of [Elm] Harbours money.", "Treaty of Elm Law")]
    [InlineData("After some hours they finally signed the Treaty of [Elm] in [Marlow].", "Treaty of Elm Law|Marlow Location")]
    [InlineData("After some hours they finally signed the Protocol on [Elm] in May.", "Elm Location")]
    [InlineData("After some hours they finally signed the Treaty on Fog and [Marlow] left.", "Treaty on Fog Law|Marlow Location")]
    [InlineData("After some hours they finally signed the Treaty on Fog in [Dublin].", "Treaty on Fog Law|Dublin Location")]
    public void A_place_in_it_is_where_it_was_signed(string marked, string found)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Location);

        Assert.Equal(found, Add(text, mentions));
    }

    private static string Add(string text, IEnumerable<Mention> mentions) =>
        string.Join('|', TreatyName.Add(Document.Parse(text), [.. mentions]).Select(mention => $"{mention.Span.In(text)} {mention.Type}"));
}
