using System.Text.Json;
using Ingest.Cli.Commands;
using Ingest.Rows;
using Ingest.Text.Articles;

namespace Ingest.Tests.Cli;

[Collection(ProgramCollection.Name)]
public sealed class RetryTests : IDisposable
{
    private readonly CliFixture _cli = new();
    private readonly IngestStorage _storage;

    public RetryTests(AzuriteFixture azurite)
    {
        var options = azurite.NewOptions();
        _cli.Use(azurite.ConnectionString, options);
        _storage = azurite.Connect(options);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_can_be_read_now_is_read_and_its_failure_goes()
    {
        _cli.Lay(
            "news/ferry.txt",
            Articles.Ferry
                + string.Concat(Enumerable.Range(
                    1, 20).Select(n => $"\n\nOn day {n} the ferry was late again, and the passengers waited in the rain.")));
        _cli.Lay("news/empty.txt", "");
        _cli.Environment["Ingest__MaxBlobBytes"] = "1024";
        await _cli.RunAsync("up", "news", "--once");
        _cli.Environment.Remove("Ingest__MaxBlobBytes");

        var end = await _cli.RunAsync("retry", "--json");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Equal(["empty.txt empty", "ferry.txt ingested"], end.OutputLines.Select(Line).Order());
        Assert.Equal("empty", (await _storage.Failures.NewestFirstAsync(default).SingleAsync()).Reason);
        Assert.Single(await _storage.ArticlesByDay.NewestFirstAsync(default).ToListAsync());
    }

    [Theory]
    [InlineData("--reason", "given-up")]
    [InlineData("--since", "2999-01-01")]
    public async Task Other_failures_are_left_alone(string option, string value)
    {
        _cli.Lay("empty.txt", "");
        await _cli.RunAsync("up", "empty.txt", "--once");

        var end = await _cli.RunAsync("retry", option, value);

        Assert.Equal((0, "Nothing to try again."), (end.ExitCode, Assert.Single(end.OutputLines)));
    }

    [Fact]
    public async Task A_reason_that_there_is_not_is_refused()
    {
        var end = await _cli.RunAsync("retry", "--reason", "bad-luck");

        Assert.Equal(2, end.ExitCode);
        Assert.Contains("'bad-luck'", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>All that a row of Failures may say.</summary>
    public static TheoryData<string> Reasons =>
    [
        .. typeof(ArticleFormatCodes).GetFields().Select(constant => (string)constant.GetValue(null)!),
        FailureRow.GivenUp, FailureRow.TooSlow, FailureRow.Archived, FailureRow.TooManyRows,
    ];

    [Theory, MemberData(nameof(Reasons))]
    public void Every_reason_of_a_failure_can_be_asked_for(string reason) =>
        Assert.Empty(new RetryCommand().Parse(["--reason", reason]).Errors);

    private static string Line(string json)
    {
        using var line = JsonDocument.Parse(json);
        return $"{line.RootElement.GetProperty("blob").GetString()} {line.RootElement.GetProperty("outcome").GetString()}";
    }
}
