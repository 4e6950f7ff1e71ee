namespace Ingest.Tests.Delivery;

/// <summary>What nobody tries any more.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class GivenUpTests(AzuriteFixture azurite)
{
    private const string Flood = "Flood in Arlen; 2024-05-01; Mara Voss; Mara Voss: The bridge will hold";

    [Fact]
    public async Task A_blob_that_is_given_up_has_a_failure_and_no_other_row()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);

        await installation.GiveUpAsync("flood.txt", await installation.VersionAsync("flood.txt"));
        await installation.GiveUpAsync("flood.txt", await installation.VersionAsync("flood.txt"));

        var failure = await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync();
        Assert.Equal(
            ($"{installation.Storage.Container.Name}/flood.txt", "deliver", "given-up", "Five times.", 5),
            (failure.Blob, failure.Stage, failure.Reason, failure.Message, failure.Attempts));
        Assert.Equal(2, (await installation.DumpAsync()).Count);   // the failure and the article's row
    }

    [Fact]
    public async Task The_next_delivery_tries_again_and_the_failure_goes()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.GiveUpAsync("flood.txt");

        await installation.IngestAsync("flood.txt");

        Assert.Empty(await installation.Storage.Failures.NewestFirstAsync(default).ToListAsync());
        Assert.Single(await installation.Storage.ArticlesByDay.NewestFirstAsync(default).ToListAsync());
    }

    [Fact]
    public async Task What_was_read_after_all_is_no_failure()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        var rows = await installation.DumpAsync();

        await installation.GiveUpAsync("flood.txt", await installation.VersionAsync("flood.txt"));

        Assert.Equal(rows, await installation.DumpAsync());
    }

    [Fact]
    public async Task What_an_older_engine_read_is_no_failure()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood + "\nCalm; 2024-06-01; Ana Lund");
        await installation.IngestAsync("flood.txt");
        await installation.PretendEngineAsync("0.0.1");
        var rows = await installation.DumpAsync();

        var outcome = await installation.GiveUpAsync("flood.txt");

        Assert.IsType<IngestOutcome.Unchanged>(outcome);
        Assert.Equal(rows, await installation.DumpAsync());
    }

    [Fact]
    public async Task What_an_older_engine_read_of_an_older_version_gives_way_to_the_failure()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        await installation.PretendEngineAsync("0.0.1");
        await installation.DropAsync("flood.txt", "Calm; 2024-06-01; Ana Lund");

        await installation.GiveUpAsync("flood.txt");

        Assert.Equal(2, (await installation.DumpAsync()).Count);   // the failure and the article's row
    }

    [Fact]
    public async Task A_version_that_was_overwritten_since_is_no_failure()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", "!!bug");
        var version = await installation.VersionAsync("flood.txt");
        await installation.DropAsync("flood.txt", Flood);

        await installation.GiveUpAsync("flood.txt", version);

        Assert.Empty(await installation.DumpAsync());
    }

    [Fact]
    public async Task What_is_found_unreadable_while_it_is_given_up_is_so_in_the_end()
    {
        var requests = await RequestsOfGivingUpAsync("!broken");

        for (var moment = 1; moment <= requests; moment++)
        {
            var installation = await TestInstallation.OpenAsync(azurite);
            await installation.DropAsync("flood.txt", "!broken");
            var hooks = RequestHooks.HoldBefore(moment, () => installation.IngestAsync("flood.txt"));

            await installation.GiveUpAsync("flood.txt", version: null, hooks);

            Assert.True(hooks.Requests >= moment, $"no request {moment}");
            Assert.Equal("empty", (await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync()).Reason);
        }
    }

    [Fact]
    public async Task What_is_read_while_it_is_given_up_stands_in_the_end()
    {
        const string feed = Flood + "\nCalm; 2024-06-01; Ana Lund";
        var requests = await RequestsOfGivingUpAsync(feed, isCutOff: true);

        for (var moment = 1; moment <= requests; moment++)
        {
            var installation = await TestInstallation.OpenAsync(azurite);
            await CutOffAsync(installation, feed);
            var hooks = RequestHooks.HoldBefore(moment, () => installation.IngestAsync("flood.txt"));

            await installation.GiveUpAsync("flood.txt", version: null, hooks);

            Assert.True(hooks.Requests >= moment, $"no request {moment}");
            Assert.Empty(await installation.Storage.Failures.NewestFirstAsync(default).ToListAsync());
            installation.LetEventsComeBack();
            await installation.IngestAsync("flood.txt");
            await installation.AssertUndisturbedAsync($"before {moment}", "flood.txt");
        }
    }

    /// <summary>How many requests it takes to record that nobody tries the file any more, where nothing gets in the way.</summary>
    private async Task<int> RequestsOfGivingUpAsync(string file, bool isCutOff = false)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        if (isCutOff)
            await CutOffAsync(installation, file);
        else
            await installation.DropAsync("flood.txt", file);
        var hooks = RequestHooks.None();
        await installation.GiveUpAsync("flood.txt", version: null, hooks);
        Assert.Equal("given-up", (await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync()).Reason);
        return hooks.Requests;
    }

    private static async Task CutOffAsync(TestInstallation installation, string file)
    {
        await installation.DropAsync("flood.txt", file);
        await Assert.ThrowsAnyAsync<Exception>(() => installation.IngestAsync("flood.txt", RequestHooks.DieBefore(12)));
        installation.LetEventsComeBack();
    }

    [Fact]
    public async Task Giving_up_a_version_that_was_overwritten_takes_away_what_it_left()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        var version = await installation.VersionAsync("flood.txt");
        var slow = RequestHooks.HoldBefore(
            5,
            async () =>
            {
                await installation.DropAsync("flood.txt", "Calm; 2024-06-01; Ana Lund");
                await installation.IngestAsync("flood.txt");
            },
            dieBefore: 6);
        await Assert.ThrowsAnyAsync<Exception>(() => installation.IngestAsync("flood.txt", slow));
        installation.LetEventsComeBack();

        await installation.GiveUpAsync("flood.txt", version);

        await installation.AssertUndisturbedAsync("given up", "flood.txt");
    }

    [Fact]
    public async Task What_is_gone_is_no_failure_and_loses_its_rows()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        await installation.DeleteAsync("flood.txt");

        await installation.GiveUpAsync("flood.txt");

        Assert.Empty(await installation.DumpAsync());
    }

    [Fact]
    public async Task Rows_that_are_forgotten_come_back_with_the_next_delivery()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood + "\nCalm; 2024-06-01; Ana Lund");
        await installation.IngestAsync("flood.txt");
        var rows = await installation.DumpAsync();

        await installation.ForgetAsync("flood.txt");
        var forgotten = await installation.DumpAsync();
        await installation.IngestAsync("flood.txt");

        Assert.Empty(forgotten);
        Assert.Equal(rows, await installation.DumpAsync());
    }
}
