using Azure.Data.Tables;
using Ingest.Delivery;
using Ingest.Rows;

namespace Ingest.Tests.Delivery;

/// <summary>
/// Files of very many rows that are overwritten again and again within minutes: the article's row names the rows of all versions that a run
/// may yet write, until there is no room for one more.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class CrowdedManifestTests(AzuriteFixture azurite)
{
    private static readonly string Flood = "Flood in Arlen; 2024-05-01; " + string.Join(", ", Names(300, new Random(2)));

    [Fact]
    public async Task Who_finds_no_room_writes_nothing_and_is_told_when_there_is_some()
    {
        var (installation, until) = await CrowdAsync();
        var rows = await installation.DumpAsync();

        var fault = await Assert.ThrowsAsync<ContestedException>(() => installation.IngestAsync("flood.txt"));

        Assert.Equal(until, fault.Until);
        Assert.Contains($"{installation.Storage.Container.Name}/flood.txt", fault.Message, StringComparison.Ordinal);
        Assert.Equal(rows, await installation.DumpAsync());
    }

    [Fact]
    public async Task What_is_given_up_meanwhile_is_recorded()
    {
        var (installation, _) = await CrowdAsync();

        await installation.GiveUpAsync("flood.txt");

        Assert.Equal("given-up", (await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync()).Reason);
    }

    [Fact]
    public async Task Once_no_other_run_may_write_any_more_it_is_read_and_nothing_of_the_other_versions_stays()
    {
        var (installation, _) = await CrowdAsync();
        installation.LetEventsComeBack();

        Assert.IsType<IngestOutcome.Ingested>(await installation.IngestAsync("flood.txt"));

        await installation.AssertUndisturbedAsync("crowded", "flood.txt");
    }

    /// <summary>As if versions of many rows had come so fast after each other that the row is all but full.</summary>
    private async Task<(TestInstallation TestInstallation, DateTimeOffset Until)> CrowdAsync()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", "Rain; 2024-05-01; Tom Reed");
        await installation.IngestAsync("flood.txt");
        var truth = installation.Tables().First();
        var entity = await truth.QueryAsync<TableEntity>(row => row.RowKey == ArticleRow.Key).SingleAsync();
        var until = DateTimeOffset.FromUnixTimeMilliseconds((installation.Clock.GetUtcNow() + RunRegister.Life).ToUnixTimeMilliseconds());
        var random = new Random(1);
        var named = Enumerable.Range(0, 1930).Select(_ => new RowAddress(IngestTable.MentionsByEntity, Key(random), "1"));
        var row = entity.ToArticle();
        row = row with
        {
            Manifest = row.Manifest.Union(RowManifest.Of(named)),
            Runs = [new OpenRun("another-1", new RowsVersion("0x1", "0.0.1"), until)],
        };
        await truth.UpdateEntityAsync(row.ToEntity(), entity.ETag, TableUpdateMode.Replace);
        await installation.DropAsync("flood.txt", Flood);
        return (installation, until);
    }

    private static IEnumerable<string> Names(int count, Random random) =>
        Enumerable.Range(0, count).Select(_ => new string(random.GetItems<char>("abcdefghijklmnopqrstuvwxyz", 200)));

    private static string Key(Random random) =>
        new(random.GetItems<char>("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", 480));
}
