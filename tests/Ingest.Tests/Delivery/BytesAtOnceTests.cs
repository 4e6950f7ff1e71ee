using System.Globalization;
using Azure.Core.Pipeline;
using Ingest.Delivery;
using Ingest.Text;
using Ingest.Text.Articles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests.Delivery;

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

    // A large file is in work until a small one is so beside it, and a small one until a large one is.
    private readonly ManualResetEventSlim _small = new();
    private readonly ManualResetEventSlim _large = new();
    private bool _hasSmall;
    private Task _othersWait = Task.CompletedTask;

    public void Dispose()
    {
        _small.Dispose();
        _large.Dispose();
    }

    [Fact]
    public async Task Large_files_are_looked_through_in_turn_and_small_ones_beside_them()
    {
        var installation = await TestInstallation.OpenAsync(azurite, options => options.MaxBytesAtOnce = 2 * Mebibyte);
        foreach (var i in Enumerable.Range(0, 4))
        {
            await installation.DropAsync($"large-{i}.txt", new string('a', (3 * Mebibyte) / 2));
            await installation.DropAsync($"small-{i}.txt", new string('a', 1024));
        }

        _hasSmall = true;

        var outcomes = await IngestAllAsync(installation);

        Assert.All(outcomes, outcome => Assert.IsType<IngestOutcome.Unreadable>(outcome));
        Assert.InRange(_most, (3 * Mebibyte) / 2, 2 * Mebibyte);
        Assert.InRange(_mostFiles, 2, 5);
    }

    [Fact]
    public async Task A_file_that_is_larger_than_the_bound_is_looked_through_alone()
    {
        var installation = await TestInstallation.OpenAsync(azurite, options => options.MaxBytesAtOnce = Mebibyte);
        foreach (var i in Enumerable.Range(0, 3))
            await installation.DropAsync($"huge-{i}.txt", new string('a', 2 * Mebibyte));

        var outcomes = await IngestAllAsync(installation);

        Assert.Equal((3, 1), (outcomes.Length, _mostFiles));
    }

    [Fact]
    public async Task A_small_file_that_may_unpack_to_a_large_one_is_looked_through_as_one()
    {
        var installation = await TestInstallation.OpenAsync(azurite, options => options.MaxBytesAtOnce = Mebibyte);
        foreach (var i in Enumerable.Range(0, 3))
            await installation.DropAsync($"packed-{i}.zip", "PK\u0003\u0004" + new string('a', 20_000));

        var outcomes = await IngestAllAsync(installation);

        Assert.Equal((3, 1), (outcomes.Length, _mostFiles));
    }

    [Fact]
    public async Task A_file_keeps_its_room_until_its_rows_are_written()
    {
        var installation = await TestInstallation.OpenAsync(azurite, options => options.MaxBytesAtOnce = Mebibyte);
        await installation.DropAsync("first.txt", $"Flood in Arlen; 2024-05-01; Mara Voss{new string('\n', Mebibyte)}");
        await installation.DropAsync("second.txt", $"Calm; 2024-06-01; Ana Lund{new string('\n', Mebibyte)}");
        await installation.DropAsync("small.txt", "Mist; 2024-06-01; Ana Lund");
        Func<string, Task<IngestOutcome>> worker = null!;
        Task<IngestOutcome>? second = null;
        var (requests, atFirstEnd) = (0, -1);
        worker = installation.Worker(RequestHooks.Before(async n =>
        {
            requests = n;
            if (n != 4)
                return;
            second = worker("second.txt");
            await worker("small.txt").WaitAsync(Patience.Most);
            await installation.Log.HasAsync("Waits");
        }));

        // At once, not when the test has its turn: the second goes on meanwhile.
        await worker("first.txt").ContinueWith(
            first => { atFirstEnd = requests; return first; }, TaskContinuationOptions.ExecuteSynchronously).Unwrap();
        await second!;

        // Read its row and ask for the blob: that is all the second had done by then, beside what the first did.
        Assert.InRange(requests - atFirstEnd, 5, 100);
        await installation.AssertUndisturbedAsync("both", "first.txt", "second.txt", "small.txt");
    }

    [Fact]
    public async Task Waiting_for_room_takes_nothing_of_a_runs_time()
    {
        var (first, second) = await OneBesideAnotherAsync(
            (installation, faults) => installation.Worker(faults), RunRegister.Life, isRefused: false);

        await Assert.ThrowsAsync<TimeoutException>(() => first);
        Assert.Equal("Calm", Assert.IsType<IngestOutcome.Ingested>(await second).Extractions[0].Article.Title);
    }

    [Fact]
    public async Task Who_finds_no_room_in_time_is_told_so_and_the_other_goes_on()
    {
        var patience = RunRegister.Life / 2;

        var (first, second) = await OneBesideAnotherAsync(
            (installation, faults) => installation.Worker(faults, patience), patience, isRefused: true);

        Assert.IsType<IngestOutcome.Ingested>(await first);
        Assert.EndsWith(
            "second.txt found no room beside other large files within 2 minutes (MaxBytesAtOnce).",
            (await Assert.ThrowsAsync<MemoryGateTimeoutException>(() => second)).Message);
    }

    [Fact]
    public async Task Under_triggers_nobody_waits_until_the_host_ends_the_call()
    {
        var (_, second) = await OneBesideAnotherAsync(UnderTriggers, IngestRegistration.PatienceUnderTrigger, isRefused: true);

        await Assert.ThrowsAsync<MemoryGateTimeoutException>(() => second);
    }

    private Func<string, Task<IngestOutcome>> UnderTriggers(TestInstallation installation, RequestHooks faults)
    {
        var options = installation.Options.Value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["IngestStorage"] = azurite.ConnectionString,
            ["Ingest:ArticlesContainer"] = options.ArticlesContainer,
            ["Ingest:ExtractionsContainer"] = options.ExtractionsContainer,
            ["Ingest:TablePrefix"] = options.TablePrefix,
            ["Ingest:MaxBytesAtOnce"] = options.MaxBytesAtOnce.ToString(CultureInfo.InvariantCulture),
        }).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ILogger<IngestPipeline>>(installation.Log)
            .AddSingleton<TimeProvider>(installation.Clock)
            .AddSingleton<HttpPipelinePolicy>(faults)
            .AddIngestUnderTriggers(configuration, options.ArticlesContainer)
            .BuildServiceProvider();
        var pipeline = services.GetRequiredService<IngestPipeline>();
        return name => pipeline.IngestAsync(installation.Storage.Container.GetBlobClient(name), default);
    }

    /// <summary>Two large files of which only one has room, and so much time goes by while the second waits.</summary>
    private async Task<(Task<IngestOutcome> First, Task<IngestOutcome> Second)> OneBesideAnotherAsync(
        Func<TestInstallation, RequestHooks, Func<string, Task<IngestOutcome>>> open, TimeSpan meanwhile, bool isRefused)
    {
        var installation = await TestInstallation.OpenAsync(azurite, options => options.MaxBytesAtOnce = Mebibyte);
        await installation.DropAsync("first.txt", $"Flood in Arlen; 2024-05-01; Mara Voss{new string('\n', Mebibyte)}");
        await installation.DropAsync("second.txt", $"Calm; 2024-06-01; Ana Lund{new string('\n', Mebibyte)}");
        Func<string, Task<IngestOutcome>> worker = null!;
        Task<IngestOutcome> second = null!;
        worker = open(installation, RequestHooks.Before(async n =>
        {
            if (n != 4)
                return;
            second = worker("second.txt");
            await installation.Log.HasAsync("Waits");
            installation.Clock.Advance(meanwhile);
            if (isRefused)
                await Task.WhenAny(second);
        }));
        var first = worker("first.txt");
        await Task.WhenAny(first);
        return (first, second);
    }

    private async Task<IngestOutcome[]> IngestAllAsync(TestInstallation installation)
    {
        var pipeline = new IngestPipeline(installation.Storage, Watch, installation.Options, installation.Log, installation.Clock);
        var blobs = await installation.Storage.Container.GetBlobsAsync().ToListAsync();
        _othersWait = installation.Log.HasAsync("Waits");
        return await Task.WhenAll(blobs.Select(blob => Task.Run(() => pipeline.IngestAsync(
            installation.Storage.Container.GetBlobClient(blob.Name), default))));
    }

    private FileContents<Extraction> Watch(
        ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            (_bytes, _files) = (_bytes + bytes.Length, _files + 1);
            (_most, _mostFiles) = (Math.Max(_most, _bytes), Math.Max(_mostFiles, _files));
        }

        var (mine, others) = bytes.Length < Mebibyte ? (_small, _large) : (_large, _small);
        mine.Set();
        if (_hasSmall)
            others.Wait(Patience.Most, cancellationToken);
        // Another large one is refused meanwhile, or it would be in work beside this one. The last one has nobody who waits for it.
        if (bytes.Length >= Mebibyte || !_hasSmall)
            _othersWait.Wait(cancellationToken);
        lock (_lock)
            (_bytes, _files) = (_bytes - bytes.Length, _files - 1);
        throw new ArticleFormatException(ArticleFormatCodes.NoArticle, "None.");
    }
}
