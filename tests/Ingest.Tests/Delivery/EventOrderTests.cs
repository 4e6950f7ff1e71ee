namespace Ingest.Tests.Delivery;

/// <summary>Events come late, twice, side by side and in any order. Each only says where to look.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class EventOrderTests(AzuriteFixture azurite)
{
    private static readonly string[] Versions =
    [
        "Flood in Arlen; 2024-05-01; Mara Voss, Tom Reed; Mara Voss: The bridge will hold; Tom Reed: It won't",
        "Arlen bridge falls; ; Mara Voss, Ana Lund; Ana Lund: We were lucky; Mara Voss: I was wrong",
        "Rain; 2024-05-01; Tom Reed; Tom Reed: More\nSun; ; Ana Lund; Ana Lund: At last",
        "\n",
        TestInstallation.Deleted,
    ];

    // Versions dropped one upon the other, as soon as the storage takes them; the event of each handled once or twice, up to a moment
    // later, by workers of which none waits for another. The last event of the last version is always handled after it was dropped.
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task Events_in_any_order_and_number_end_in_the_file_as_it_is(int seed)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        string[] files = [.. Enumerable.Range(1, 6).Select(n => $"{n}.txt")];

        await Task.WhenAll(files.Index().Select(file => LiveAsync(installation, file.Item, new Random(seed * 100 + file.Index))));

        await installation.AssertUndisturbedAsync($"seed {seed}", files);
    }

    [Fact]
    public async Task An_event_of_a_version_that_is_gone_long_since_changes_nothing()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        foreach (var version in Versions)
        {
            await installation.DropAsync("a.txt", Versions[0]);
            await installation.IngestAsync("a.txt");
            await installation.DropAsync("a.txt", version);
            await installation.IngestAsync("a.txt");
            var rows = await installation.DumpAsync();

            await installation.IngestAsync("a.txt");   // of the first version: an event doesn't say which

            Assert.Equal(rows, await installation.DumpAsync());
        }
    }

    private static async Task LiveAsync(TestInstallation installation, string file, Random chance)
    {
        var events = new List<Task>();
        for (var drops = chance.Next(2, 5); drops > 0; drops--)
        {
            await installation.DropAsync(file, Versions[chance.Next(Versions.Length)]);
            for (var times = chance.Next(1, 3); times > 0; times--)
                events.Add(HandleAsync(TimeSpan.FromMilliseconds(chance.Next(60))));
            await Task.Delay(chance.Next(30));
        }

        await Task.WhenAll(events);

        async Task HandleAsync(TimeSpan late)
        {
            await Task.Delay(late);
            await installation.IngestAsync(file);   // against up to seven others: none of them gives up
        }
    }
}
