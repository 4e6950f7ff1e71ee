using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Cli.Azurite;
using Ingest.Cli.Storage;
using Ingest.Rows;

namespace Ingest.Tests.Cli;

/// <summary>The program with an Azurite of its own.</summary>
public sealed class LocalStorageTests : IAsyncLifetime
{
    private readonly CliFixture _cli = new();

    private string Data => Path.Combine(_cli.Folder, "data");

    /// <summary>A program under test says so when it has to install Azurite first; none has to.</summary>
    public Task InitializeAsync() => AzuriteInstallation.EnsureAsync(_ => { }, CancellationToken.None);

    public Task DisposeAsync()
    {
        _cli.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_watching_and_its_Azurite(string signal)
    {
        await using var up = _cli.Start("up", "--data", Data);
        await up.SeesAsync("Watching");
        var port = PortOfAzurite();

        up.Signal(signal);
        var end = await up.EndAsync();

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        await Assert.ThrowsAsync<SocketException>(() => new TcpClient().ConnectAsync("127.0.0.1", port));
    }

    [Fact]
    public async Task Others_join_the_Azurite_of_a_running_up()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        await using var up = _cli.Start("up", "--data", Data);
        await up.SeesAsync("Watching");

        var drop = await _cli.RunAsync("drop", "ferry.txt", "--data", Data);
        await up.SeesAsync("ferry.txt");
        var show = await _cli.RunAsync("show", "articles", "--json", "--data", Data);

        Assert.Equal((0, 0), (drop.ExitCode, show.ExitCode));
        Assert.Single(drop.OutputLines);
        Assert.Contains("articles/ferry.txt", Assert.Single(show.OutputLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_joins_what_answers_on_the_port_of_an_Azurite_that_is_gone()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var port = ((IPEndPoint)stranger.LocalEndpoint).Port;
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(
            Path.Combine(Data, "ingest.json"), $$"""{ "ConnectionString": "the stranger's", "Port": {{port}}, "Stays": true }""");

        var first = LocalStorage.OpenAsync(Data, stays: true, CancellationToken.None);
        var second = LocalStorage.OpenAsync(Data, stays: true, CancellationToken.None);
        for (var n = 0; n < 5; n++)   // whoever waits for the port to be let go asks again and again; the other has as many looks
            (await stranger.AcceptTcpClientAsync()).Dispose();
        stranger.Stop();

        await using var one = await first;
        await using var other = await second;
        Assert.Equal(one.ConnectionString, other.ConnectionString);
        Assert.StartsWith("DefaultEndpointsProtocol=http;", one.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_another_command_says_so()
    {
        await using var busy = await LocalStorage.OpenAsync(Data, stays: false, CancellationToken.None);
        await using var show = _cli.Start("show", "articles", "--data", Data);

        await show.SeesErrorAsync($"ingest: another 'ingest' is at work on {Data}; waiting until it ends");
    }

    [Fact]
    public async Task After_a_hard_kill_the_rows_are_those_of_an_undisturbed_run()
    {
        for (var i = 0; i < 100; i++)
            _cli.Lay(string.Create(CultureInfo.InvariantCulture, $"news/{i:D3}.txt"), Report(i));
        await using (var up = _cli.Start("up", "news", "--data", Data))
        {
            await up.SeesAsync("The mayor");
            up.Signal("KILL");
        }

        var end = await _cli.RunAsync("up", "news", "--once", "--data", Data);

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        await using var storage = await LocalStorage.OpenAsync(Data, stays: false, CancellationToken.None);
        var afterKill = await StorageDump.ReadAsync(storage.ConnectionString, new IngestOptions());
        await ClearAsync(storage.ConnectionString);
        _cli.Environment["AzureWebJobsStorage"] = storage.ConnectionString;
        await _cli.RunAsync("up", "--once");
        Assert.Equal(await StorageDump.ReadAsync(storage.ConnectionString, new IngestOptions()), afterKill);
        Assert.Equal(100, afterKill.Count(line => line.StartsWith("ArticlesByDay ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_dropped_where_nobody_reads_is_said_to_wait()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);

        var drop = await _cli.RunAsync("drop", "ferry.txt", "--data", Data);

        Assert.Equal("No 'ingest up' is running; the next one reads them.", drop.OutputLines[1]);
    }

    // As on a full disk: Azurite writes the rows to a file of that name, and gives it its own when it is whole.
    [Theory]
    [InlineData("up", "news", "--once")]
    [InlineData("drop", "news")]
    public async Task Whoever_could_not_save_what_was_written_says_so_and_ends_with_exit_code_1(params string[] args)
    {
        await _cli.RunAsync("up", "--once", "--data", Data);
        for (var i = 0; i < 100; i++)   // so many that it is still at work when the obstacle is laid
            _cli.Lay($"news/{i}.txt", Report(i));
        await using var program = _cli.Start([.. args, "--data", Data]);
        await WaitForAsync(Path.Combine(Data, "ingest.json"));
        Directory.CreateDirectory(Path.Combine(Data, "__azurite_db_blob__.json~"));

        var end = await program.EndAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith($"ingest: What was written last could not be saved in {Data}: EISDIR", end.ErrorLines[^1]);
    }

    [Fact]
    public async Task What_cannot_be_saved_for_a_while_is_told_and_saved_later()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        await using (var up = _cli.Start("up", "--data", Data))
        {
            await up.SeesAsync("Watching");
            var obstacle = Directory.CreateDirectory(Path.Combine(Data, "__azurite_db_table__.json~"));
            await _cli.RunAsync("drop", "ferry.txt", "--data", Data);
            await up.SeesAsync("ferry.txt");
            await up.SeesErrorAsync("ingest: Azurite can't save what it holds: EISDIR");
            obstacle.Delete();
            await up.SeesErrorAsync("ingest: Azurite has saved what it holds; nothing is lost.");
            up.Signal("INT");
            Assert.Equal(0, (await up.EndAsync()).ExitCode);
        }

        Assert.Contains("ferry.txt", (await _cli.RunAsync("show", "articles", "--json", "--data", Data)).Output, StringComparison.Ordinal);
    }

    private static async Task WaitForAsync(string file)
    {
        for (var tries = 0; !File.Exists(file) && tries < 3000; tries++)
            await Task.Delay(20);
    }

    private static string Report(int number) =>
        $"""
        The mayor of Port Ellery opens pier {number}

        The mayor of Port Ellery, Joan Whitfield, opened pier {number} of the new harbour on Tuesday in front of a small crowd.

        “We have waited {number} years for this,” Ms. Whitfield said. “The ships can come.”
        """;

    private int PortOfAzurite()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Data, "ingest.json")));
        return json.RootElement.GetProperty("Port").GetInt32();
    }

    /// <summary>Only the articles' own files are left.</summary>
    private static async Task ClearAsync(string connectionString)
    {
        foreach (var table in Enum.GetNames<IngestTable>())
            await new TableClient(connectionString, table).DeleteAsync();
        await new BlobContainerClient(
            connectionString, new IngestOptions().ExtractionsContainer, StorageConnection.BlobOptions()).DeleteAsync();
    }
}
