using System.Collections.Concurrent;
using Azure;

namespace Ingest.Tests.Delivery;

/// <summary>
/// Each fault of the storage, at each request of an article's way: what the trigger hears of it, and that the rows are in the end those of
/// a run that nobody disturbed, the views' too. A case has a file for each request, and the fault strikes there. An Azurite of its own, for
/// it takes a third of the time of all.
/// </summary>
public sealed class FaultMatrixTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Long = "an article of more than 100 rows";

    private const string Dated = "Flood in Arlen; 2024-05-01; Mara Voss, Tom Reed; Mara Voss: The bridge will hold; Tom Reed: It won't";

    private const string Undated = "Arlen bridge falls; ; Mara Voss, Ana Lund; Ana Lund: We were lucky; Mara Voss: I was wrong";

    private const string Feed =
        "Rain; 2024-05-01; Tom Reed; Tom Reed: More\nSun; ; Ana Lund; Ana Lund: At last\nMist; ; Ana Lund; Ana Lund: Thick";

    private const string OtherFeed = "Hail; 2024-05-02; Ana Lund; Ana Lund: Ouch\nSnow; 2024-01-02; Tom Reed; Tom Reed: Cold";

    /// <summary>More rows than a transaction takes, in the truth and in a view.</summary>
    private static readonly string Large =
        "Minutes; 2024-05-01; Mara Voss; " + string.Join("; ", Enumerable.Range(1, 105).Select(n => $"Mara Voss: Item {n}"));

    /// <summary>What the file was, if it was there, and what it is now.</summary>
    private static readonly Dictionary<string, (string? Before, string Now)> Moments = new()
    {
        ["a new article"] = (null, Dated),
        ["an overwritten article"] = (Undated, Dated),
        ["a deleted article"] = (Dated, TestInstallation.Deleted),
        ["a new feed"] = (null, Feed),
        ["an overwritten feed"] = (Feed, OtherFeed),
        ["an article that becomes unreadable"] = (Dated, "\n"),
        [Long] = (null, Large),
    };

    // But for the one below that the client doesn't try again. A long article takes its time, and differs in its transactions alone.
    public static IEnumerable<object[]> Passing =>
        from moment in Moments.Keys
        from kind in StorageFault.Kinds
        where (kind, moment) is not (StorageFault.Cut, "a deleted article")
        where moment != Long || kind is StorageFault.Precondition or StorageFault.SilenceAfterwards or StorageFault.Cut
        select new object[] { kind, moment };

    [Theory, MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_is_nowhere_to_be_seen(string kind, string moment)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var files = await FilesAsync(installation, moment);

        await ForEachAsync(files, async (file, n) =>
        {
            var fault = new StorageFault(kind, n);
            await installation.IngestAsync(file, fault);
            Assert.True(fault.HasStruck, $"{file}: no request {n}");
        });

        await installation.AssertUndisturbedAsync($"{kind}, once", files);
    }

    // The body of a 404 to a download is read outside the client's tries: the attempt fails, and the next one finds the blob gone.
    [Fact]
    public async Task That_a_blob_is_gone_cut_in_the_middle_is_the_triggers_and_redelivery_leaves_nothing_of_it()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var files = await FilesAsync(installation, "a deleted article");
        var heard = new ConcurrentBag<string>();

        await ForEachAsync(files, async (file, n) =>
            heard.Add(Describe(await Record.ExceptionAsync(() => installation.IngestAsync(file, new StorageFault(StorageFault.Cut, n))))));

        Assert.Equal("no answer", Assert.Single(heard, what => what != "nothing"));
        await ForEachAsync(files, (file, _) => installation.IngestAsync(file));
        await installation.AssertUndisturbedAsync("gone, cut in the middle", files);
    }

    // Those that differ in what the trigger hears; each at two moments, for a run that is cut off there is cut off everywhere in
    // DeliveryTests. Side by side, for against a conflict a run takes seconds, most of which it waits.
    [Theory]
    [InlineData(StorageFault.Conflict, "409")]
    [InlineData(StorageFault.Precondition, "412")]
    [InlineData(StorageFault.Throttled, "429")]
    [InlineData(StorageFault.Busy, "503")]
    [InlineData(StorageFault.BusyAfterwards, "503")]
    [InlineData(StorageFault.Error, "500")]
    [InlineData(StorageFault.ErrorAfterwards, "500")]
    [InlineData(StorageFault.Silence, "no answer")]
    [InlineData(StorageFault.SilenceAfterwards, "no answer")]
    [InlineData(StorageFault.Cut, "no answer")]
    public Task A_fault_that_lasts_is_the_triggers_and_redelivery_leaves_nothing_of_it(string kind, string heard) => Task.WhenAll(
        LastsAsync("an overwritten article", kind, heard), LastsAsync("a deleted article", kind, heard));

    private async Task LastsAsync(string moment, string kind, string heard)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var files = await FilesAsync(installation, moment);

        await ForEachAsync(files, async (file, n) =>
        {
            var thrown = await Record.ExceptionAsync(() => installation.IngestAsync(file, new StorageFault(kind, n, lasts: true)));
            Assert.Equal(heard, Describe(thrown));
        });

        installation.LetEventsComeBack();
        await ForEachAsync(files, (file, _) => installation.IngestAsync(file));
        await installation.AssertUndisturbedAsync($"{moment}, {kind} again and again", files);
    }

    [Theory]
    [InlineData(StorageFault.Throttled)]
    [InlineData(StorageFault.Busy)]
    public async Task A_busy_storage_is_left_alone_for_as_long_as_it_asks(string kind)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var files = await FilesAsync(installation, "an overwritten article");

        await ForEachAsync(files, async (file, n) =>
        {
            var fault = new StorageFault(kind, n) { RetryAfter = ("Retry-After", "1") };
            await installation.IngestAsync(file, fault);
            Assert.InRange(fault.Tries[1] - fault.Tries[0], TimeSpan.FromSeconds(0.99), TimeSpan.FromSeconds(30));
        });
    }

    /// <summary>A file for each request that a run on it makes, each in the state of that moment.</summary>
    private static async Task<string[]> FilesAsync(TestInstallation installation, string moment)
    {
        var (before, now) = Moments[moment];
        var (trial, requests) = (await installation.OpenBesideAsync(), RequestHooks.None());
        await PrepareAsync(trial, "trial");
        await trial.IngestAsync("trial", requests);

        string[] files = [.. Enumerable.Range(1, requests.Requests).Select(n => $"{moment}, request {n}")];
        await ForEachAsync(files, (file, _) => PrepareAsync(installation, file));
        return files;

        async Task PrepareAsync(TestInstallation where, string file)
        {
            if (before is not null)
            {
                await where.DropAsync(file, before);
                await where.IngestAsync(file);
            }

            await where.DropAsync(file, now);
        }
    }

    private static Task ForEachAsync(string[] files, Func<string, int, Task> body) => Parallel.ForEachAsync(
        files.Index(), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (file, _) => await body(file.Item, file.Index + 1));

    private static string Describe(Exception? heard) => heard switch
    {
        null => "nothing",
        RequestFailedException { Status: not 0 and var status } => $"{status}",
        RequestFailedException or IOException or TaskCanceledException => "no answer",
        AggregateException { InnerExceptions: var tries } => string.Join(" and ", tries.Select(Describe).Distinct()),
        _ => heard.ToString(),
    };
}
