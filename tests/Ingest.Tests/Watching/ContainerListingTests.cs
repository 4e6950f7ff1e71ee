using Azure;
using Ingest.Watching;

namespace Ingest.Tests.Watching;

[Collection(AzuriteCollection.Name)]
public sealed class ContainerListingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_blob_is_found_when_it_is_new_when_it_changes_and_when_it_is_gone()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var listing = new ContainerListing(installation.Storage, TimeProvider.System);
        await installation.DropAsync("a.txt", "one");
        await installation.DropAsync("b.txt", "one");

        var isNew = await NamesAsync(listing);
        var asItWas = await NamesAsync(listing);
        await installation.DropAsync("a.txt", "two");
        var changed = await NamesAsync(listing);
        await installation.DeleteAsync("b.txt");
        var gone = await NamesAsync(listing);
        var goneForGood = await NamesAsync(listing);

        Assert.Equal([["a.txt", "b.txt"], [], ["a.txt"], ["b.txt, gone"], []], [isNew, asItWas, changed, gone, goneForGood]);
    }

    [Fact]
    public async Task A_listing_that_breaks_off_takes_nothing_for_deleted()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a.txt", "one");
        var faults = RequestHooks.HoldBefore(5, () => throw new RequestFailedException(503, "Busy."));
        var listing = new ContainerListing(azurite.Connect(installation.Options.Value, faults), TimeProvider.System);
        await NamesAsync(listing);
        await NamesAsync(listing);   // and two requests for rows of blobs that are gone

        await Assert.ThrowsAsync<RequestFailedException>(() => NamesAsync(listing));

        Assert.Empty(await NamesAsync(listing));
    }

    [Fact]
    public async Task A_blob_to_be_found_again_is_found_once_more_whether_it_is_there_or_not()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var listing = new ContainerListing(installation.Storage, installation.Clock);
        await installation.DropAsync("a.txt", "one");
        await NamesAsync(listing);
        listing.FindAgain("a.txt", installation.Clock.GetUtcNow().AddMinutes(5));
        listing.FindAgain("gone.txt", installation.Clock.GetUtcNow().AddMinutes(5));

        var early = await NamesAsync(listing);
        installation.LetEventsComeBack();
        var due = await NamesAsync(listing);
        var after = await NamesAsync(listing);

        Assert.Equal([[], ["a.txt", "gone.txt, gone"], []], [early, due, after]);
    }

    private static async Task<string[]> NamesAsync(ContainerListing listing) =>
        [.. (await listing.NextAsync(default)).Select(blob => blob.ETag is null ? $"{blob.Name}, gone" : blob.Name)];
}
