using Ingest.Delivery;

namespace Ingest.Tests.Delivery;

[Collection(AzuriteCollection.Name)]
public sealed class ReprocessingTests(AzuriteFixture azurite)
{
    private const string OldEngine = "0.0.1";

    private static readonly ReprocessSelection All = new();
    private static readonly ReprocessSelection Older = new(EngineBefore: new Version(0, 0, 2));

    [Fact]
    public async Task Only_files_of_an_older_engine_are_read_again()
    {
        var installation = await OpenAsync(files: 3);
        var rows = await installation.DumpAsync();
        await installation.PretendEngineAsync(OldEngine);
        await installation.DropAsync("new.txt", "Calm; 2024-06-01; Ana Lund");
        await installation.IngestAsync("new.txt");

        var read = await ReadAsync(installation, Older);
        var again = await ReadAsync(installation, Older);

        await installation.DeleteAsync("new.txt");
        await installation.IngestAsync("new.txt");
        Assert.Equal(["0.txt", "1.txt", "2.txt"], read.Order());
        Assert.Empty(again);
        Assert.Equal(rows, await installation.DumpAsync());
    }

    [Fact]
    public async Task Only_files_of_a_format_are_read_again()
    {
        var installation = await OpenAsync(files: 2);

        Assert.Equal(2, (await ReadAsync(installation, new ReprocessSelection(Format: "text"))).Count);
        Assert.Empty(await ReadAsync(installation, new ReprocessSelection(Format: "pdf")));
    }

    [Fact]
    public async Task A_file_of_several_articles_is_read_once()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("feed.txt", "Rain; 2024-05-01; Tom Reed\nSun; ; Ana Lund\nSnow; 2024-01-02; Tom Reed");
        await installation.IngestAsync("feed.txt");

        Assert.Equal(["feed.txt"], await ReadAsync(installation, All));
    }

    [Fact]
    public async Task Called_off_it_goes_on_where_it_was()
    {
        var installation = await OpenAsync(files: 20);
        var undisturbed = await ReadAsync(installation, All);

        var first = await ReadAsync(installation, All, count: 7);
        var done = await installation.Reprocessing().DoneBeforeAsync(All, default);
        var other = await ReadAsync(installation, new ReprocessSelection(Format: "text"));
        var second = await ReadAsync(installation, All);
        var third = await ReadAsync(installation, All);

        Assert.Equal(7, done);
        Assert.Equal(20, other.Count);
        Assert.Equal(undisturbed, first.Concat(second));
        Assert.Equal(undisturbed, third);
        Assert.Empty(await installation.Extractions.GetBlobsAsync().Where(blob => blob.Name.StartsWith(
            "reprocess", StringComparison.Ordinal)).ToListAsync());
    }

    [Fact]
    public async Task Begun_anew_it_reads_all()
    {
        var installation = await OpenAsync(files: 5);
        await ReadAsync(installation, All, count: 3);

        Assert.Equal(5, (await ReadAsync(installation, All, restart: true)).Count);
    }

    [Fact]
    public async Task A_file_that_no_try_brought_to_an_end_is_the_first_of_the_next_run()
    {
        var installation = await OpenAsync(files: 5);
        var order = await ReadAsync(installation, All);
        await installation.DropAsync(order[2], "no fields");

        var events = await installation.Reprocessing()
            .RunAsync(All, restart: false, _ => { }, default)
            .Select(step => step.Event)
            .ToListAsync();
        await installation.DropAsync(order[2], "Calm; 2024-06-01; Ana Lund");

        Assert.Equal(order[2], events.OfType<WatchEvent.Undone>().Single().BlobName);
        Assert.Equal(order.Skip(2), await ReadAsync(installation, All));
    }

    [Fact]
    public async Task What_ended_it_is_told_also_where_the_storage_does_not_take_how_far_it_was()
    {
        var installation = await OpenAsync(files: 5);
        var isAway = false;
        var reprocessing = installation.Reprocessing(
            RequestHooks.Before(_ => isAway ? throw new IOException("Away.") : Task.CompletedTask));

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var step in reprocessing.RunAsync(All, restart: false, _ => { }, default))
            {
                isAway = true;
                throw new OperationCanceledException();
            }
        });

        Assert.Equal(5, (await ReadAsync(installation, All)).Count);
    }

    private async Task<TestInstallation> OpenAsync(int files)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        for (var n = 0; n < files; n++)
        {
            await installation.DropAsync($"{n}.txt", $"Title {n}; 2024-05-01; Mara Voss; Mara Voss: Number {n}");
            await installation.IngestAsync($"{n}.txt");
        }

        return installation;
    }

    private static async Task<List<string>> ReadAsync(
        TestInstallation installation, ReprocessSelection selection, int count = int.MaxValue, bool restart = false) =>
        await installation.Reprocessing().RunAsync(selection, restart, _ => { }, default)
            .Select(step => Assert.IsType<WatchEvent.Done>(step.Event).BlobName)
            .Take(count)
            .ToListAsync();
}
