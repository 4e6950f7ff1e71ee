using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class PossessiveNameTests
{
    [Theory]
    [InlineData("[Ann Hollis] left. They read [Hollis’ Gmail].", "Ann Hollis Person|Hollis Person")]
    [InlineData("[Ann Hollis] left. They read [Hollis’ NASA] mail.", "Ann Hollis Person|Hollis Person|NASA Organization")]
    [InlineData("Then [Ann Hollis’ Peter] sang.", "Ann Hollis Person|Peter Person")]
    [InlineData("Then the [Foxes’ Davy Marlow] sang.", "Davy Marlow Person")]
    [InlineData("Then the [Foxes’ Gmail] came.", "Foxes’ Gmail Person")]
    [InlineData("Then [Shaun O’Neill] came.", "Shaun O’Neill Person")]
    public void Whose_something_is_and_what_is_theirs_are_two_names(string marked, string names)
    {
        var (text, mentions) = (marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), new List<Mention>());
        for (var (open, seen) = (marked.IndexOf('['), 0); open >= 0; open = marked.IndexOf('[', open + 1), seen += 2)
            mentions.Add(new Mention(new TextSpan(open - seen, marked.IndexOf(']', open) - seen - 1), EntityType.Person));

        var parted = PossessiveName.Part(Document.Parse(text), mentions);

        Assert.Equal(names, string.Join('|', parted.Select(mention => $"{mention.Span.In(text)} {mention.Type}")));
    }
}
