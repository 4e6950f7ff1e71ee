using System.Text.Json;
using Ingest.Rows;

namespace Ingest.Tests.Cli;

[Collection(ProgramCollection.Name)]
public sealed class DeleteTests : IDisposable
{
    private const string Feed =
        """
        {"title": "The ferry was late", "body_text": "The ferry was late again on Monday. Passengers waited two hours at the pier in the rain."}
        {"title": "The bridge is open", "body_text": "The bridge is open. Engineers closed it in March after a crack was found in one of the cables."}
        """;

    private readonly CliFixture _cli = new();
    private readonly string _connectionString;
    private readonly IngestOptions _options;
    private readonly IngestStorage _storage;

    public DeleteTests(AzuriteFixture azurite)
    {
        _options = azurite.NewOptions();
        _connectionString = azurite.ConnectionString;
        _cli.Use(azurite.ConnectionString, _options);
        _storage = azurite.Connect(_options);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_file_goes_with_all_that_was_found_in_it_and_no_other()
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        _cli.Lay("news/bridge.txt", Articles.Bridge);
        await _cli.RunAsync("up", "news/bridge.txt", "--once");
        var bridgeAlone = await DumpAsync();
        await _cli.RunAsync("up", "news", "--once");

        var end = await _cli.RunAsync("delete", "ferry.txt", "--json");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        using var json = JsonDocument.Parse(Assert.Single(end.OutputLines));
        Assert.Equal(
            ("ferry.txt", false),
            (json.RootElement.GetProperty("blob").GetString(), json.RootElement.GetProperty("fileStays").GetBoolean()));
        Assert.False(await _storage.Container.GetBlobClient("ferry.txt").ExistsAsync());
        Assert.Equal(bridgeAlone, await DumpAsync());
    }

    [Fact]
    public async Task A_file_that_stays_has_no_rows_until_it_is_read_again()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        await _cli.RunAsync("up", "ferry.txt", "--once");
        var rows = await DumpAsync();

        var end = await _cli.RunAsync("delete", ArticleId.Of(_options.ArticlesContainer, "ferry.txt")[..8], "--rows-only");
        var rowsAfter = await DumpAsync();
        await _cli.RunAsync("up", "--once");

        Assert.Equal(0, end.ExitCode);
        Assert.Contains("the file stays", end.Output, StringComparison.Ordinal);
        Assert.Empty(rowsAfter);
        Assert.Equal(rows, await DumpAsync());
    }

    [Fact]
    public async Task One_of_several_articles_of_a_file_is_refused_and_the_file_is_named()
    {
        _cli.Lay("feed.jsonl", Feed);
        await _cli.RunAsync("up", "feed.jsonl", "--once");
        var rows = await DumpAsync();

        var end = await _cli.RunAsync("delete", ArticleId.Of(_options.ArticlesContainer, "feed.jsonl", 2));

        Assert.Equal(1, end.ExitCode);
        Assert.EndsWith("ingest delete feed.jsonl", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(rows, await DumpAsync());
    }

    [Fact]
    public async Task Nothing_is_deleted_when_one_of_them_is_not_there()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        await _cli.RunAsync("up", "ferry.txt", "--once");
        var rows = await DumpAsync();

        var end = await _cli.RunAsync("delete", "ferry.txt", "nowhere.txt");

        Assert.Equal((1, "ingest: There is no article 'nowhere.txt'."), (end.ExitCode, Assert.Single(end.ErrorLines)));
        Assert.Equal(rows, await DumpAsync());
    }

    [Fact]
    public async Task A_few_digits_of_an_id_are_too_few()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        await _cli.RunAsync("up", "ferry.txt", "--once");
        var (rows, id) = (await DumpAsync(), ArticleId.Of(_options.ArticlesContainer, "ferry.txt"));

        var few = await _cli.RunAsync("delete", id[..7]);
        var rowsAfter = await DumpAsync();
        var enough = await _cli.RunAsync("delete", id[..8]);

        Assert.Equal(
            (1, $"ingest: There is no article '{id[..7]}'. Of an id, 8 digits are needed to delete."),
            (few.ExitCode, Assert.Single(few.ErrorLines)));
        Assert.Equal(rows, rowsAfter);
        Assert.Equal(0, enough.ExitCode);
        Assert.Equal(
            "ferry.txt: file, rows and extraction are gone. "
            + "An account that keeps versions or deleted blobs has file and extraction back until those expire.",
            string.Join(" ", enough.OutputLines.Select(line => line.TrimEnd())));
    }

    [Fact]
    public async Task A_file_that_was_never_read_can_be_deleted()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        await _cli.RunAsync("drop", "ferry.txt");

        var end = await _cli.RunAsync("delete", "ferry.txt");

        Assert.Equal(0, end.ExitCode);
        Assert.False(await _storage.Container.GetBlobClient("ferry.txt").ExistsAsync());
    }

    private Task<IReadOnlyList<string>> DumpAsync() => StorageDump.ReadAsync(_connectionString, _options);
}
