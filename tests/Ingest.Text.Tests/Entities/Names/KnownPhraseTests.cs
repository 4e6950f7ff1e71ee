using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class KnownPhraseTests
{
    [Theory]
    [InlineData("The [Antigua] and [Barbuda Harbour Commission] met.", "Antigua and Barbuda Harbour Commission Organization")]
    [InlineData("Tyne and [Wear Harbour Service] met.", "Tyne and Wear Harbour Service Organization")]
    [InlineData("The [Elm] and [Barbuda Harbour Commission] met.", "Elm Organization|Barbuda Harbour Commission Organization")]
    [InlineData("They saw [Antigua] and [Barbuda].", "Antigua and Barbuda Location")]
    public void A_body_of_a_country_of_two_names_is_one(string marked, string names)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(names, string.Join('|', KnownPhrase.Join(Document.Parse(text), mentions).Select(mention => $"{mention.Span.In(text)} {mention.Type}")));
    }
}
