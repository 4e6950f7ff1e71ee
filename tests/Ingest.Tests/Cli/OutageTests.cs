using System.Globalization;
using Ingest.Cli.Azurite;

namespace Ingest.Tests.Cli;

/// <summary>The program goes, or the storage does, in the middle of the work.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private readonly CliFixture _cli = new();
    private readonly IngestOptions _options = new();
    private AzuriteProcess _azurite = null!;

    private string Data => Path.Combine(_cli.Folder, "data");

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Folder = Data, Ports = QuietPorts.Find() }, CancellationToken.None);
        _cli.Use(_azurite.ConnectionString, _options);
    }

    public async Task DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _cli.Dispose();
    }

    [Fact]
    public async Task A_storage_that_is_away_in_the_middle_of_500_articles_is_waited_for_and_costs_none()
    {
        Lay(500);
        await using var up = _cli.Start("up", "news", "--once");
        await up.SeesAsync("100.txt");

        await _azurite.DisposeAsync();
        await up.SeesErrorAsync("Waiting for it");
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Folder = Data, Ports = _azurite.Ports }, CancellationToken.None);
        var end = await up.EndAsync();

        Assert.Equal(0, end.ExitCode);
        Assert.Collection(
            end.ErrorLines,
            away => Assert.Matches("^ingest: The storage can't be reached: .* Waiting for it; nothing is lost.$", away),
            back => Assert.Equal("ingest: The storage answers again.", back));
        Assert.Equal("500 read.", end.OutputLines[^1].Trim());
        await AssertUndisturbedAsync(500);
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("reprocess", "--all")]
    public async Task Who_has_files_read_again_waits_for_a_storage_that_is_away(params string[] command)
    {
        string[] names = [.. Enumerable.Range(0, 150).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n:D3}.txt"))];
        foreach (var name in names)
            _cli.Lay($"news/{name}", "");
        await _cli.RunAsync("up", "news", "--once");
        await using var again = _cli.Start([.. command, "--concurrency", "2"]);
        await again.SeesAsync("can't be read");

        await _azurite.DisposeAsync();
        await again.SeesErrorAsync("Waiting for it");
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Folder = Data, Ports = _azurite.Ports }, CancellationToken.None);
        var end = await again.EndAsync();

        Assert.Equal(0, end.ExitCode);
        Assert.Equal("ingest: The storage answers again.", end.ErrorLines[^1]);
        Assert.Equal(names, end.OutputLines[..^1].Select(line => line.Split(' ')[0]).Order());
        Assert.Equal("0 read, 150 unreadable.", end.OutputLines[^1].Trim());
    }

    [Fact]
    public async Task A_program_that_is_killed_ten_times_at_any_moment_ends_with_the_rows_of_an_undisturbed_run()
    {
        var chance = new Random(20240501);
        for (var kill = 0; kill < 10; kill++)
        {
            Lay(25, from: 25 * kill);   // some anew for each, or a fast machine has read them all before the last kill
            await using var up = _cli.Start("up", "news", "--once");
            await up.SeesAsync("Whitfield");   // an article is done, and others are under way
            await Task.Delay(chance.Next(200));
            up.Signal("KILL");
        }

        var end = await _cli.RunAsync("up", "news", "--once");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        await AssertUndisturbedAsync(250);
    }

    // Each reads alike and has rows of its own in every table.
    private void Lay(int articles, int from = 0)
    {
        for (var i = from; i < from + articles; i++)
        {
            _cli.Lay(
                string.Create(CultureInfo.InvariantCulture, $"news/{i:D3}.txt"),
                $"""
                Joan Whitfield opened pier {i} of the new harbour on Tuesday, in front of a small crowd and in the rain.

                “We have waited {i} years for this,” Ms. Whitfield said. “The ships can come.”
                """);
        }
    }

    /// <summary>Compares with what a run on empty tables leaves.</summary>
    private async Task AssertUndisturbedAsync(int articles)
    {
        var disturbed = await StorageDump.ReadAsync(_azurite.ConnectionString, _options);
        var undisturbed = new IngestOptions { TablePrefix = "Undisturbed", ExtractionsContainer = "undisturbed" };
        _cli.Use(_azurite.ConnectionString, undisturbed);
        var end = await _cli.RunAsync("up", "--once");

        Assert.Equal($"{articles} read.", end.OutputLines[^1].Trim());
        Assert.Equal(articles, disturbed.Count(line => line.StartsWith("ArticlesByDay ", StringComparison.Ordinal)));
        Assert.Equal(await StorageDump.ReadAsync(_azurite.ConnectionString, undisturbed), disturbed);
    }
}
