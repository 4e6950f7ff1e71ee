using Azure.Data.Tables;
using Ingest.Audit;
using Ingest.Delivery;
using Ingest.Rows;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests.Audit;

/// <summary>What somebody or something has damaged is found, and mended to what an undisturbed run leaves.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AuditTests(AzuriteFixture azurite)
{
    private const string Flood = "Flood in Arlen; 2024-05-01; Mara Voss, Tom Reed; Mara Voss: The bridge will hold; Tom Reed: It won't";
    private const string Feed = "Rain; 2024-05-01; Tom Reed; Tom Reed: More\nSun; ; Ana Lund; Ana Lund: At last\n!broken.docx";

    public static TheoryData<string, DiscrepancyKind[]> Damages => new()
    {
        { "a day's row is lost", [DiscrepancyKind.RowMissing] },
        { "a mention's row says something else", [DiscrepancyKind.RowDiffers] },
        { "a quote's row has a column more", [DiscrepancyKind.RowDiffers] },
        { "a failure stays of a file that was read since", [DiscrepancyKind.RowStray] },
        { "a failure is lost", [DiscrepancyKind.RowMissing] },
        { "a failure within a file is lost", [DiscrepancyKind.RowMissing] },
        { "a quote that nobody said stands in the view", [DiscrepancyKind.RowStray] },
        { "a row of an article that never was", [DiscrepancyKind.RowStray] },
        { "a row of an article whose id is none", [DiscrepancyKind.RowStray] },
        { "a row that says with a number which article it is of", [DiscrepancyKind.RowStray] },
        { "rows of the truth under an id that is none", [DiscrepancyKind.ArticleStray] },
        { "an entity of the article is lost", [DiscrepancyKind.FindingMissing] },
        { "an extraction is lost", [DiscrepancyKind.ExtractionMissing] },
        { "an extraction of no article", [DiscrepancyKind.ExtractionStray] },
        { "the second article of a file is lost", [DiscrepancyKind.ArticleMissing, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray, DiscrepancyKind.ExtractionStray] },
        { "a third article that its file doesn't hold", [DiscrepancyKind.ArticleStray] },
        { "the article's own row is lost", [DiscrepancyKind.ArticleStray, DiscrepancyKind.Unread, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray, DiscrepancyKind.ExtractionStray] },
        { "a blob is gone", [DiscrepancyKind.Gone] },
        { "a blob was overwritten and nobody told", [DiscrepancyKind.Outdated] },
        { "a blob was dropped and nobody told", [DiscrepancyKind.Unread] },
        { "a run was cut off", [DiscrepancyKind.CutOff, DiscrepancyKind.CutOff] },
    };

    [Fact]
    public async Task Nothing_is_amiss_with_what_undisturbed_runs_leave()
    {
        var installation = await OpenAsync();

        var steps = await installation.Audit().RunAsync(repair: false, default).ToListAsync();

        Assert.All(steps, step => Assert.False(Assert.IsType<AuditEvent.Looked>(step).Closely));
        Assert.Equal(
            [
                ("Articles", 5), ("ArticlesByDay", 4), ("MentionsByEntity", 5), ("QuotesBySpeaker", 5), ("Failures", 2),
                (installation.Storage.Container.Name, 4), ("extractions", 4)],
            steps.Cast<AuditEvent.Looked>().Select(looked => (looked.What, (int)looked.Count)));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damage_is_found_and_mended(string damage, DiscrepancyKind[] kinds)
    {
        var installation = await OpenAsync();
        await DamageAsync(installation, damage);
        installation.LetEventsComeBack();

        var found = await FindAsync(installation, repair: false);
        var mended = await FindAsync(installation, repair: true);
        var after = await FindAsync(installation, repair: false);

        Assert.Equal(kinds, found.Select(one => one.Kind));
        Assert.All(found, one => Assert.Null(one.Repaired));
        Assert.All(mended, one => Assert.True(one.Repaired));
        Assert.Empty(after);
        await AssertUndisturbedAsync(installation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_rows_are_lost_or_changed_those_of_an_undisturbed_run_are_there_again(int seed)
    {
        var installation = await OpenAsync();
        var random = new Random(seed);
        var damaged = new HashSet<string>();
        foreach (var table in installation.Tables())
        {
            foreach (var row in await table.QueryAsync<TableEntity>().ToListAsync())
            {
                // A name is of no row's key: changed in the truth it would be another truth.
                var (fate, isTruth) = (random.Next(3), table.Name.EndsWith("Articles", StringComparison.Ordinal));
                if (fate == 0)
                    await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
                else if (fate == 1 && !isTruth)
                    await table.UpsertEntityAsync(new TableEntity(row) { ["Title"] = "Changed" }, TableUpdateMode.Replace);
                // Of the failure of a file within another it is only known that it is there.
                if (fate == 0 || (fate == 1 && !isTruth && !row.ContainsKey(nameof(FailureRow.Member))))
                    damaged.Add(isTruth ? row.PartitionKey : ArticleAudit.ArticleOf(row));
            }
        }

        installation.LetEventsComeBack();
        var found = await FindAsync(installation, repair: false);
        await FindAsync(installation, repair: true);

        Assert.Subset(found.Select(one => one.ArticleId).ToHashSet(), damaged);
        Assert.Empty(await FindAsync(installation, repair: false));
        await AssertUndisturbedAsync(installation);
    }

    [Fact]
    public async Task What_is_mended_while_another_run_may_still_write_is_said_to_be_so()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => installation.IngestAsync("flood.txt", RequestHooks.DieBefore(5)));
        await installation.DropAsync("flood.txt", "Calm; 2024-06-01; Ana Lund");
        var clock =
            new FakeTimeProvider(installation.Clock.GetUtcNow()
                .AddMinutes(10));   // by which the other run is over, as it isn't by the pipeline's

        var steps = await installation.Audit(time: clock)
            .RunAsync(repair: true, default)
            .Where(step => step is not AuditEvent.Looked)
            .ToListAsync();

        Assert.True(Assert.IsType<AuditEvent.Found>(steps[0]).Discrepancy.Repaired);
        var contested = Assert.IsType<AuditEvent.Contested>(steps[1]);
        var until = installation.Clock.GetUtcNow() + RunRegister.Life + RunRegister.Margin;
        Assert.Equal(
            ($"{installation.Storage.Container.Name}/flood.txt", until.ToUnixTimeMilliseconds()),
            (contested.Blob, contested.Until.ToUnixTimeMilliseconds()));
    }

    [Fact]
    public async Task What_a_run_may_be_at_work_on_is_left_alone()
    {
        var installation = await OpenAsync();
        await DamageAsync(installation, "a run was cut off");
        await DamageAsync(installation, "a blob was dropped and nobody told");
        var rows = await installation.DumpAsync();

        var steps = await installation.Audit().RunAsync(repair: true, default).Where(step => step is not AuditEvent.Looked).ToListAsync();

        Assert.Equal(["flood.txt", "new.txt"], steps.Select(step => Assert.IsType<AuditEvent.UnderWay>(step).Blob.Split('/')[1]));
        Assert.Equal(rows, await installation.DumpAsync());
    }

    private async Task<TestInstallation> OpenAsync()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.DropAsync("feed.txt", Feed);
        await installation.DropAsync("2024/what? #1.txt", "Calm; 2024-06-01; Ana Lund; Ana Lund: So it is");
        await installation.DropAsync("empty.txt", "");
        await installation.Watcher().WatchAsync(once: true, default).ToListAsync();
        return installation;
    }

    private static async Task DamageAsync(TestInstallation installation, string damage)
    {
        var tables = installation.Tables().ToDictionary(table => table.Name.TrimStart('T').TrimStart([.. "0123456789"]));
        var container = installation.Storage.Container.Name;
        var flood = ArticleId.Of(container, "flood.txt");
        switch (damage)
        {
            case "a day's row is lost":
                await DeleteAsync(tables["ArticlesByDay"], row => row.GetString("ArticleId") == flood);
                break;
            case "a mention's row says something else":
                await ChangeAsync(tables["MentionsByEntity"], row => row["Title"] = "Nothing");
                break;
            case "a quote's row has a column more":
                await ChangeAsync(tables["QuotesBySpeaker"], row => row["More"] = true);
                break;
            case "a failure stays of a file that was read since":
                await tables["Failures"].AddEntityAsync(new FailureRow(
                    $"{container}/flood.txt", installation.Clock.GetUtcNow(), "deliver", "given-up", "Late.").ToEntity());
                break;
            case "a failure is lost":
                await DeleteAsync(tables["Failures"], row => row.GetString("Member") is null);
                break;
            case "a failure within a file is lost":
                await DeleteAsync(tables["Failures"], row => row.GetString("Member") is not null);
                break;
            case "a quote that nobody said stands in the view":
                await tables["QuotesBySpeaker"].AddEntityAsync(new TableEntity(
                    "person|mara-voss", "1")
                { ["ArticleId"] = flood, ["Blob"] = $"{container}/flood.txt" });
                break;
            case "a row of an article that never was":
                await tables["MentionsByEntity"].AddEntityAsync(new TableEntity(
                    "person|mara-voss", "1")
                { ["ArticleId"] = ArticleId.Of(container, "never.txt") });
                break;
            case "a row of an article whose id is none":
                await tables["ArticlesByDay"].AddEntityAsync(new TableEntity("2024-05-01", "1") { ["ArticleId"] = "zz" });
                break;
            case "a row that says with a number which article it is of":
                await tables["MentionsByEntity"].AddEntityAsync(new TableEntity("person|mara-voss", "1") { ["ArticleId"] = 7 });
                break;
            case "rows of the truth under an id that is none":
                await tables["Articles"].AddEntityAsync(new TableEntity("zz", "entity|person|mara-voss"));
                break;
            case "an entity of the article is lost":
                await tables["Articles"].DeleteEntityAsync(flood, "entity|person|tom-reed");
                break;
            case "an extraction is lost":
                await installation.Extractions.DeleteBlobAsync($"{flood}.json");
                break;
            case "an extraction of no article":
                await installation.Extractions.UploadBlobAsync($"{ArticleId.Of(container, "never.txt")}.json", BinaryData.FromString("{}"));
                break;
            case "the second article of a file is lost":
                await DeleteAsync(tables["Articles"], row => row.PartitionKey == ArticleId.Of(container, "feed.txt", 2));
                break;
            case "a third article that its file doesn't hold":
                await installation.DropAsync("feed.txt", $"{Feed}\nSnow; 2024-01-02; Tom Reed; Tom Reed: Cold");
                await installation.IngestAsync("feed.txt");
                var third = await tables["Articles"]
                    .QueryAsync<TableEntity>(row => row.PartitionKey == ArticleId.Of(container, "feed.txt", 3))
                    .ToListAsync();
                var day = await tables["ArticlesByDay"].QueryAsync<TableEntity>(row => row.PartitionKey == "2024-01-02").SingleAsync();
                await installation.DropAsync("feed.txt", Feed);
                await installation.IngestAsync("feed.txt");
                foreach (var row in third)
                    await tables["Articles"].AddEntityAsync(row);
                await tables["ArticlesByDay"].AddEntityAsync(day);
                break;
            case "the article's own row is lost":
                await tables["Articles"].DeleteEntityAsync(flood, "article");
                break;
            case "a blob is gone":
                await installation.DeleteAsync("feed.txt");
                break;
            case "a blob was overwritten and nobody told":
                await installation.DropAsync("flood.txt", Feed);
                break;
            case "a blob was dropped and nobody told":
                await installation.DropAsync("new.txt", Flood);
                break;
            case "a run was cut off":
                await installation.DropAsync("flood.txt", Feed);
                await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => installation.IngestAsync("flood.txt", RequestHooks.DieBefore(6)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(damage), damage, null);
        }
    }

    private static async Task DeleteAsync(TableClient table, Func<TableEntity, bool> which)
    {
        foreach (var row in (await table.QueryAsync<TableEntity>().ToListAsync()).Where(which))
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    private static async Task ChangeAsync(TableClient table, Action<TableEntity> change)
    {
        var row = await table.QueryAsync<TableEntity>().FirstAsync();
        change(row);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
    }

    private static Task<List<Discrepancy>> FindAsync(TestInstallation installation, bool repair) =>
        installation.Audit().RunAsync(repair, default).OfType<AuditEvent.Found>().Select(found => found.Discrepancy).ToListAsync().AsTask();

    private static async Task AssertUndisturbedAsync(TestInstallation installation)
    {
        var rows = await installation.DumpAsync();
        await installation.WipeAsync();
        await installation.Watcher().WatchAsync(once: true, default).ToListAsync();
        Assert.Equal(await installation.DumpAsync(), rows);
    }
}
