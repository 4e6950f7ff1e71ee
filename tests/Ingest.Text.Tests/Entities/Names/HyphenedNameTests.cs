using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class HyphenedNameTests
{
    [Theory]
    [InlineData("They met [Elm Party Co]-leader Jane Roe.", "Elm Party")]
    [InlineData("They met [Elm Party Co] on Monday.", "Elm Party Co")]
    [InlineData("They met the anti-[China] camp.", "China")]
    public void A_name_ends_before_an_office_with_a_hyphen(string marked, string name)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(name, Assert.Single(HyphenedName.Split(Document.Parse(text), mentions)).Span.In(text).ToString());
    }
}
