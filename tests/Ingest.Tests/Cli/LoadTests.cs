using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Cli.Load;

namespace Ingest.Tests.Cli;

[Collection(ProgramCollection.Name)]
public sealed class LoadTests : IDisposable
{
    private readonly CliFixture _cli = new();
    private readonly string _connectionString;

    public LoadTests(AzuriteFixture azurite)
    {
        _connectionString = azurite.ConnectionString;
        _cli.Use(azurite.ConnectionString, azurite.NewOptions());
    }

    public void Dispose() => _cli.Dispose();

    /// <summary>
    /// The figures that README names: one read of a table for what hasn't changed, one more of the blob where its version isn't told.
    /// </summary>
    [Fact]
    public async Task It_tells_what_an_article_costs_and_leaves_nothing()
    {
        var end = await _cli.RunAsync("load", "7", "--json");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        var phases = end.OutputLines.Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(phase => phase.GetProperty("name").GetString()!);
        Assert.Equal("""{"tableRead":1}""", Operations("unchanged, told"));
        Assert.Equal("""{"tableRead":1,"blobRead":1}""", Operations("unchanged"));
        Assert.Equal(
            (1, 2, 1),
            (Operation("new", "tableRead"), Operation("new", "blobRead"), Operation("new", "blobWrite")));
        Assert.Equal((7, 0), (phases["verified"].GetProperty("articles").GetInt32(), phases["verified"].GetProperty("amiss").GetInt32()));
        Assert.Empty(await new TableServiceClient(_connectionString).QueryAsync().Where(table => table.Name.StartsWith(
            "load", StringComparison.Ordinal)).ToListAsync());
        Assert.Empty(await new BlobServiceClient(
            _connectionString, StorageConnection.BlobOptions()).GetBlobContainersAsync(prefix: "load").ToListAsync());

        string Operations(string phase) => phases[phase].GetProperty("operationsAnArticle").GetRawText();

        double Operation(string phase, string name) => phases[phase].GetProperty("operationsAnArticle").GetProperty(name).GetDouble();
    }

    [Fact]
    public async Task Without_a_storage_it_takes_one_in_memory()
    {
        using var cli = new CliFixture();

        var end = await cli.RunAsync("load", "1", "--json");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Contains(
            end.OutputLines, line => line.StartsWith("""{"name":"verified","articles":1,"amiss":0,""", StringComparison.Ordinal));
    }

    [Fact]
    public void No_two_articles_are_alike_and_the_same_number_is_the_same_article()
    {
        var articles = new GeneratedArticles(seed: 3);

        var texts = Enumerable.Range(0, 500).Select(n => articles.At(n).ToString()).ToList();

        Assert.Equal(500, texts.Distinct().Count());
        Assert.Equal(texts[41], new GeneratedArticles(seed: 3).At(41).ToString());
        Assert.NotEqual(texts[41], new GeneratedArticles(seed: 4).At(41).ToString());
        Assert.NotEqual(texts[41], articles.At(41, version: 1).ToString());
        // Beside the last line, which names the number: other people and figures.
        Assert.Equal(500, texts.Select(text => text[..text.LastIndexOf("The archive", StringComparison.Ordinal)]).Distinct().Count());
    }
}
