using Microsoft.Extensions.Logging;

namespace Ingest.Tests;

/// <summary>What the log says of what somebody may have to look into.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LogTests(AzuriteFixture azurite)
{
    private const string Flood = "Flood; 2024-05-01; Mara Voss, Tom Reed";

    [Fact]
    public async Task A_failure_of_the_engine_is_an_error_with_its_stack()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", "!!engine");

        await installation.IngestAsync("flood.txt");

        var line = Assert.Single(installation.Log.Lines());
        Assert.Equal((LogLevel.Error, "EngineFailed"), (line.Level, line.Event));
        Assert.EndsWith("/flood.txt: the engine failed over it", line.Message, StringComparison.Ordinal);
        Assert.Contains("at Ingest.Tests.TestInstallation.", Assert.IsType<TestInstallation.EngineBug>(line.Exception).StackTrace);
    }

    [Fact]
    public async Task So_is_one_over_a_part_of_a_file()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", $"{Flood}\n!engine");

        await installation.IngestAsync("flood.txt");

        var line = Assert.Single(installation.Log.Lines());
        Assert.Equal((LogLevel.Error, "EngineFailed"), (line.Level, line.Event));
        Assert.EndsWith("/flood.txt#engine: the engine failed over it", line.Message, StringComparison.Ordinal);
        Assert.IsType<TestInstallation.EngineBug>(line.Exception);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_warning_that_says_why()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", "");

        await installation.IngestAsync("flood.txt");

        var line = Assert.Single(installation.Log.Lines());
        Assert.Equal((LogLevel.Warning, "Unreadable"), (line.Level, line.Event));
        Assert.Contains("/flood.txt: can't be read, empty: Nothing in it. (", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_within_a_file_that_cannot_be_read_are_one_warning()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", $"{Flood}\n!storm.docx\n!wind.docx");

        await installation.IngestAsync("flood.txt");

        var line = Assert.Single(installation.Log.Lines());
        Assert.Equal((LogLevel.Warning, "PartsUnreadable"), (line.Level, line.Event));
        Assert.EndsWith("/flood.txt: 2 files within can't be read, the first storm.docx: Broken.", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_a_run_that_was_cut_off_may_overwrite_are_a_warning()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => installation.IngestAsync("flood.txt", RequestHooks.DieBefore(5)));
        await installation.DropAsync("flood.txt", "Calm; 2024-06-01; Ana Lund");

        var outcome = await installation.IngestAsync("flood.txt");

        var line = Assert.Single(installation.Log.Lines());
        Assert.Equal((LogLevel.Warning, "Contested"), (line.Level, line.Event));
        Assert.Contains($"until {outcome.ContestedUntil:u}", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_newer_engine_has_read_is_said_to_be_so()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        await installation.PretendEngineAsync("999.0.0");

        await installation.IngestAsync("flood.txt");

        Assert.Equal("UnchangedByNewerEngine", installation.Log.Lines(LogLevel.Information)[^1].Event);
    }

    [Fact]
    public async Task The_tables_of_a_new_installation_are_said_to_be_made()
    {
        var installation = TestInstallation.Unprepared(azurite);
        await installation.Storage.Container.CreateAsync();
        await installation.DropAsync("flood.txt", Flood);

        await installation.IngestAsync("flood.txt");

        Assert.Equal(["TablesMade", "Ingested"], installation.Log.Lines(LogLevel.Information).Select(line => line.Event));
    }

    [Fact]
    public async Task A_file_that_always_another_run_gets_ahead_of_is_a_warning()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);

        await Assert.ThrowsAnyAsync<Exception>(
            () => installation.IngestAsync("flood.txt", new StorageFault(StorageFault.Precondition, 3, lasts: true)));

        var line = Assert.Single(installation.Log.Lines());
        Assert.Equal((LogLevel.Warning, "ConflictsLast"), (line.Level, line.Event));
    }
}
