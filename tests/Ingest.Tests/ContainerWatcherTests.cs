namespace Ingest.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class ContainerWatcherTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Two_hundred_articles_at_once_are_all_there()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await Parallel.ForAsync(
            0, 200, async (n, _) => await newsroom.DropAsync($"{n}.txt", $"Title {n}; 2024-05-01; Mara Voss; Mara Voss: Number {n}"));

        var events = await newsroom.Watcher().WatchAsync(once: true, default).ToListAsync();

        var listed = await newsroom.Storage.ArticlesByDay.NewestFirstAsync(default).CountAsync();
        var mentioned = await newsroom.Storage.MentionsByEntity.OfNameAsync("Mara Voss", default).CountAsync();
        var quoted = await newsroom.Storage.QuotesBySpeaker.FindAsync("Mara Voss", about: null, default).CountAsync();
        Assert.Equal((200, 200, 200, 200), (events.OfType<WatchEvent.Done>().Count(), listed, mentioned, quoted));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_does_not_stop_the_others()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("a.txt", "");
        await newsroom.DropAsync("b.txt", "Calm; 2024-06-01; Ana Lund");

        var events = await newsroom.Watcher().WatchAsync(once: true, default).OfType<WatchEvent.Done>().ToListAsync();

        Assert.IsType<IngestOutcome.Unreadable>(events.Single(done => done.BlobName == "a.txt").Outcome);
        Assert.IsType<IngestOutcome.Ingested>(events.Single(done => done.BlobName == "b.txt").Outcome);
    }

    [Fact]
    public async Task A_blob_that_fails_every_time_is_reported_and_does_not_stop_the_others()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("bug.txt", "no fields");
        await newsroom.DropAsync("calm.txt", "Calm; 2024-06-01; Ana Lund");

        var events = await newsroom.Watcher().WatchAsync(once: true, default).ToListAsync();

        Assert.IsType<IndexOutOfRangeException>(events.OfType<WatchEvent.Undone>().Single(undone => undone.BlobName == "bug.txt").Error);
        Assert.Single(events.OfType<WatchEvent.Done>(), done => done.BlobName == "calm.txt");
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
        var newsroom = await Newsroom.OpenAsync(azurite);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var events = newsroom.Watcher()
            .WatchAsync(once: false, patience.Token)
            .OfType<WatchEvent.Done>()
            .GetAsyncEnumerator(patience.Token);

        foreach (var title in new[] { "First", "Second" })
        {
            var next = events.MoveNextAsync();
            await Task.Delay(1500, patience.Token);
            await newsroom.DropAsync("a.txt", $"{title}; 2024-06-01; Ana Lund");
            await next;

            Assert.Equal(title, Assert.IsType<IngestOutcome.Ingested>(events.Current.Outcome).Extractions[0].Article.Title);
        }
    }

    [Fact]
    public async Task An_article_cut_off_and_overwritten_is_whole_after_one_scan()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("a.txt", "Flood; 2024-05-01; Mara Voss, Tom Reed");
        await Assert.ThrowsAsync<Faults.WorkerDied>(() => newsroom.IngestAsync("a.txt", Faults.DieBefore(5)));
        await newsroom.DropAsync("a.txt", "Calm; 2024-06-01; Ana Lund");
        newsroom.LetEventsComeBack();

        await newsroom.Watcher().WatchAsync(once: true, default).ToListAsync();

        var scanned = await newsroom.DumpAsync();
        await newsroom.WipeAsync();
        await newsroom.IngestAsync("a.txt");
        Assert.Equal(await newsroom.DumpAsync(), scanned);
    }

    [Fact]
    public async Task A_scan_does_not_end_before_the_rows_of_a_blob_cut_off_and_overwritten_are_certain()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("a.txt", "Flood; 2024-05-01; Mara Voss, Tom Reed");
        await Assert.ThrowsAsync<Faults.WorkerDied>(() => newsroom.IngestAsync("a.txt", Faults.DieBefore(5)));
        await newsroom.DropAsync("a.txt", "Calm; 2024-06-01; Ana Lund");

        var told = new List<WatchEvent>();
        await foreach (var watchEvent in newsroom.Watcher(time: newsroom.Clock).WatchAsync(once: true, default))
        {
            told.Add(watchEvent);
            if (watchEvent is WatchEvent.Contested)
                newsroom.Clock.Advance(RunRegister.Life + RunRegister.Margin + TimeSpan.FromSeconds(1));
        }

        var contested = Assert.Single(told.OfType<WatchEvent.Contested>());
        Assert.Equal((1, told.OfType<WatchEvent.Done>().First().Outcome.ContestedUntil), (contested.Files, contested.Until));
        Assert.Equal([true, false], told.OfType<WatchEvent.Done>().Select(done => done.Outcome.ContestedUntil is not null));
        await newsroom.AssertUndisturbedAsync("scanned", "a.txt");
    }

    [Fact]
    public async Task A_blob_deleted_while_nobody_watched_has_no_rows_after_one_scan()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("feed.txt", "Flood; 2024-05-01; Mara Voss\nCalm; 2024-06-01; Ana Lund");
        await newsroom.DropAsync("empty.txt", "");
        await newsroom.Watcher().WatchAsync(once: true, default).ToListAsync();
        await newsroom.DeleteAsync("feed.txt");
        await newsroom.DeleteAsync("empty.txt");

        var events = await newsroom.Watcher().WatchAsync(once: true, default).OfType<WatchEvent.Done>().ToListAsync();

        Assert.Equal(["empty.txt", "feed.txt"], events.Select(done => done.BlobName).Order());
        Assert.All(events, done => Assert.IsType<IngestOutcome.Gone>(done.Outcome));
        Assert.Empty(await newsroom.DumpAsync());
    }

    [Fact]
    public async Task A_blob_deleted_while_it_watches_loses_its_rows()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await newsroom.DropAsync("a.txt", "Flood; 2024-05-01; Mara Voss");
        await using var events = newsroom.Watcher()
            .WatchAsync(once: false, patience.Token)
            .OfType<WatchEvent.Done>()
            .GetAsyncEnumerator(patience.Token);
        await events.MoveNextAsync();

        await newsroom.DeleteAsync("a.txt");
        await events.MoveNextAsync();

        Assert.IsType<IngestOutcome.Gone>(events.Current.Outcome);
        Assert.Empty(await newsroom.DumpAsync());
    }

    [Fact]
    public async Task What_lies_in_another_container_is_not_taken_for_deleted()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("a.txt", "Flood; 2024-05-01; Mara Voss");
        await newsroom.IngestAsync("a.txt");
        var rows = await newsroom.DumpAsync();
        newsroom.Options.Value.ArticlesContainer = newsroom.Options.Value.ArticlesContainer + "-too";
        var tooStorage = azurite.Connect(newsroom.Options.Value);
        await tooStorage.Container.CreateAsync();

        await newsroom.Watcher(tooStorage).WatchAsync(once: true, default).ToListAsync();

        Assert.Equal(rows, await newsroom.DumpAsync());
    }

    [Fact]
    public async Task A_blob_that_fails_every_time_is_recorded_until_it_is_read_after_all()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("bug.txt", "no fields");
        await newsroom.Watcher().WatchAsync(once: true, default).ToListAsync();
        var failure = await newsroom.Storage.Failures.NewestFirstAsync(default).SingleAsync();

        await newsroom.DropAsync("bug.txt", "Calm; 2024-06-01; Ana Lund");
        await newsroom.Watcher().WatchAsync(once: true, default).ToListAsync();

        Assert.Equal(("deliver", "given-up", 5), (failure.Stage, failure.Reason, failure.Attempts));
        Assert.StartsWith("IndexOutOfRangeException: ", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await newsroom.Storage.Failures.NewestFirstAsync(default).ToListAsync());
    }
}
