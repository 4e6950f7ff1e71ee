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

            Assert.Equal(Said(item, "version"), article.Version);
            Assert.Equal(Said(item, "language"), article.Language);
            Assert.Equal(Said(item, "located"), article.Dateline);
            Assert.Equal(Said(item, "firstcreated", "firstCreated", "versioncreated", "versionCreated", "contentcreated"), article.Published?.ToString());
            Assert.Equal(Said(item, "versioncreated", "versionCreated"), article.Modified?.ToString());
            if (Said(item, "headline") is { } headline)
                Assert.Equal(headline, article.Title);
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
        names.Select(name => item[name]?.ToString()).FirstOrDefault(said => said is not null);
}
