namespace Ingest.Tests.Cli;

public sealed class UsageTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("up")]
    [InlineData("drop")]
    [InlineData("extract")]
    [InlineData("show")]
    [InlineData("delete")]
    [InlineData("verify")]
    [InlineData("load")]
    [InlineData("export")]
    [InlineData("reprocess")]
    public async Task The_help_names_every_command(string command)
    {
        var end = await _desk.RunAsync("--help");

        Assert.Equal(0, end.ExitCode);
        Assert.Contains(end.OutputLines, line => line.TrimStart().StartsWith(command + " ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Unrecognized option '--jsno'.", "extract", "--jsno", "a.txt")]
    [InlineData("Unrecognized command or argument 'rise'.", "rise")]
    [InlineData("Required argument 'PATH' missing for command: 'drop'.", "drop")]
    [InlineData("Unrecognized command or argument 'qoutes'.", "show", "qoutes")]
    [InlineData("--concurrency takes a number from 1 to 64, not 'all'.", "up", "--concurrency", "all")]
    [InlineData("--concurrency takes a number from 1 to 64, not '65'.", "up", "--concurrency", "65")]
    [InlineData("--limit takes a number from 1 on, not '99999999999'.", "show", "quotes", "--limit", "99999999999")]
    [InlineData("--seed takes a number from 0 on, not 'x'.", "load", "1", "--seed", "x")]
    [InlineData("Argument 'loud' not recognized. Must be one of: 'direct' 'mixed' 'indirect'.", "show", "quotes", "--kind", "loud")]
    [InlineData("The ID is empty.", "delete", "")]
    [InlineData("The ID is empty.", "show", "article", " ")]
    [InlineData("The NAME is empty.", "show", "mentions", "")]
    [InlineData("The NAME of --speaker is empty.", "show", "quotes", "--speaker", "")]
    [InlineData("The TEXT of --about is empty.", "show", "quotes", "--about", " ")]
    [InlineData("The WORDS of --named is empty.", "show", "entities", "--named", "")]
    [InlineData("'x.csv' would be read as csv, by its name, and --format says parquet: leave one of them out.", "export", "quotes", "--format", "parquet", "--out", "x.csv")]
    public async Task What_cannot_be_asked_is_one_line_and_exit_code_2(string reason, params string[] args)
    {
        var end = await _desk.RunAsync(args);

        Assert.Equal(2, end.ExitCode);
        Assert.StartsWith($"ingest: {reason} Try 'ingest", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(end.Output);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("drop")]
    [InlineData("up")]
    public async Task A_path_that_leads_nowhere_is_one_line_and_exit_code_2(string command)
    {
        var end = await _desk.RunAsync(command, "nowhere.txt");

        Assert.Equal(2, end.ExitCode);
        Assert.Equal("ingest: There is no file or folder 'nowhere.txt'.", Assert.Single(end.ErrorLines));
    }
}
