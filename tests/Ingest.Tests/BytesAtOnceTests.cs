using Ingest.Text;
using Ingest.Text.Articles;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Tests;

/// <summary>How much is looked through at the same time.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class BytesAtOnceTests(AzuriteFixture azurite) : IDisposable
{
    private const int Mebibyte = 1024 * 1024;

    private readonly Lock _lock = new();
    private long _bytes;
    private long _most;
    private int _files;
    private int _mostFiles;

    // A large file is in work until a small one is so beside it.
    private readonly ManualResetEventSlim _small = new();
    private bool _hasSmall;

    public void Dispose() => _small.Dispose();

    [Fact]
    public async Task Large_files_are_looked_through_in_turn_and_small_ones_beside_them()
    {
        var newsroom = await Newsroom.OpenAsync(azurite, options => options.MaxBytesAtOnce = 2 * Mebibyte);
        foreach (var i in Enumerable.Range(0, 4))
        {
            await newsroom.DropAsync($"large-{i}.txt", new string('a', (3 * Mebibyte) / 2));
            await newsroom.DropAsync($"small-{i}.txt", new string('a', 1024));
        }

        _hasSmall = true;

        var outcomes = await IngestAllAsync(newsroom);

        Assert.All(outcomes, outcome => Assert.IsType<IngestOutcome.Unreadable>(outcome));
        Assert.InRange(_most, (3 * Mebibyte) / 2, 2 * Mebibyte);
        Assert.InRange(_mostFiles, 2, 5);
    }

    [Fact]
    public async Task A_file_that_is_larger_than_the_bound_is_looked_through_alone()
    {
        var newsroom = await Newsroom.OpenAsync(azurite, options => options.MaxBytesAtOnce = Mebibyte);
        foreach (var i in Enumerable.Range(0, 3))
            await newsroom.DropAsync($"huge-{i}.txt", new string('a', 2 * Mebibyte));

        var outcomes = await IngestAllAsync(newsroom);

        Assert.Equal((3, 1), (outcomes.Length, _mostFiles));
    }

    [Fact]
    public async Task A_file_keeps_its_room_until_its_rows_are_written()
    {
        var newsroom = await Newsroom.OpenAsync(azurite, options => options.MaxBytesAtOnce = Mebibyte);
        await newsroom.DropAsync("first.txt", $"Flood in Arlen; 2024-05-01; Mara Voss{new string('\n', Mebibyte)}");
        await newsroom.DropAsync("second.txt", $"Calm; 2024-06-01; Ana Lund{new string('\n', Mebibyte)}");
        await newsroom.DropAsync("small.txt", "Mist; 2024-06-01; Ana Lund");
        Func<string, Task<IngestOutcome>> worker = null!;
        Task<IngestOutcome>? second = null;
        var (requests, atFirstEnd) = (0, -1);
        worker = newsroom.Worker(Faults.Before(async n =>
        {
            requests = n;
            if (n != 4)
                return;
            second = worker("second.txt");
            await worker("small.txt").WaitAsync(TimeSpan.FromSeconds(30));
            await Task.Delay(500);   // in which it would be read and written, had it the room
        }));

        await worker("first.txt");
        atFirstEnd = requests;
        await second!;

        // Read its row and ask for the blob: that is all the second had done by then, beside what the first did.
        Assert.InRange(requests - atFirstEnd, 5, 100);
        await newsroom.AssertUndisturbedAsync("both", "first.txt", "second.txt", "small.txt");
    }

    private async Task<IngestOutcome[]> IngestAllAsync(Newsroom newsroom)
    {
        var pipeline = new IngestPipeline(newsroom.Storage, Watch, newsroom.Options, NullLogger<IngestPipeline>.Instance, newsroom.Clock);
        var blobs = await newsroom.Storage.Container.GetBlobsAsync().ToListAsync();
        return await Task.WhenAll(blobs.Select(blob => Task.Run(() => pipeline.IngestAsync(newsroom.Storage.Container.GetBlobClient(blob.Name), default))));
    }

    private FileContents<Extraction> Watch(ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            (_bytes, _files) = (_bytes + bytes.Length, _files + 1);
            (_most, _mostFiles) = (Math.Max(_most, _bytes), Math.Max(_mostFiles, _files));
        }

        if (bytes.Length < Mebibyte)
            _small.Set();
        else if (_hasSmall)
            _small.Wait(TimeSpan.FromSeconds(30), cancellationToken);
        Thread.Sleep(200);   // long enough for another large one to come in, were it let
        lock (_lock)
            (_bytes, _files) = (_bytes - bytes.Length, _files - 1);
        throw new ArticleFormatException(ArticleFormatCodes.NoArticle, "None.");
    }
}
