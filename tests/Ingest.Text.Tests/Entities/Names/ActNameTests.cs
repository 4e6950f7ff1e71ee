using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class ActNameTests
{
    [Theory]
    [InlineData("After some hours they finally passed the Roads and [Harbours Act] in May.", "Roads and Harbours Act Law")]
    [InlineData("After some hours they finally passed the [Fish, Boat], and [Harbour Act] in May.", "Fish, Boat, and Harbour Act Law")]
    [InlineData("After some hours they finally passed the Dignity for Sailors and Fishers Act in May.", "Dignity for Sailors and Fishers Act Law")]
    [InlineData("After some hours they finally passed the [FOG Act] of 1996 in May.", "FOG Act of 1996 Law")]
    [InlineData("After some hours they finally passed a Harbour Bill, 2023, in May.", "Harbour Bill, 2023 Law")]
    [InlineData("The Harbour Act was passed after some hours in May.", "Harbour Act Law")]
    [InlineData("After some hours they finally passed EU Harbour Act rules in May.", "Harbour Act Law")]
    [InlineData("After some hours they finally voted on the Harbour Act and the [Fog Bill] in May.", "Harbour Act Law|Fog Bill Law")]
    [InlineData("After some hours they finally saw a Class Act in May.", "")]
    [InlineData("After some hours they finally asked the House Bill committee.", "")]
    [InlineData("After some hours they finally passed Harbour Act Amendments in May.", "")]
    [InlineData("Marlow Towns Finally Pass Harbour and Fog Act", "")]
    public void An_act_is_one_name(string marked, string found)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(found, Add(text, mentions));
    }

    [Theory]
    [InlineData("After some hours they finally passed the [Jane Roe] Harbours Act in May.", "Jane Roe Harbours Act Law")]
    [InlineData("After some hours they finally passed the Captain [Jane Roe] Roads and Harbours Act in May.", "Captain Jane Roe Roads and Harbours Act Law")]
    [InlineData("After some hours they finally told [Jane Roe] and Harbours Act friends in May.", "Jane Roe Person|Harbours Act Law")]
    [InlineData("After some hours they finally passed [Jane Roe]'s Harbours Act in May.", "Jane Roe Person|Harbours Act Law")]
    [InlineData("After some hours they finally told Uncle [Bill] in May.", "Bill Person")]
    public void It_may_begin_with_whom_it_is_named_for(string marked, string found)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Person);

        Assert.Equal(found, Add(text, mentions));
    }

    private static string Add(string text, IEnumerable<Mention> mentions) =>
        string.Join('|', ActName.Add(Document.Parse(text), [.. mentions]).Select(mention => $"{mention.Span.In(text)} {mention.Type}"));
}
