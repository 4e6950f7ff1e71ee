using Azure.Storage.Blobs.Models;

namespace Ingest.Tests;

/// <summary>Files in the archive tier, whose bytes the storage doesn't give.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ArchivedBlobTests(AzuriteFixture azurite)
{
    private const string Flood = "Flood in Arlen; 2024-05-01; Mara Voss; Mara Voss: The bridge will hold";

    [Fact]
    public async Task It_is_a_failure_of_its_own_at_the_first_try()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("flood.txt", Flood);
        await ArchiveAsync(newsroom);
        var requests = Faults.None();

        var outcome = await newsroom.IngestAsync("flood.txt", requests);

        Assert.Equal("archived", Assert.IsType<IngestOutcome.Unreadable>(outcome).Code);
        var failure = await newsroom.Storage.Failures.NewestFirstAsync(default).SingleAsync();
        Assert.Equal(("fetch", "archived", 1), (failure.Stage, failure.Reason, failure.Attempts));
        Assert.Equal(2, (await newsroom.DumpAsync()).Count);   // the failure and the article's row
        Assert.InRange(requests.Requests, 1, 10);
    }

    [Fact]
    public async Task Once_it_is_out_of_the_archive_the_next_delivery_reads_it()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("flood.txt", Flood);
        await ArchiveAsync(newsroom);
        await newsroom.IngestAsync("flood.txt");

        await newsroom.Storage.Container.GetBlobClient("flood.txt").SetAccessTierAsync(AccessTier.Hot);
        await newsroom.IngestAsync("flood.txt");

        Assert.Empty(await newsroom.Storage.Failures.NewestFirstAsync(default).ToListAsync());
        Assert.Single(await newsroom.Storage.ArticlesByDay.NewestFirstAsync(default).ToListAsync());
    }

    [Fact]
    public async Task What_was_read_before_it_went_there_stays()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("flood.txt", Flood);
        await newsroom.IngestAsync("flood.txt");
        var rows = await newsroom.DumpAsync();
        await ArchiveAsync(newsroom);

        Assert.IsType<IngestOutcome.Unchanged>(await newsroom.IngestAgainAsync("flood.txt"));
        Assert.IsType<IngestOutcome.Unchanged>(await newsroom.GiveUpAsync("flood.txt"));

        Assert.Equal(rows, await newsroom.DumpAsync());
    }

    [Fact]
    public async Task It_can_be_given_up_like_any_other()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("flood.txt", Flood);
        await ArchiveAsync(newsroom);

        await newsroom.GiveUpAsync("flood.txt");

        Assert.Equal("given-up", (await newsroom.Storage.Failures.NewestFirstAsync(default).SingleAsync()).Reason);
    }

    private static Task ArchiveAsync(Newsroom newsroom) =>
        newsroom.Storage.Container.GetBlobClient("flood.txt").SetAccessTierAsync(AccessTier.Archive);
}
