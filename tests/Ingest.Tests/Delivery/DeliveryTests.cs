using Azure;
using Ingest.Delivery;

namespace Ingest.Tests.Delivery;

/// <summary>Whatever happens on the way, the rows are those of a delivery that nobody disturbed.</summary>
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
        for (var n = 1; n <= requests; n++)
            await DieAndRedeliverAsync(installation, first, second, RequestHooks.DieBefore(n));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_worker_that_dies_after_any_request_leaves_nothing_after_redelivery(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, first);
        for (var n = 1; n <= requests; n++)
            await DieAndRedeliverAsync(installation, first, second, RequestHooks.DieAfter(n));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_worker_that_dies_while_it_overwrites_leaves_nothing_after_redelivery(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        for (var (n, died) = (1, true); died; n++)
        {
            await installation.DropAsync("a.txt", first);
            await installation.IngestAsync("a.txt");
            await installation.DropAsync("a.txt", second);

            died = await DiesAsync(installation.IngestAsync("a.txt", RequestHooks.DieBefore(n)));
            installation.LetEventsComeBack();
            await installation.IngestAsync("a.txt");

            await installation.AssertUndisturbedAsync($"died before request {n}", "a.txt");
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_lost_answer_changes_nothing(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, second);
        for (var n = 1; n <= requests; n++)
        {
            await installation.DropAsync("a.txt", first);
            await installation.IngestAsync("a.txt");
            await installation.DropAsync("a.txt", second);

            await installation.IngestAsync("a.txt", RequestHooks.LoseAnswer(n));

            await installation.AssertUndisturbedAsync($"answer {n} lost", "a.txt");
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_worker_on_the_old_version_may_be_overtaken_at_any_request(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, first);
        for (var n = 1; n <= requests; n++)
        {
            await installation.DropAsync("a.txt", first);

            await installation.IngestAsync("a.txt", RequestHooks.HoldBefore(n, () => OvertakeAsync(installation, second)));

            await installation.AssertUndisturbedAsync($"overtaken before request {n}", "a.txt");
        }
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
        for (var n = 1; n <= requests; n++)
        {
            for (var death = n + 1; death <= requests + 1; death += step)
            {
                await installation.DropAsync("a.txt", first);

                var overtaken = RequestHooks.HoldBefore(n, () => OvertakeAsync(installation, second), death);
                await DiesAsync(installation.IngestAsync("a.txt", overtaken));
                installation.LetEventsComeBack();
                await installation.IngestAsync("a.txt");

                await installation.AssertUndisturbedAsync($"overtaken before request {n}, died before {death}", "a.txt");
            }
        }
    }

    // The duplicate's commit says that all is well; the next version comes; and only then the slow worker writes on, and dies.
    [Fact]
    public async Task A_worker_that_outlives_two_others_and_then_dies_leaves_nothing_after_redelivery()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var requests = await RequestsAsync(installation, Undated);
        for (var n = 1; n <= requests; n++)
        {
            for (var death = n + 1; death <= requests + 1; death++)
            {
                await installation.DropAsync("a.txt", Undated);

                await DiesAsync(installation.IngestAsync("a.txt", RequestHooks.HoldBefore(n, async () =>
                {
                    await installation.IngestAsync("a.txt");
                    await OvertakeAsync(installation, Dated);
                    await installation.IngestAsync("a.txt");
                }, death)));
                installation.LetEventsComeBack();
                await installation.IngestAsync("a.txt");

                await installation.AssertUndisturbedAsync($"outlived two before request {n}, died before {death}", "a.txt");
            }
        }
    }

    [Theory]
    [InlineData(Dated, Undated)]
    [InlineData(Feed, Dated)]
    [InlineData(Feed, Feed)]
    public async Task A_worker_that_removes_a_deleted_blob_may_be_overtaken_by_a_new_one(string first, string second)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        foreach (var dies in new[] { false, true })
        {
            for (var (n, held) = (1, true); held; n++)
            {
                await installation.DropAsync("a.txt", first);
                await installation.IngestAsync("a.txt");
                await installation.DeleteAsync("a.txt");

                held = false;
                await DiesAsync(installation.IngestAsync("a.txt", RequestHooks.HoldBefore(n, () =>
                {
                    held = true;
                    return OvertakeAsync(installation, second);
                }, dies ? n + 2 : int.MaxValue)));
                if (!held)
                    break;
                if (dies)
                {
                    installation.LetEventsComeBack();
                    await installation.IngestAsync("a.txt");
                }

                await installation.AssertUndisturbedAsync($"overtaken before request {n}, died: {dies}", "a.txt");
            }
        }
    }

    [Fact]
    public async Task A_worker_that_hangs_gives_itself_up_before_others_take_it_for_dead()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("a.txt", Dated);
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
        var names = string.Join(", ", Enumerable.Range(100, 250).Select(n => $"Person {n}"));
        var requests = await RequestsAsync(installation, $"Census; 2024-05-01; {names}");
        for (var n = requests - 5; n <= requests; n++)
            await DieAndRedeliverAsync(installation, $"Census; 2024-05-01; {names}", Dated, RequestHooks.DieAfter(n));
    }

    // Two events: of the version that was overwritten, delivered again for its worker died, and of the version that took its place.
    private static async Task DieAndRedeliverAsync(TestInstallation installation, string first, string second, RequestHooks faults)
    {
        await installation.DropAsync("a.txt", first);
        await DiesAsync(installation.IngestAsync("a.txt", faults));
        if (second != first)
            await installation.DropAsync("a.txt", second);

        installation.LetEventsComeBack();
        await installation.IngestAsync("a.txt");
        await installation.IngestAsync("a.txt");

        await installation.AssertUndisturbedAsync($"died at request {faults.Requests}", "a.txt");
    }

    private static async Task OvertakeAsync(TestInstallation installation, string text)
    {
        await installation.DropAsync("a.txt", text);
        await installation.IngestAsync("a.txt");
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
        var faults = RequestHooks.None();
        await installation.DropAsync("a.txt", text);
        await installation.IngestAsync("a.txt", faults);
        await installation.WipeAsync();
        return faults.Requests;
    }
}
