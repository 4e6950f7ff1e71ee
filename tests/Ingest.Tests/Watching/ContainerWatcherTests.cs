using Ingest.Delivery;
using Ingest.Watching;

namespace Ingest.Tests.Watching;

[Collection(AzuriteCollection.Name)]
public sealed class ContainerWatcherTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Two_hundred_articles_at_once_are_all_there()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await Parallel.ForAsync(
            0, 200, async (n, _) => await installation.DropAsync($"{n}.txt", $"Title {n}; 2024-05-01; Mara Voss; Mara Voss: Number {n}"));

        var events = await installation.Watcher().WatchAsync(once: true, default).ToListAsync();

        var listed = await installation.Storage.ArticlesByDay.NewestFirstAsync(default).CountAsync();
        var mentioned = await installation.Storage.MentionsByEntity.OfNameAsync("Mara Voss", default).CountAsync();
        var quoted = await installation.Storage.QuotesBySpeaker.FindAsync("Mara Voss", about: null, default).CountAsync();
        Assert.Equal((200, 200, 200, 200), (events.OfType<WatchEvent.Done>().Count(), listed, mentioned, quoted));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_does_not_stop_the_others()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a.txt", "");
        await installation.DropAsync("b.txt", "Calm; 2024-06-01; Ana Lund");

        var events = await installation.Watcher().WatchAsync(once: true, default).OfType<WatchEvent.Done>().ToListAsync();

        Assert.IsType<IngestOutcome.Unreadable>(events.Single(done => done.BlobName == "a.txt").Outcome);
        Assert.IsType<IngestOutcome.Ingested>(events.Single(done => done.BlobName == "b.txt").Outcome);
    }

    [Fact]
    public async Task A_blob_that_fails_every_time_is_reported_and_does_not_stop_the_others()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("bug.txt", "!!bug");
        await installation.DropAsync("calm.txt", "Calm; 2024-06-01; Ana Lund");

        var events = await installation.Watcher().WatchAsync(once: true, default).ToListAsync();

        Assert.IsType<TestInstallation.EngineBug>(events.OfType<WatchEvent.Undone>().Single(undone => undone.BlobName == "bug.txt").Error);
        Assert.Single(events.OfType<WatchEvent.Done>(), done => done.BlobName == "calm.txt");
    }

    [Fact]
    public async Task Short_memory_is_no_fault_of_the_file_and_ends_the_watching()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("large.txt", "!!memory");

        await Assert.ThrowsAsync<OutOfMemoryException>(
            () => installation.Watcher().WatchAsync(once: true, default).ToListAsync().AsTask());

        Assert.Empty(await installation.Storage.Failures.NewestFirstAsync(default).ToListAsync());
    }

    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.25, 1)]
    [InlineData(10, 40)]
    [InlineData(30, 60)]
    public void The_container_is_listed_again_after_four_times_what_the_listing_took_a_second_at_least_and_a_minute_at_most(
        double listingSeconds, double pauseSeconds) =>
        Assert.Equal(TimeSpan.FromSeconds(pauseSeconds), ContainerWatcher.PauseAfter(TimeSpan.FromSeconds(listingSeconds)));

    [Fact]
    public async Task What_is_dropped_or_overwritten_while_it_watches_is_picked_up_at_the_next_listing()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        using var patience = Patience.Source();
        var listings = new Listings();
        await using var events = installation.Watcher(azurite.Connect(installation.Options.Value, listings.Hooks))
            .WatchAsync(once: false, patience.Token)
            .OfType<WatchEvent.Done>()
            .GetAsyncEnumerator(patience.Token);

        foreach (var title in new[] { "First", "Second" })
        {
            var next = events.MoveNextAsync();
            await listings.NextAsync(patience.Token);
            await installation.DropAsync("a.txt", $"{title}; 2024-06-01; Ana Lund");
            await next;

            Assert.Equal(title, Assert.IsType<IngestOutcome.Ingested>(events.Current.Outcome).Extractions[0].Article.Title);
        }
    }

    [Fact]
    public async Task An_article_cut_off_and_overwritten_is_whole_after_one_scan()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a.txt", "Flood; 2024-05-01; Mara Voss, Tom Reed");
        await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => installation.IngestAsync("a.txt", RequestHooks.DieBefore(5)));
        await installation.DropAsync("a.txt", "Calm; 2024-06-01; Ana Lund");
        installation.LetEventsComeBack();

        await installation.Watcher().WatchAsync(once: true, default).ToListAsync();

        await installation.AssertUndisturbedAsync("scanned", "a.txt");
    }

    [Fact]
    public async Task A_scan_does_not_end_before_the_rows_of_a_blob_cut_off_and_overwritten_are_certain()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a.txt", "Flood; 2024-05-01; Mara Voss, Tom Reed");
        await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => installation.IngestAsync("a.txt", RequestHooks.DieBefore(5)));
        await installation.DropAsync("a.txt", "Calm; 2024-06-01; Ana Lund");

        var told = new List<WatchEvent>();
        await foreach (var watchEvent in installation.Watcher(time: installation.Clock).WatchAsync(once: true, default))
        {
            told.Add(watchEvent);
            if (watchEvent is WatchEvent.Contested)
                installation.Clock.Advance(RunRegister.Life + RunRegister.Margin + TimeSpan.FromSeconds(1));
        }

        var contested = Assert.Single(told.OfType<WatchEvent.Contested>());
        Assert.Equal((1, told.OfType<WatchEvent.Done>().First().Outcome.ContestedUntil), (contested.Files, contested.Until));
        Assert.Equal([true, false], told.OfType<WatchEvent.Done>().Select(done => done.Outcome.ContestedUntil is not null));
        await installation.AssertUndisturbedAsync("scanned", "a.txt");
    }

    [Fact]
    public async Task A_blob_deleted_while_nobody_watched_has_no_rows_after_one_scan()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("feed.txt", "Flood; 2024-05-01; Mara Voss\nCalm; 2024-06-01; Ana Lund");
        await installation.DropAsync("empty.txt", "");
        await installation.Watcher().WatchAsync(once: true, default).ToListAsync();
        await installation.DeleteAsync("feed.txt");
        await installation.DeleteAsync("empty.txt");

        var events = await installation.Watcher().WatchAsync(once: true, default).OfType<WatchEvent.Done>().ToListAsync();

        Assert.Equal(["empty.txt", "feed.txt"], events.Select(done => done.BlobName).Order());
        Assert.All(events, done => Assert.IsType<IngestOutcome.Gone>(done.Outcome));
        Assert.Empty(await installation.DumpAsync());
    }

    [Fact]
    public async Task A_blob_deleted_while_it_watches_loses_its_rows()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        using var patience = Patience.Source();
        await installation.DropAsync("a.txt", "Flood; 2024-05-01; Mara Voss");
        await using var events = installation.Watcher()
            .WatchAsync(once: false, patience.Token)
            .OfType<WatchEvent.Done>()
            .GetAsyncEnumerator(patience.Token);
        await events.MoveNextAsync();

        await installation.DeleteAsync("a.txt");
        await events.MoveNextAsync();

        Assert.IsType<IngestOutcome.Gone>(events.Current.Outcome);
        Assert.Empty(await installation.DumpAsync());
    }

    [Fact]
    public async Task What_lies_in_another_container_is_not_taken_for_deleted()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a.txt", "Flood; 2024-05-01; Mara Voss");
        await installation.IngestAsync("a.txt");
        var rows = await installation.DumpAsync();
        installation.Options.Value.ArticlesContainer = installation.Options.Value.ArticlesContainer + "-too";
        var tooStorage = azurite.Connect(installation.Options.Value);
        await tooStorage.Container.CreateAsync();

        await installation.Watcher(tooStorage).WatchAsync(once: true, default).ToListAsync();

        Assert.Equal(rows, await installation.DumpAsync());
    }

    /// <summary>The listings that a watcher makes.</summary>
    private sealed class Listings
    {
        private readonly SemaphoreSlim _begun = new(0);

        public Listings() => Hooks = RequestHooks.OfListings(() => _begun.Release());

        public RequestHooks Hooks { get; }

        /// <summary>Ends once two more have begun, so that one was made from its beginning to its end.</summary>
        public async Task NextAsync(CancellationToken cancellationToken)
        {
            while (_begun.CurrentCount > 0)
                await _begun.WaitAsync(cancellationToken);
            await _begun.WaitAsync(cancellationToken);
            await _begun.WaitAsync(cancellationToken);
        }
    }

    [Fact]
    public async Task A_blob_that_fails_every_time_is_recorded_until_it_is_read_after_all()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("bug.txt", "!!bug");
        await installation.Watcher().WatchAsync(once: true, default).ToListAsync();
        var failure = await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync();

        await installation.DropAsync("bug.txt", "Calm; 2024-06-01; Ana Lund");
        await installation.Watcher().WatchAsync(once: true, default).ToListAsync();

        Assert.Equal(("deliver", "given-up", 5), (failure.Stage, failure.Reason, failure.Attempts));
        Assert.Equal("EngineBug: Not thought of.", failure.Message);
        Assert.Empty(await installation.Storage.Failures.NewestFirstAsync(default).ToListAsync());
    }
}
