using System.Text.Json;

namespace Ingest.Text.Tests.Articles;

public sealed class SharedPageTests
{
    private const string Name = "seeds/000_12eafa43fc0a9276";

    [SharedFact(Name + ".txt")]
    public void The_copied_page_gives_its_article_and_nothing_of_its_site()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Shared.PathOf(Name + ".expected.json")));
        var expected = json.RootElement.GetProperty("article");

        var article = Read.Bytes(File.ReadAllBytes(Shared.PathOf(Name + ".txt")), Name + ".txt");

        Assert.Equal(expected.GetProperty("title").GetString(), article.Title);
        Assert.Equal(expected.GetProperty("section").GetString(), article.Section);
        Assert.Equal(expected.GetProperty("publisher").GetString(), article.Publisher);
        Assert.Null(article.Published);
        Assert.StartsWith(expected.GetProperty("text_starts").GetString()!, article.Text, StringComparison.Ordinal);
        Assert.EndsWith(expected.GetProperty("text_ends").GetString()!, article.Text, StringComparison.Ordinal);
        Assert.All(Strings("paragraphs_once"), once => Assert.Equal(2, article.Text.Split(once).Length));
        Assert.All(Strings("not_in_text"), foreign => Assert.DoesNotContain(foreign, article.Text, StringComparison.Ordinal));

        IEnumerable<string> Strings(string property) => expected.GetProperty(property).EnumerateArray().Select(item => item.GetString()!);
    }
}
