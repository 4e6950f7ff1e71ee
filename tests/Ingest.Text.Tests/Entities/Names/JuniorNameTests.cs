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

        var parted = JuniorName.Apply(Document.Parse(text), [new Mention(new TextSpan(start, start + name.Length), EntityType.Person)]);

        Assert.Equal(names, string.Join('|', parted.Select(mention => mention.Span.In(text).ToString())));
    }

    [Theory]
    [InlineData("Davy Hollis, Jr. spoke at the gate.", "Davy Hollis, Jr.")]
    [InlineData("Davy Hollis, Sr., who lives in Elm, spoke at the gate.", "Davy Hollis, Sr.")]
    [InlineData("The mayor, Davy Hollis, III, spoke at the gate.", "Davy Hollis, III")]
    [InlineData("The gate was shut by Davy Hollis, Jr. The mayor left.", "Davy Hollis, Jr.")]
    [InlineData("President Hollis, Jr. spoke at the gate.", "Hollis, Jr.")]
    [InlineData("The gate was shut by Davy Hollis, II Corps and the mayor.", "Davy Hollis")]
    public void A_junior_behind_a_comma_belongs_to_the_name(string text, string name) =>
        Assert.Equal(name, new EntityRecognizer().Recognize(Document.Parse(text))[0].Span.In(text).ToString());

    [Theory]
    [InlineData("Harold Ford Jr. spoke on Monday.\n\n“It is late,” Ford said.")]
    [InlineData("Harold Ford, Jr. spoke on Monday.\n\n“It is late,” Ford said.")]
    public void The_surname_before_a_junior_is_known_again(string text) =>
        Assert.Equal(["Harold Ford Jr."], Linked.Link(text).Where(entity => entity.Type != EntityType.Date).Select(entity => entity.Name));
}
