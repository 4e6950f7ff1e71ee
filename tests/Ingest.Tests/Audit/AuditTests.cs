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
    internal const string Flood = "Flood in Arlen; 2024-05-01; Mara Voss, Tom Reed; Mara Voss: The bridge will hold; Tom Reed: It won't";
    internal const string Feed = "Rain; 2024-05-01; Tom Reed; Tom Reed: More\nSun; ; Ana Lund; Ana Lund: At last\n!broken.docx";

    public static TheoryData<Damage> Damages => [.. Damage.All];

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
    public async Task Damage_is_found_and_mended(Damage damage)
    {
        var installation = await OpenAsync();
        await damage.Do(installation);
        installation.LetEventsComeBack();

        var found = await FindAsync(installation, repair: false);
        var mended = await FindAsync(installation, repair: true);
        var after = await FindAsync(installation, repair: false);

        Assert.Equal(damage.Found, found.Select(one => one.Kind));
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
        await Damage.CutOffRun.Do(installation);
        await Damage.NewBlob.Do(installation);
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

    private static Task<List<Discrepancy>> FindAsync(TestInstallation installation, bool repair) =>
        installation.Audit().RunAsync(repair, default).OfType<AuditEvent.Found>().Select(found => found.Discrepancy).ToListAsync().AsTask();

    private static async Task AssertUndisturbedAsync(TestInstallation installation)
    {
        var beside = await installation.OpenBesideAsync();
        await beside.Watcher().WatchAsync(once: true, default).ToListAsync();
        Assert.Equal(await beside.DumpAsync(), await installation.DumpAsync());
    }
}
