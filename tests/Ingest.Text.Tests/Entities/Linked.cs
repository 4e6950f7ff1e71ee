using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Tests.Entities;

/// <summary>The words in which the tests of linking are written.</summary>
internal static class Linked
{
    public static IReadOnlyList<Entity> Link(string text, string? title = null)
    {
        var doc = Document.Parse(text, title);
        return new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc));
    }

    public static Entity Person(string text, string name) =>
        Assert.Single(Link(text), entity => entity.Type == EntityType.Person && entity.Name == name);
}
