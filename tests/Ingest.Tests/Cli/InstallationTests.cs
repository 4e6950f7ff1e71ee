using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Cli.Azurite;
using Ingest.Rows;

namespace Ingest.Tests.Cli;

/// <summary>What is asked of a storage that holds nothing of it: a mistyped account or prefix.</summary>
[Collection(ProgramCollection.Name)]
public sealed class InstallationTests : IDisposable
{
    private readonly CliFixture _cli = new();
    private readonly string _connectionString;
    private readonly IngestOptions _options;
    private readonly IngestStorage _storage;

    public InstallationTests(AzuriteFixture azurite)
    {
        (_connectionString, _options) = (azurite.ConnectionString, azurite.NewOptions());
        _cli.Use(_connectionString, _options);
        _storage = azurite.Connect(_options);
    }

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("show", "failures")]
    [InlineData("show", "article", "ferry.txt")]
    [InlineData("export", "quotes")]
    [InlineData("verify")]
    [InlineData("retry")]
    [InlineData("reprocess", "--all")]
    [InlineData("delete", "ferry.txt")]
    public async Task Where_there_is_no_installation_that_is_said_and_none_is_made(params string[] args)
    {
        var end = await _cli.RunAsync(args);

        Assert.Equal(1, end.ExitCode);
        var line = Assert.Single(end.ErrorLines);
        Assert.StartsWith("ingest: There is no installation in the storage at http://127.0.0.1:", line, StringComparison.Ordinal);
        Assert.EndsWith(
            $", with the table prefix '{_options.TablePrefix}': the container '{_options.ArticlesContainer}' is missing. 'ingest up' makes "
            + "one.",
            line,
            StringComparison.Ordinal);
        Assert.Empty(end.Output);
        Assert.Empty(await PartsAsync());
    }

    [Theory]
    [InlineData("up", "--once")]
    [InlineData("drop", "ferry.txt")]
    [InlineData("verify", "--repair")]
    public async Task What_writes_makes_the_installation(params string[] args)
    {
        _cli.Lay("ferry.txt", Articles.Ferry);

        var end = await _cli.RunAsync(args);

        Assert.Equal(0, end.ExitCode);
        Assert.Equal(7, (await PartsAsync()).Count);
        Assert.Null(await _storage.FindMissingAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_wrong_prefix_finds_the_container_and_no_table()
    {
        await _cli.RunAsync("up", "--once");
        _cli.Environment["Ingest__TablePrefix"] = "Mistyped";

        var end = await _cli.RunAsync("show", "failures");

        Assert.Equal(1, end.ExitCode);
        Assert.Contains("'Mistyped': the table 'MistypedArticles' is missing.", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_stays_away()
    {
        using var cli = new CliFixture();
        await AzuriteInstallation.EnsureAsync(_ => { }, CancellationToken.None);

        var end = await cli.RunAsync("show", "articles", "--data", "data");

        Assert.Equal(
            (1, "ingest: There is no installation in data, for there is no such folder. 'ingest up' makes one."),
            (end.ExitCode, Assert.Single(end.ErrorLines)));
        Assert.Empty(Directory.GetFileSystemEntries(cli.Folder));
    }

    private async Task<IReadOnlyList<string>> PartsAsync()
    {
        var containers = new BlobServiceClient(_connectionString, StorageConnection.BlobOptions()).GetBlobContainersAsync()
            .Select(container => container.Name);
        var tables = new TableServiceClient(_connectionString).QueryAsync().Select(table => table.Name);
        string[] mine =
            [
                _options.ArticlesContainer,
                _options.ExtractionsContainer,
                .. Enum.GetNames<IngestTable>().Select(name => _options.TablePrefix + name)];
        return await containers.Concat(tables).Where(mine.Contains).ToListAsync();
    }
}
