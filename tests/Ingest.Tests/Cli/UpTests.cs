using System.Text.Json;

namespace Ingest.Tests.Cli;

[Collection(ProgramCollection.Name)]
public sealed class UpTests : IDisposable
{
    private readonly CliFixture _cli = new();
    private readonly IngestStorage _storage;

    public UpTests(AzuriteFixture azurite)
    {
        var options = azurite.NewOptions();
        _cli.Use(azurite.ConnectionString, options);
        _storage = azurite.Connect(options);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Once_ends_well_when_every_file_is_read_or_recorded_as_unreadable()
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        _cli.Lay("news/2024/bridge.txt", Articles.Bridge);
        _cli.Lay("news/empty.txt", "");

        var end = await _cli.RunAsync("up", "news", "--once");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        var articles = await _storage.ArticlesByDay.NewestFirstAsync(CancellationToken.None).Select(row => row.Blob).Order().ToListAsync();
        Assert.Equal(["2024/bridge.txt", "ferry.txt"], articles.Select(blob => blob.Split('/', 2)[1]));
        var failure = Assert.Single(await _storage.Failures.NewestFirstAsync(CancellationToken.None).ToListAsync());
        Assert.Equal("empty", failure.Reason);
    }

    [Theory]
    [InlineData("up", "news", "--once")]
    [InlineData("drop", "news")]
    public async Task A_file_that_cannot_be_opened_is_told_and_costs_no_other(params string[] args)
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        File.CreateSymbolicLink(Path.Combine(_cli.Folder, "news", "a.txt"), "gone.txt");

        var end = await _cli.RunAsync(args);

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith($"ingest: {Path.Join("news", "a.txt")}: ", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("1 of 2 files uploaded to the container ", end.Output, StringComparison.Ordinal);
        Assert.Contains("; 1 can't be opened.", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_say_what_it_tells_OpenTelemetry()
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        _cli.Lay("news/bridge.txt", Articles.Bridge);
        _cli.Lay("news/empty.txt", "");

        var end = await _cli.RunAsync("up", "news", "--once", "--telemetry");

        Assert.Contains("ingest.articles: ingested 2, unreadable 1", end.OutputLines);
        Assert.Contains("ingest.failures: empty 1", end.OutputLines);
        Assert.Contains("ingest.rows: Articles ", end.Output, StringComparison.Ordinal);
        Assert.All(
            ["ingest.duration extract", "ingest.duration fetch", "ingest.duration write", "ingest.lag"],
            name => Assert.Matches($"(?m)^{name}: p50 .*, p95 .*, most .* m?s$", end.Output));
    }

    [Fact]
    public async Task Verbose_shows_the_log_on_standard_error()
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);

        var end = await _cli.RunAsync("up", "news", "--once", "--verbose");

        Assert.Equal(0, end.ExitCode);
        Assert.Contains(
            end.ErrorLines, line => line.Contains("Ingest.IngestPipeline", StringComparison.Ordinal)
                && line.Contains("/ferry.txt: 1 articles, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_time_only_what_changed_is_uploaded()
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        _cli.Lay("news/bridge.txt", Articles.Bridge);
        await _cli.RunAsync("up", "news", "--once");
        _cli.Lay("news/bridge.txt", Articles.Bridge + "\nIt is closed again.\n");

        var end = await _cli.RunAsync("up", "news", "--once");

        Assert.Contains("1 of 2 files uploaded", end.Output, StringComparison.Ordinal);
        Assert.Contains("1 read, 1 unchanged.", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_dropped_while_it_watches_is_read()
    {
        await using var up = _cli.Start("up");
        await up.SeesAsync("Watching");

        await _storage.Container.GetBlobClient("ferry.txt").UploadAsync(BinaryData.FromString(Articles.Ferry));
        await up.SeesAsync("ferry.txt");
    }

    [Fact]
    public async Task Two_files_that_would_be_one_blob_are_refused()
    {
        _cli.Lay("a/ferry.txt", Articles.Ferry);
        _cli.Lay("b/ferry.txt", Articles.Ferry);

        var end = await _cli.RunAsync("drop", "a", "b");

        Assert.Equal(
            (2, "ingest: 'a/ferry.txt' and 'b/ferry.txt' would both be the blob 'ferry.txt'."),
            (end.ExitCode, Assert.Single(end.ErrorLines)));
    }

    [Fact]
    public async Task The_tables_can_be_asked_afterwards()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        _cli.Lay("empty.txt", "");
        await _cli.RunAsync("up", "ferry.txt", "empty.txt", "--once");

        var extracted = await _cli.RunAsync("extract", "ferry.txt", "--json");
        var article = await _cli.RunAsync("show", "article", "ferry.txt", "--json");
        var articles = await _cli.RunAsync("show", "articles", "--json");
        var failures = await _cli.RunAsync("show", "failures", "--json");

        Assert.Equal(Field(extracted, "article"), Field(article, "article"));
        Assert.Equal(Field(article, "id"), Field(articles, "articleId"));
        Assert.Equal("\"empty\"", Field(failures, "reason"));
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_one_line_and_exit_code_1()
    {
        await _cli.RunAsync("up", "--once");

        var end = await _cli.RunAsync("show", "article", "nowhere.txt");

        Assert.Equal((1, "ingest: There is no article 'nowhere.txt'."), (end.ExitCode, Assert.Single(end.ErrorLines)));
    }

    [Fact]
    public async Task A_storage_that_cannot_be_reached_is_one_line_and_exit_code_1()
    {
        const string Account = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;";
        _cli.Environment["AzureWebJobsStorage"] = Account + "BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;";

        var end = await _cli.RunAsync("show", "articles");

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith("ingest: The storage can't be reached: ", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
    }

    private static string Field(ProgramEnd end, string name)
    {
        using var json = JsonDocument.Parse(Assert.Single(end.OutputLines));
        return json.RootElement.GetProperty(name).GetRawText();
    }
}
