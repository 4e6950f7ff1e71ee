using System.Text.Json.Nodes;

namespace Ingest.Text.Tests.Articles;

public sealed class GoldTests
{
    private static readonly string Folder = Path.Combine(Tree.Root, "tests/Ingest.Text.Tests/gold/articles");

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_article_is_what_a_careful_reader_would_find(string name)
    {
        var source = Directory.EnumerateFiles(Path.Combine(Folder, name), "source.*").Single();
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name, "expected.json")))!;

        var article = Read.Bytes(File.ReadAllBytes(source), source);

        var json = JsonNode.Parse(ExtractionJson.Serialize(new Extraction(name, article, [], [])))!["article"]!;
        // Tests of their own hold these; a case is about what the fields say.
        json.AsObject().Remove("origins");
        Assert.True(JsonNode.DeepEquals(expected, json), $"Expected {expected.ToJsonString()}\nbut got  {json.ToJsonString()}");
    }
}
