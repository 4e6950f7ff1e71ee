using System.Reflection;
using System.Text;
using System.Text.Json;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void Its_article_yields_the_quotes_that_it_shows()
    {
        var readme = File.ReadAllText(Path.Combine(Tree.Root, "README.md"));
        var article = Encoding.UTF8.GetBytes(Block(readme, "text"));

        var extraction = Assert.Single(new Extractor().Extract(article, "harbour.txt"));

        using var json = JsonDocument.Parse(ExtractionJson.Serialize(extraction));
        Assert.Equal(
            Block(readme, "json").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            json.RootElement.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetRawText()));
    }

    [Fact]
    public void Its_limits_are_those_of_the_code()
    {
        var readme = File.ReadAllText(Path.Combine(Tree.Root, "README.md"));

        var limits = typeof(ArticleLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance);

        Assert.All(limits, limit => Assert.Matches($@"\| `{limit.Name}` †? ?\| {limit.GetValue(ArticleLimits.Default)} \|", readme));
    }

    private static string Block(string readme, string language)
    {
        var start = readme.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
