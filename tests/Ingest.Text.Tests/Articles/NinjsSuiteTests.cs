using System.Text.Json.Nodes;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>IPTC's own examples of ninjs: each is read, its fields as the file has them, or refused for the text that it doesn't hold.</summary>
public sealed class NinjsSuiteTests
{
    private const string Folder = "data/wire/ninjs";

    [SharedFact(Folder)]
    public void Every_valid_item_is_read_or_holds_no_text()
    {
        var (read, refused) = (0, 0);
        foreach (var path in Valid())
        {
            try
            {
                Assert.All(ArticleReader.Read(File.ReadAllBytes(path), path), article => Assert.True(article.Text.Length > 0 || article.Status != PublicationStatus.Usable));
                read++;
            }
            catch (ArticleFormatException e)
            {
                Assert.True(e.Code == ArticleFormatCodes.NoArticle && !HasText(path), $"{path}: {e.Message}");
                refused++;
            }
        }

        Assert.True(read > 40 && refused > 100, $"{read} read, {refused} without text");
    }

    [SharedFact(Folder)]
    public void Every_field_of_an_item_is_the_files()
    {
        foreach (var path in Valid().Where(HasText))
        {
            var item = Item(path)!;
            var article = ArticleReader.Read(File.ReadAllBytes(path), path)[0];

            var publisher = Said(item, "copyrightholder", "copyrightHolder") ?? Names(item, "infosources", "infoSources", "infosource").FirstOrDefault();
            Assert.Equal(Values(item, "headlines").FirstOrDefault() ?? Said(item, "headline", "title") ?? item.FirstOrDefault(property => property.Key.StartsWith("headline_", StringComparison.Ordinal)).Value?.ToString(), article.Title);
            Assert.Equal(People(Said(item, "by", "byline"), publisher), article.Byline);
            Assert.Equal(publisher, article.Publisher);
            Assert.Null(article.Section);
            Assert.Equal(Said(item, "located"), article.Dateline);
            Assert.Equal(Said(item, "firstcreated", "firstCreated", "versioncreated", "versionCreated", "contentcreated")?.Replace("+00:00", "Z", StringComparison.Ordinal), article.Published?.ToString());
            Assert.Equal(Said(item, "versioncreated", "versionCreated"), article.Modified?.ToString());
            Assert.Equal(Said(item, "language"), article.Language);
            Assert.Equal(Said(item, "uri")!.StartsWith("http", StringComparison.Ordinal) ? Said(item, "uri") : null, article.Url);
            Assert.Equal(Names(item, "subject").Concat(Names(item, "subjects")).Distinct(), article.Keywords);
            Assert.Equal(Said(item, "version"), article.Version);
            Assert.Equal(Said(item, "embargoed"), article.Embargo?.ToString());
            Assert.Contains(Said(item, "pubstatus", "pubStatus") ?? "usable", article.Status.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(
                [
                    .. Given(GivenKind.Person, "person", "people"), .. Given(GivenKind.Organization, "organisation", "organisations"),
                    .. Given(GivenKind.Location, "place", "places"),
                ],
                article.Given);

            IEnumerable<GivenEntity> Given(GivenKind kind, params string[] properties) => Names(item, properties).Select(name => new GivenEntity(kind, name)).Distinct();
        }
    }

    [SharedFact(Folder)]
    public void An_invalid_item_is_read_or_refused_and_nothing_else()
    {
        foreach (var path in Files().Where(path => path.Contains("should_fail", StringComparison.Ordinal)))
        {
            var failure = Record.Exception(() => ArticleReader.Read(File.ReadAllBytes(path), path));

            Assert.True(failure is null or ArticleFormatException, $"{path}: {failure}");
        }
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Shared.PathOf(Folder), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Valid() =>
        Files().Where(path => !path.Contains("should_fail", StringComparison.Ordinal) && !path.Contains("specification", StringComparison.Ordinal) && !path.Contains("chema", StringComparison.Ordinal));

    /// <summary>The file's object; null for a list.</summary>
    private static JsonObject? Item(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path)) as JsonObject;
        }
        catch (ArgumentException)
        {
            // A property twice.
            return null;
        }
    }

    private static bool HasText(string path)
    {
        if (Item(path) is not { } item)
            return false;
        try
        {
            return item.Any(property => property.Key.StartsWith("body_", StringComparison.Ordinal)) || item["bodies"] is JsonArray { Count: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string? Said(JsonObject item, params string[] names) =>
        names.Select(name => item[name]?.ToString()).FirstOrDefault(said => !string.IsNullOrEmpty(said));

    private static IEnumerable<string> Names(JsonObject item, params string[] properties) => Of(item, "name", properties);

    private static IEnumerable<string> Values(JsonObject item, params string[] properties) => Of(item, "value", properties);

    private static IEnumerable<string> Of(JsonObject item, string part, string[] properties) =>
        properties.SelectMany(property => item[property] as JsonArray ?? []).Select(one => one![part]?.ToString()).OfType<string>();

    /// <summary>The suite's lines are names, divided by commas or "and", with an agency behind.</summary>
    private static IEnumerable<string> People(string? line, string? publisher) =>
        (line ?? "").Replace("Von ", "", StringComparison.Ordinal).Split([", ", " and "], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != publisher && !part.StartsWith("The ", StringComparison.Ordinal));
}
