using Azure.Storage.Blobs.Models;

namespace Ingest.Tests.Delivery;

/// <summary>Files in the archive tier, whose bytes the storage doesn't give.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ArchivedBlobTests(AzuriteFixture azurite)
{
    private const string Flood = "Flood in Arlen; 2024-05-01; Mara Voss; Mara Voss: The bridge will hold";

    [Fact]
    public async Task It_is_a_failure_of_its_own_at_the_first_try()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await ArchiveAsync(installation);
        var requests = RequestHooks.None();

        var outcome = await installation.IngestAsync("flood.txt", requests);

        Assert.Equal("archived", Assert.IsType<IngestOutcome.Unreadable>(outcome).Code);
        var failure = await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync();
        Assert.Equal(("fetch", "archived", 1), (failure.Stage, failure.Reason, failure.Attempts));
        Assert.Equal(2, (await installation.DumpAsync()).Count);   // the failure and the article's row
        Assert.InRange(requests.Requests, 1, 10);
    }

    [Fact]
    public async Task Once_it_is_out_of_the_archive_the_next_delivery_reads_it()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await ArchiveAsync(installation);
        await installation.IngestAsync("flood.txt");

        await installation.Storage.Container.GetBlobClient("flood.txt").SetAccessTierAsync(AccessTier.Hot);
        await installation.IngestAsync("flood.txt");

        Assert.Empty(await installation.Storage.Failures.NewestFirstAsync(default).ToListAsync());
        Assert.Single(await installation.Storage.ArticlesByDay.NewestFirstAsync(default).ToListAsync());
    }

    [Fact]
    public async Task What_was_read_before_it_went_there_stays()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        var rows = await installation.DumpAsync();
        await ArchiveAsync(installation);

        Assert.IsType<IngestOutcome.Unchanged>(await installation.IngestAgainAsync("flood.txt"));
        Assert.IsType<IngestOutcome.Unchanged>(await installation.GiveUpAsync("flood.txt"));

        Assert.Equal(rows, await installation.DumpAsync());
    }

    [Fact]
    public async Task It_can_be_given_up_like_any_other()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await ArchiveAsync(installation);

        await installation.GiveUpAsync("flood.txt");

        Assert.Equal("given-up", (await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync()).Reason);
    }

    private static Task ArchiveAsync(TestInstallation installation) =>
        installation.Storage.Container.GetBlobClient("flood.txt").SetAccessTierAsync(AccessTier.Archive);
}
