using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class NameStartTests
{
    [Theory]
    [InlineData("[Hampshire] and [Kent Ambulance Service] came.", true)]
    [InlineData("[Devon] and [Cornwall Constabulary] came.", true)]
    [InlineData("[Leeds] and [Bradford City Council] met.", false)]
    [InlineData("[Hampshire], and [Kent Ambulance Service] came.", false)]
    [InlineData("[Hampshire] and [Zesk Ambulance Service] came.", false)]
    public void What_counties_share_begins_with_the_first_of_them(string marked, bool isOne)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Organization);

        Assert.Equal(isOne, NameStart.TakesIn(Document.Parse(text), mentions[0] with { Type = EntityType.Location }, mentions[1]));
    }
}
