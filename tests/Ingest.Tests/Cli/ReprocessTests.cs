using Ingest.Delivery;

namespace Ingest.Tests.Cli;

[Collection(ProgramCollection.Name)]
public sealed class ReprocessTests : IDisposable
{
    private readonly CliFixture _cli = new();
    private readonly AzuriteFixture _azurite;

    public ReprocessTests(AzuriteFixture azurite)
    {
        _azurite = azurite;
        _cli.Use(azurite.ConnectionString, azurite.NewOptions());
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task All_files_are_read_again_and_only_what_is_not_read_is_named()
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        _cli.Lay("news/empty.txt", "");
        await _cli.RunAsync("up", "news", "--once");

        var end = await _cli.RunAsync("reprocess", "--all");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Equal(2, end.OutputLines.Length);
        Assert.StartsWith("empty.txt can't be read: ", end.OutputLines[0], StringComparison.Ordinal);
        Assert.Equal("1 read, 1 unreadable.", end.OutputLines[1]);
    }

    [Fact]
    public async Task Rows_that_another_run_may_yet_write_over_are_told_in_a_line()
    {
        var installation = await TestInstallation.OpenAsync(_azurite);
        _cli.Use(_azurite.ConnectionString, installation.Options.Value);
        await installation.DropAsync("ferry.txt", "Flood; 2024-05-01; Mara Voss");
        await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => installation.IngestAsync("ferry.txt", RequestHooks.DieBefore(5)));
        await installation.DropAsync("ferry.txt", Articles.Ferry);

        var end = await _cli.RunAsync("reprocess", "--all");

        var until = installation.Clock.GetUtcNow() + RunRegister.Life + RunRegister.Margin;
        Assert.Equal(
            (
                0,
                $"ingest: ferry.txt: another run was at work on it, and may write until {until:HH:mm:ss}Z; if it was cut off, 'ingest "
                + "verify --repair' after that clears away what it left."),
            (end.ExitCode, Assert.Single(end.ErrorLines)));
    }

    [Theory]
    [InlineData("Which files?")]
    [InlineData("--all can't be combined with", "--all", "--format", "html")]
    [InlineData("--engine-before takes a version", "--engine-before", "new")]
    public async Task What_cannot_be_asked_is_one_line_and_exit_code_2(string reason, params string[] args)
    {
        var end = await _cli.RunAsync(["reprocess", .. args]);

        Assert.Equal(2, end.ExitCode);
        Assert.StartsWith($"ingest: {reason}", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
    }
}
