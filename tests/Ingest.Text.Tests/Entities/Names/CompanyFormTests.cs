using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class CompanyFormTests
{
    [Theory]
    [InlineData("They sold [Acme Powers], LLC, in May.", EntityType.Organization, "Acme Powers, LLC Organization")]
    [InlineData("They sold [Acme] Inc. in May.", EntityType.Location, "Acme Inc. Organization")]
    [InlineData("They sold [Acme ASA] in May.", EntityType.Person, "Acme ASA Organization")]
    [InlineData("They met [Jane Roe], Ltd or not.", EntityType.Group, "Jane Roe Group")]
    [InlineData("They left [Elm], NV, in May.", EntityType.Location, "Elm Location")]
    [InlineData("They left [Acme], [Inc. Magazine] said.", EntityType.Organization, "Acme Organization")]
    public void A_legal_form_ends_the_name_of_a_firm(string marked, EntityType tagged, string found)
    {
        var (text, mentions) = Marked.Read(marked, tagged);

        var extended = CompanyForm.Extend(
            Document.Parse(text), mentions[0], mentions.Count > 1 ? mentions[1].Span.Start : text.Length);

        Assert.Equal(found, $"{extended.Span.In(text)} {extended.Type}");
    }

    [Fact]
    public void A_legal_form_alone_is_no_name() =>
        Assert.DoesNotContain(
            "LLC",
            new EntityRecognizer().Recognize(Document.Parse("They formed an LLC. The LLC paid Elm Powers, LLC, in May."))
                .Select(mention => mention.Span).Select(span => span.In("They formed an LLC. The LLC paid Elm Powers, LLC, in May.").ToString()));
}
