using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class JuniorNameTests
{
    [Theory]
    [InlineData("Davy Hollis Jr. Berg", "Davy Hollis Jr.|Berg")]
    [InlineData("Davy Hollis Jr. Peter Berg", "Davy Hollis Jr.|Peter Berg")]
    [InlineData("Davy Hollis Jr.", "Davy Hollis Jr.")]
    [InlineData("Davy Hollis Jr. Boulevard", "Davy Hollis Jr. Boulevard")]
    public void Behind_a_junior_somebody_else_is_named(string name, string names)
    {
        var text = $"He beat {name} smiled.";
        var start = text.IndexOf(name, StringComparison.Ordinal);

        var parted = JuniorName.Part(Document.Parse(text), [new Mention(new TextSpan(start, start + name.Length), EntityType.Person)]);

        Assert.Equal(names, string.Join('|', parted.Select(mention => mention.Span.In(text).ToString())));
    }
}
