using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Text.Articles;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

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

    [Fact]
    public void Its_fields_are_those_of_the_JSON()
    {
        var table = Table("| field | value |");

        using var json = JsonDocument.Parse(ExtractionJson.Serialize(Full, "1f"));

        Assert.Equal(
            PathsIn(json.RootElement, "").Distinct().Order(StringComparer.Ordinal),
            table.SelectMany(row => Regex.Matches(row[0], "`(.+?)`"), (_, field) => field.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("article.status", typeof(PublicationStatus), "Usable")]
    [InlineData("article.leftOut[].reason", typeof(LeftOutReason), null)]
    [InlineData("article.given[].type", typeof(GivenKind), null)]
    [InlineData("article.origins.*", typeof(FieldOrigin), null)]
    [InlineData("article.format", typeof(ArticleFormat), null)]
    [InlineData("entities[].type", typeof(EntityType), null)]
    [InlineData("entities[].mentions[].kind", typeof(MentionKind), null)]
    [InlineData("quotes[].kind", typeof(QuoteKind), null)]
    public void The_words_of_a_field_are_those_of_the_code(string field, Type words, string? unsaid)
    {
        var row = Assert.Single(Table("| field | value |"), row => row[0].Contains($"`{field}`", StringComparison.Ordinal));

        // "NewsMLG2" is written newsml-g2.
        var said = Regex.Matches(row[1], "`(.+?)`").Select(word => word.Groups[1].Value.Replace("-", "", StringComparison.Ordinal));
        Assert.Equal(
            Enum.GetNames(words).Where(name => name != unsaid).Select(name => name == nameof(ArticleFormat.PlainText) ? "text" : name.ToLowerInvariant()).Order(StringComparer.Ordinal),
            said.Order(StringComparer.Ordinal));
    }

    /// <summary>An extraction in which nothing is absent.</summary>
    private static Extraction Full
    {
        get
        {
            var (span, day) = (new TextSpan(0, 4), new ArticleDate(new DateOnly(2026, 3, 1)));
            var article = new Article
            {
                Format = ArticleFormat.PlainText,
                Text = "Berg said so.",
                Title = "t",
                Byline = ["b"],
                Publisher = "p",
                Section = "s",
                Dateline = "d",
                Published = day,
                Modified = day,
                Embargo = day,
                Status = PublicationStatus.Embargoed,
                Version = "1",
                Language = "en",
                Url = "u",
                Keywords = ["k"],
                Given = [new GivenEntity(GivenKind.Person, "Berg")],
                LeftOut = [new LeftOut("l", LeftOutReason.Credit)],
                Captions = ["c"],
                Origins = new Dictionary<string, FieldOrigin> { ["title"] = FieldOrigin.Markup },
            };
            var entity = new Entity { Key = "person|berg", Type = EntityType.Person, Name = "Berg", Role = "r", Salience = 1, Mentions = [new Mention(span, EntityType.Person)] };
            var quote = new Quote { Kind = QuoteKind.Indirect, Spans = [span], Speaker = new Speaker(span, entity.Key, entity.Name) { Joint = [new JointSpeaker(entity.Key, "Poe")] }, Cue = span, Confidence = 1 };
            return new Extraction("story.txt", article, [entity], [quote]);
        }
    }

    private static IEnumerable<string> PathsIn(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object when path == "article.origins" => [path + ".*"],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => PathsIn(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => PathsIn(item, path + "[]")),
        _ => [path],
    };

    /// <summary>The rows behind a head, as cells.</summary>
    private static List<string[]> Table(string head) =>
        [
            .. File.ReadLines(Path.Combine(Tree.Root, "README.md")).SkipWhile(line => line != head).Skip(2).TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Replace("\\|", "/", StringComparison.Ordinal).Split('|')[1..]),
        ];

    private static string Block(string readme, string language)
    {
        var start = readme.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
