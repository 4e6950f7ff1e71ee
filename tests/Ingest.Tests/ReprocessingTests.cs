namespace Ingest.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class ReprocessingTests(AzuriteFixture azurite)
{
    private const string OldEngine = "0.0.1";

    private static readonly ReprocessSelection All = new();
    private static readonly ReprocessSelection Older = new(EngineBefore: new Version(0, 0, 2));

    [Fact]
    public async Task Only_files_of_an_older_engine_are_read_again()
    {
        var newsroom = await OpenAsync(files: 3);
        var rows = await newsroom.DumpAsync();
        await newsroom.PretendEngineAsync(OldEngine);
        await newsroom.DropAsync("new.txt", "Calm; 2024-06-01; Ana Lund");
        await newsroom.IngestAsync("new.txt");

        var read = await ReadAsync(newsroom, Older);
        var again = await ReadAsync(newsroom, Older);

        await newsroom.DeleteAsync("new.txt");
        await newsroom.IngestAsync("new.txt");
        Assert.Equal(["0.txt", "1.txt", "2.txt"], read.Order());
        Assert.Empty(again);
        Assert.Equal(rows, await newsroom.DumpAsync());
    }

    [Fact]
    public async Task Only_files_of_a_format_are_read_again()
    {
        var newsroom = await OpenAsync(files: 2);

        Assert.Equal(2, (await ReadAsync(newsroom, new ReprocessSelection(Format: "text"))).Count);
        Assert.Empty(await ReadAsync(newsroom, new ReprocessSelection(Format: "pdf")));
    }

    [Fact]
    public async Task A_file_of_several_articles_is_read_once()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        await newsroom.DropAsync("feed.txt", "Rain; 2024-05-01; Tom Reed\nSun; ; Ana Lund\nSnow; 2024-01-02; Tom Reed");
        await newsroom.IngestAsync("feed.txt");

        Assert.Equal(["feed.txt"], await ReadAsync(newsroom, All));
    }

    [Fact]
    public async Task Called_off_it_goes_on_where_it_was()
    {
        var newsroom = await OpenAsync(files: 20);
        var undisturbed = await ReadAsync(newsroom, All);

        var first = await ReadAsync(newsroom, All, count: 7);
        var done = await newsroom.Reprocessing().DoneBeforeAsync(All, default);
        var other = await ReadAsync(newsroom, new ReprocessSelection(Format: "text"));
        var second = await ReadAsync(newsroom, All);
        var third = await ReadAsync(newsroom, All);

        Assert.Equal(7, done);
        Assert.Equal(20, other.Count);
        Assert.Equal(undisturbed, first.Concat(second));
        Assert.Equal(undisturbed, third);
        Assert.Empty(await newsroom.Extractions.GetBlobsAsync().Where(blob => blob.Name.StartsWith(
            "reprocess", StringComparison.Ordinal)).ToListAsync());
    }

    [Fact]
    public async Task Begun_anew_it_reads_all()
    {
        var newsroom = await OpenAsync(files: 5);
        await ReadAsync(newsroom, All, count: 3);

        Assert.Equal(5, (await ReadAsync(newsroom, All, restart: true)).Count);
    }

    [Fact]
    public async Task A_file_that_no_try_brought_to_an_end_is_the_first_of_the_next_run()
    {
        var newsroom = await OpenAsync(files: 5);
        var order = await ReadAsync(newsroom, All);
        await newsroom.DropAsync(order[2], "no fields");

        var events = await newsroom.Reprocessing()
            .RunAsync(All, restart: false, _ => { }, default)
            .Select(step => step.Event)
            .ToListAsync();
        await newsroom.DropAsync(order[2], "Calm; 2024-06-01; Ana Lund");

        Assert.Equal(order[2], events.OfType<WatchEvent.Undone>().Single().BlobName);
        Assert.Equal(order.Skip(2), await ReadAsync(newsroom, All));
    }

    [Fact]
    public async Task What_ended_it_is_told_also_where_the_storage_does_not_take_how_far_it_was()
    {
        var newsroom = await OpenAsync(files: 5);
        var isAway = false;
        var reprocessing = newsroom.Reprocessing(Faults.Before(_ => isAway ? throw new IOException("Away.") : Task.CompletedTask));

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var step in reprocessing.RunAsync(All, restart: false, _ => { }, default))
            {
                isAway = true;
                throw new OperationCanceledException();
            }
        });

        Assert.Equal(5, (await ReadAsync(newsroom, All)).Count);
    }

    private async Task<Newsroom> OpenAsync(int files)
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        for (var n = 0; n < files; n++)
        {
            await newsroom.DropAsync($"{n}.txt", $"Title {n}; 2024-05-01; Mara Voss; Mara Voss: Number {n}");
            await newsroom.IngestAsync($"{n}.txt");
        }

        return newsroom;
    }

    private static async Task<List<string>> ReadAsync(
        Newsroom newsroom, ReprocessSelection selection, int count = int.MaxValue, bool restart = false) =>
        await newsroom.Reprocessing().RunAsync(selection, restart, _ => { }, default)
            .Select(step => Assert.IsType<WatchEvent.Done>(step.Event).BlobName)
            .Take(count)
            .ToListAsync();
}
