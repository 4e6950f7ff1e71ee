using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class LawNameTests
{
    [Theory]
    [InlineData("They spoke about [Roe] v. [Poe] again.", EntityType.Person, "Roe v. Poe Law")]
    [InlineData("They saw [Roe] v. [Poe] on Centre Court again.", EntityType.Person, "Roe Person|Poe Person")]
    [InlineData("They saw [Leeds] v. [Everton] again.", EntityType.Organization, "Leeds Organization|Everton Organization")]
    [InlineData("They saw [Roe] vs. [Poe] again.", EntityType.Person, "Roe Person|Poe Person")]
    public void A_case_is_one_name(string marked, EntityType type, string found)
    {
        var (text, mentions) = Marked.Read(marked, type);

        Assert.Equal(found, Join(text, mentions));
    }

    [Theory]
    [InlineData("They passed the [Jane Roe] Roads and [Harbours Protection Act] in May.", "Jane Roe Roads and Harbours Protection Act Law")]
    [InlineData("They told [Jane Roe] and [Harbours Protection Act] in May.", "Jane Roe Person|Harbours Protection Act Law")]
    [InlineData("They told [Jane Roe] that the [Harbours Protection Act] fell.", "Jane Roe Person|Harbours Protection Act Law")]
    public void A_law_begins_with_whom_it_is_named_for(string marked, string found)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Person);

        Assert.Equal(found, Join(text, [mentions[0], mentions[1] with { Type = EntityType.Law }]));
    }

    private static string Join(string text, List<Mention> mentions) =>
        string.Join('|', LawName.Join(Document.Parse(text), mentions).Select(mention => $"{mention.Span.In(text)} {mention.Type}"));
}
