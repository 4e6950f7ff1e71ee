using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class CaseNameTests
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

    private static string Join(string text, List<Mention> mentions) =>
        string.Join('|', CaseName.Join(Document.Parse(text), mentions).Select(mention => $"{mention.Span.In(text)} {mention.Type}"));
}
