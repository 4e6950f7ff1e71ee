using Azure;
using Ingest.Delivery;

namespace Ingest.Tests.Delivery;

/// <summary>
/// Whatever happens on the way, the rows are those of a delivery that nobody disturbed. Each moment at which something happens has a file
/// of its own, named after it, and the rows of all are compared at once.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class DeliveryTests(AzuriteFixture azurite)
{
    private const string Dated =
        "Flood in Arlen; 2024-05-01; Mara Voss, Tom Reed; Mara Voss: The bridge will hold; Tom Reed & Mara Voss: It won't";

    private const string Undated = "Arlen bridge falls; ; Mara Voss, Ana Lund; Ana Lund: We were lucky; Mara Voss: I was wrong";

    private const string Feed = "Rain; 2024-05-01; Tom Reed; Tom Reed: More\nSun; ; Ana Lund; Ana Lund: At last";

    /// <summary>Its further articles are written together.</summary>
    private const string LongFeed = Feed + "\nMist; ; Ana Lund; Ana Lund: Thick";

    private const string OtherFeed = "Hail; 2024-05-02; Ana Lund; Ana Lund: Ouch\nSnow; 2024-01-02; Tom Reed; Tom Reed: Cold";

    private const string Unreadable = "";

    /// <summary>The version at work, and the one that comes after it.</summary>
    public static TheoryData<string, string> Versions => new()
    {
        { Dated, Dated },
        { Undated, Dated },
        { LongFeed, OtherFeed },
        { Feed, Unreadable },
        { Unreadable, Feed },
        { Feed, TestInstallation.Deleted },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_worker_that_dies_before_any_request_leaves_nothing_after_redelivery(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, first);
        string[] files = [.. Enumerable.Range(1, requests).Select(n => $"died before request {n}")];
        foreach (var (i, file) in files.Index())
            await DieAndRedeliverAsync(installation, file, first, second, RequestHooks.DieBefore(i + 1));

        await installation.AssertUndisturbedAsync("redelivered", files);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_worker_that_dies_after_any_request_leaves_nothing_after_redelivery(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, first);
        string[] files = [.. Enumerable.Range(1, requests).Select(n => $"died after request {n}")];
        foreach (var (i, file) in files.Index())
            await DieAndRedeliverAsync(installation, file, first, second, RequestHooks.DieAfter(i + 1));

        await installation.AssertUndisturbedAsync("redelivered", files);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_worker_that_dies_while_it_overwrites_leaves_nothing_after_redelivery(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var files = new List<string>();
        for (var (n, died) = (1, true); died; n++)
        {
            var file = Add(files, $"died before request {n}");
            await installation.DropAsync(file, first);
            await installation.IngestAsync(file);
            await installation.DropAsync(file, second);

            died = await DiesAsync(installation.IngestAsync(file, RequestHooks.DieBefore(n)));
            installation.LetEventsComeBack();
            await installation.IngestAsync(file);
        }

        await installation.AssertUndisturbedAsync("redelivered", files);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_lost_answer_changes_nothing(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, second);
        var files = new List<string>();
        for (var n = 1; n <= requests; n++)
        {
            var file = Add(files, $"answer {n} lost");
            await installation.DropAsync(file, first);
            await installation.IngestAsync(file);
            await installation.DropAsync(file, second);

            await installation.IngestAsync(file, RequestHooks.LoseAnswer(n));
        }

        await installation.AssertUndisturbedAsync("answers lost", files);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_worker_on_the_old_version_may_be_overtaken_at_any_request(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, first);
        var files = new List<string>();
        for (var n = 1; n <= requests; n++)
        {
            var file = Add(files, $"overtaken before request {n}");
            await installation.DropAsync(file, first);

            await installation.IngestAsync(file, RequestHooks.HoldBefore(n, () => OvertakeAsync(installation, file, second)));
        }

        await installation.AssertUndisturbedAsync("overtaken", files);
    }

    // Every death after every hold of the feeds takes minutes; each seventh finds the same faults.
    [Theory]
    [InlineData(Undated, Dated, 1)]
    [InlineData(Dated, Unreadable, 1)]
    [InlineData(Dated, TestInstallation.Deleted, 1)]
    [InlineData(Feed, OtherFeed, 7)]
    public async Task A_worker_that_is_overtaken_and_then_dies_leaves_nothing_after_redelivery(string first, string second, int step)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, first);
        var files = new List<string>();
        for (var n = 1; n <= requests; n++)
        {
            for (var death = n + 1; death <= requests + 1; death += step)
            {
                var file = Add(files, $"overtaken before request {n}, died before {death}");
                await installation.DropAsync(file, first);

                var overtaken = RequestHooks.HoldBefore(n, () => OvertakeAsync(installation, file, second), death);
                await DiesAsync(installation.IngestAsync(file, overtaken));
                installation.LetEventsComeBack();
                await installation.IngestAsync(file);
            }
        }

        await installation.AssertUndisturbedAsync("redelivered", files);
    }

    // The duplicate's commit says that all is well; the next version comes; and only then the slow worker writes on, and dies.
    [Fact]
    public async Task A_worker_that_outlives_two_others_and_then_dies_leaves_nothing_after_redelivery()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, Undated);
        var files = new List<string>();
        for (var n = 1; n <= requests; n++)
        {
            for (var death = n + 1; death <= requests + 1; death++)
            {
                var file = Add(files, $"outlived two before request {n}, died before {death}");
                await installation.DropAsync(file, Undated);

                await DiesAsync(installation.IngestAsync(file, RequestHooks.HoldBefore(n, async () =>
                {
                    await installation.IngestAsync(file);
                    await OvertakeAsync(installation, file, Dated);
                    await installation.IngestAsync(file);
                }, death)));
                installation.LetEventsComeBack();
                await installation.IngestAsync(file);
            }
        }

        await installation.AssertUndisturbedAsync("redelivered", files);
    }

    [Theory]
    [InlineData(Dated, Undated)]
    [InlineData(Feed, Dated)]
    [InlineData(Feed, Feed)]
    public async Task A_worker_that_removes_a_deleted_blob_may_be_overtaken_by_a_new_one(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var files = new List<string>();
        foreach (var dies in new[] { false, true })
        {
            for (var (n, held) = (1, true); held; n++)
            {
                var file = Add(files, $"overtaken before request {n}, died: {dies}");
                await installation.DropAsync(file, first);
                await installation.IngestAsync(file);
                await installation.DeleteAsync(file);

                held = false;
                await DiesAsync(installation.IngestAsync(file, RequestHooks.HoldBefore(n, () =>
                {
                    held = true;
                    return OvertakeAsync(installation, file, second);
                }, dies ? n + 2 : int.MaxValue)));
                if (held && dies)
                {
                    installation.LetEventsComeBack();
                    await installation.IngestAsync(file);
                }
            }
        }

        await installation.AssertUndisturbedAsync("overtaken", files);
    }

    [Fact]
    public async Task A_worker_that_hangs_gives_itself_up_before_others_take_it_for_dead()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, Dated);
        await installation.DropAsync("a.txt", Dated);
        var faults = RequestHooks.HoldBefore(5, () =>
        {
            installation.Clock.Advance(RunRegister.Life);
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<TimeoutException>(() => installation.IngestAsync("a.txt", faults));

        Assert.InRange(faults.Requests, 5, requests - 1);
    }

    [Fact]
    public async Task A_worker_that_loses_again_and_again_gives_itself_up_in_the_same_time()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a.txt", Dated);
        var tries = 0;
        var faults = RequestHooks.Before(_ =>
        {
            tries++;
            installation.Clock.Advance(RunRegister.Life / 3);
            throw new RequestFailedException(412, "Another run was here.");
        });

        await Assert.ThrowsAsync<TimeoutException>(() => installation.IngestAsync("a.txt", faults));

        Assert.Equal(3, tries);
    }

    // The one without an answer comes second, and may be carried out long after.
    [Theory]
    [InlineData(503)]
    [InlineData(412)]
    public async Task A_worker_of_whose_requests_one_has_no_answer_may_still_write(int status)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a.txt", Dated);
        const int firstOfViews = 5;
        var (bothAreSent, isAnswered) = (new TaskCompletionSource(), new TaskCompletionSource());
        var worker = installation.Worker(RequestHooks.Before(async n =>
        {
            switch (n)
            {
                case firstOfViews:
                    await bothAreSent.Task;
                    isAnswered.SetResult();
                    throw new RequestFailedException(status, "No.");
                case firstOfViews + 1:
                    bothAreSent.SetResult();
                    await isAnswered.Task;
                    await Task.Delay(100);
                    throw new RequestFailedException("No answer.");
            }
        }));

        var heard = await Assert.ThrowsAsync<RequestFailedException>(() => worker("a.txt"));
        await installation.DropAsync("a.txt", Undated);
        var next = await worker("a.txt");

        Assert.Equal(0, heard.Status);
        Assert.Equal(
            (installation.Clock.GetUtcNow() + RunRegister.Life + RunRegister.Margin).ToUnixTimeMilliseconds(),
            next.ContestedUntil?.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task A_blob_delivered_eight_times_at_once_is_there_once()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a.txt", Feed);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => installation.IngestAsync("a.txt")));

        await installation.AssertUndisturbedAsync("eight at once", "a.txt");
    }

    [Fact]
    public async Task An_article_of_several_batches_survives_a_death_between_them()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var census = "Census; 2024-05-01; " + string.Join(", ", Enumerable.Range(100, 250).Select(n => $"Person {n}"));
        var requests = await RequestsAsync(installation, census);
        string[] files = [.. Enumerable.Range(requests - 5, 6).Select(n => $"died after request {n}")];
        foreach (var (i, file) in files.Index())
            await DieAndRedeliverAsync(installation, file, census, Dated, RequestHooks.DieAfter(requests - 5 + i));

        await installation.AssertUndisturbedAsync("redelivered", files);
    }

    private static string Add(List<string> files, string moment)
    {
        files.Add(moment);
        return moment;
    }

    // Two events: of the version that was overwritten, delivered again for its worker died, and of the version that took its place.
    private static async Task DieAndRedeliverAsync(
        TestInstallation installation, string file, string first, string second, RequestHooks faults)
    {
        await installation.DropAsync(file, first);
        await DiesAsync(installation.IngestAsync(file, faults));
        if (second != first)
            await installation.DropAsync(file, second);

        installation.LetEventsComeBack();
        await installation.IngestAsync(file);
        await installation.IngestAsync(file);
    }

    private static async Task OvertakeAsync(TestInstallation installation, string file, string text)
    {
        await installation.DropAsync(file, text);
        await installation.IngestAsync(file);
    }

    private static async Task<bool> DiesAsync(Task<IngestOutcome> run)
    {
        try
        {
            await run;
            return false;
        }
        catch (RequestHooks.WorkerDied)
        {
            return true;
        }
    }

    /// <summary>Requests of a first delivery that nobody disturbs.</summary>
    private static async Task<int> RequestsAsync(TestInstallation installation, string text)
    {
        var (trial, requests) = (await installation.OpenBesideAsync(), RequestHooks.None());
        await trial.DropAsync("trial", text);
        await trial.IngestAsync("trial", requests);
        return requests.Requests;
    }
}
