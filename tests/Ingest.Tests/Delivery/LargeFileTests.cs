using Azure;
using Azure.Data.Tables;
using Ingest.Delivery;
using Ingest.Rows;
using Ingest.Text;

namespace Ingest.Tests.Delivery;

/// <summary>A file of more articles than a run may have time for.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LargeFileTests(AzuriteFixture azurite)
{
    private const int Articles = 150;

    /// <summary>Of one article: read its row, write the intent, the extraction and the rows.</summary>
    private const int RequestsEach = 4;

    /// <summary>The first hundred of the further articles are written, and the others are not, or not all.</summary>
    private const int HalfWay = 520;

    private static readonly string Dump =
        string.Join('\n', Enumerable.Range(1, Articles).Select(n => $"Item {n}; 2024-05-01; Mara Voss; Mara Voss: Number {n}"));

    [Fact]
    public async Task Rows_of_many_articles_in_one_partition_of_a_view_are_written_together()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("dump.jsonl", Dump);
        var requests = RequestHooks.None();

        await installation.IngestAsync("dump.jsonl", requests);

        Assert.Equal(Articles, await installation.Storage.ArticlesByDay.NewestFirstAsync(default).CountAsync());
        Assert.InRange(requests.Requests, Articles * RequestsEach, Articles * RequestsEach + 20);
    }

    [Fact]
    public async Task A_run_goes_on_where_another_was_cut_off()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("dump.jsonl", Dump);
        await CutOffAsync(installation);
        var before = await ExtractionsAsync(installation);

        await installation.IngestAsync("dump.jsonl");

        Assert.InRange(before.Count, 100, Articles - 1);
        Assert.InRange((await ExtractionsAsync(installation)).Intersect(before).Count(), 100, before.Count);
        await installation.AssertUndisturbedAsync("cut off", "dump.jsonl");
    }

    // In each there is time for a look at all that stands, and for another hundred.
    [Fact]
    public async Task Tries_of_workers_that_are_killed_add_up()
    {
        const int articles = 320, tries = 5, killedAt = 700;
        var installation = await TestInstallation.OpenAsync(azurite);
        var lines = Enumerable.Range(1, articles).Select(n => $"Item {n}; 2024-05-01; Mara Voss; Mara Voss: {n}");
        await installation.DropAsync("dump.jsonl", string.Join('\n', lines));
        var (standing, requests) = (new List<int>(), new List<int>());

        for (var n = 1; n < tries; n++)
        {
            var hooks = RequestHooks.DieBefore(killedAt);
            if (await Record.ExceptionAsync(() => installation.IngestAsync("dump.jsonl", hooks)) is null)
                break;
            requests.Add(Math.Min(killedAt, hooks.Requests));
            installation.LetEventsComeBack();
            standing.Add((await ExtractionsAsync(installation)).Count);
        }

        Assert.Equal(killedAt, Assert.Single(requests.Distinct()));   // so each was killed, and none was done before
        Assert.InRange(standing.Count, 2, tries - 2);
        Assert.Equal(standing.Distinct().Order(), standing);
        await installation.AssertUndisturbedAsync("killed", "dump.jsonl");
    }

    [Fact]
    public async Task What_is_to_be_written_anew_is_so_though_another_run_was_cut_off_and_once_it_is_cut_off_itself_it_goes_on()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("dump.jsonl", Dump);
        await CutOffAsync(installation);
        var before = await ExtractionsAsync(installation);
        var dies = true;
        var again =
            installation.IngestAgain("dump.jsonl", RequestHooks.Before(n => dies && n >= HalfWay
                ? throw new RequestHooks.WorkerDied()
                : Task.CompletedTask));

        await Assert.ThrowsAnyAsync<Exception>(again);
        var cutOff = await ExtractionsAsync(installation);
        dies = false;
        await again();

        var (written, after) = (cutOff.Except(before).ToList(), await ExtractionsAsync(installation));
        Assert.InRange(written.Count, 100, Articles - 1);
        Assert.Empty(after.Intersect(before));
        Assert.InRange(after.Intersect(written).Count(), 100, written.Count);
        await installation.AssertUndisturbedAsync("written anew", "dump.jsonl");
    }

    [Fact]
    public async Task A_run_that_another_version_came_between_begins_from_the_first_article()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("dump.jsonl", Dump);
        IReadOnlyList<(string, ETag)> before = [];

        await installation.IngestAsync("dump.jsonl", RequestHooks.HoldBefore(HalfWay, async () =>
        {
            before = await ExtractionsAsync(installation);
            await LetAnotherRunInAsync(installation);
        }));

        Assert.InRange(before.Count, 100, Articles - 1);
        Assert.Empty((await ExtractionsAsync(installation)).Intersect(before));
    }

    [Fact]
    public async Task The_intent_of_a_run_that_begins_again_names_no_rows_of_further_articles()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("dump.jsonl", Dump);
        var id = ArticleId.Of(installation.Storage.Container.Name, "dump.jsonl");
        var faults = RequestHooks.HoldBefore(
            HalfWay, () => LetAnotherRunInAsync(installation), dieBefore: Articles * RequestsEach + HalfWay / 2);

        await Assert.ThrowsAnyAsync<Exception>(() => installation.IngestAsync("dump.jsonl", faults));

        var intent = (await installation.Storage.Articles.ReadAsync(id, default))!;
        Assert.DoesNotContain(intent.Runs, run => run.Id == "other" && run.Until > installation.Clock.GetUtcNow().AddMinutes(1));
        Assert.Equal(ArticleStatus.Writing, intent.Status);
        Assert.InRange(intent.Manifest.Addresses.Count, Articles, Articles + 10);
    }

    [Fact]
    public async Task A_repair_delivers_a_file_once_or_twice_however_many_of_its_articles_are_amiss()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("dump.jsonl", Dump);
        var delivery = RequestHooks.None();
        await installation.IngestAsync("dump.jsonl", delivery);
        installation.LetEventsComeBack();
        var days = installation.Tables().ElementAt((int)IngestTable.ArticlesByDay);
        await foreach (var row in days.QueryAsync<TableEntity>())
            await days.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        var uploads = 0;
        var counted = RequestHooks.OfUploads(() => Interlocked.Increment(ref uploads));

        await installation.Audit(counted).RunAsync(repair: true, default).ToListAsync();

        Assert.InRange(uploads, Articles, 2 * Articles);
        await installation.AssertUndisturbedAsync("repaired", "dump.jsonl");
    }

    [Fact]
    public async Task A_repair_delivers_a_file_of_strays_once_or_twice()
    {
        const int few = 30;
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("dump.jsonl", string.Join('\n', Dump.Split('\n').Take(few)));
        await installation.IngestAsync("dump.jsonl");
        installation.LetEventsComeBack();
        var id = ArticleId.Of(installation.Storage.Container.Name, "dump.jsonl");
        await installation.Table(IngestTable.Articles).DeleteEntityAsync(id, ArticleRow.Key);
        var uploads = 0;
        var hooks = RequestHooks.OfUploads(() => Interlocked.Increment(ref uploads));

        await installation.Audit(hooks).RunAsync(repair: true, default).ToListAsync();

        Assert.InRange(uploads, few, 2 * few);
        await installation.AssertUndisturbedAsync("repaired", "dump.jsonl");
    }

    [Fact]
    public async Task A_file_whose_articles_an_older_engine_read_in_part_is_read_again_once()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("dump.jsonl", Dump);
        await installation.IngestAsync("dump.jsonl");
        await installation.PretendEngineAsync("0.0.1");
        await Assert.ThrowsAnyAsync<Exception>(installation.IngestAgain("dump.jsonl", RequestHooks.DieBefore(200)));
        var id = ArticleId.Of(installation.Storage.Container.Name, "dump.jsonl");
        var written = (await installation.Storage.Articles.ReadAsync(id, default))!.Written;
        while (DateTimeOffset.UtcNow <= written)   // the service's clock tells when a row was written
            await Task.Delay(10);

        var done = await installation.Reprocessing()
            .RunAsync(new ReprocessSelection(new Version(Extractor.Engine)), restart: false, _ => { }, default)
            .ToListAsync();

        Assert.Single(done);
        await installation.AssertUndisturbedAsync("read again", "dump.jsonl");
    }

    [Fact]
    public async Task Who_watches_hears_how_much_of_it_is_written()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("dump.jsonl", Dump);

        var events = await installation.Watcher().WatchAsync(once: true, default).OfType<WatchEvent.Written>().ToListAsync();

        Assert.Equal([new("dump.jsonl", 100, Articles), new("dump.jsonl", 149, Articles)], events);
    }

    public static TheoryData<string> Changes => new() { "nothing", "done", "version", "engine", "number", "other run" };

    [Theory, MemberData(nameof(Changes))]
    public void A_pass_is_gone_on_with_only_by_runs_of_the_same_version_that_no_other_came_between(string change)
    {
        var article = new ArticleRow
        {
            Id = "a",
            Blob = "articles/dump.jsonl",
            Status = ArticleStatus.Ready,
            BlobETag = "1",
            Engine = "2",
            Uploaded = DateTimeOffset.UnixEpoch,
            Articles = 3,
        };
        var intent = article with
        {
            Status = ArticleStatus.Writing,
            Pass = "pass",
            Runs = [new OpenRun("run", article.RowsVersion, DateTimeOffset.UnixEpoch)],
        };
        var found = change switch
        {
            "done" => intent with { Status = ArticleStatus.Ready },
            "version" => intent with { BlobETag = "0" },
            "engine" => intent with { Engine = "1" },
            "number" => intent with { Articles = null },
            "other run" => intent with { Runs = [.. intent.Runs, new OpenRun("deletion", RowsVersion.None, DateTimeOffset.UnixEpoch)] },
            _ => intent,
        };

        Assert.Equal(change == "nothing" ? "pass" : null, ArticleWriter.PassOf(found, article));
    }

    /// <summary>By the end of its time.</summary>
    private static Task CutOffAsync(TestInstallation installation) =>
        Assert.ThrowsAsync<TimeoutException>(() => installation.IngestAsync("dump.jsonl", RequestHooks.Before(n =>
    {
        if (n == HalfWay)
            installation.Clock.Advance(RunRegister.Life);
        return Task.CompletedTask;
    })));

    /// <summary>One of another version, which has gone no further than the file's first row.</summary>
    private static async Task LetAnotherRunInAsync(TestInstallation installation)
    {
        var (articles, id) = (installation.Tables().First(), ArticleId.Of(installation.Storage.Container.Name, "dump.jsonl"));
        TableEntity row = await articles.GetEntityAsync<TableEntity>(id, ArticleRow.Key);
        var other =
            new OpenRun(
                "other",
                new RowsVersion(row.GetString(nameof(ArticleRow.BlobETag)), "0.0.1"),
                installation.Clock.GetUtcNow().AddMinutes(1));
        OpenRun.Write(row, [.. OpenRun.Read(row), other]);
        await articles.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    private static async Task<IReadOnlyList<(string Article, ETag Version)>> ExtractionsAsync(TestInstallation installation) =>
        await installation.Storage.Extractions.ListAsync(default).ToListAsync();
}
