using Azure.Data.Tables;
using Ingest.Audit;
using Ingest.Rows;

namespace Ingest.Tests.Audit;

/// <summary>Something that is amiss with an installation, and what an audit finds of it, in order.</summary>
public sealed class Damage
{
    private readonly string _name;

    private Damage(string name, DiscrepancyKind[] found, Func<TestInstallation, Task> @do) => (_name, Found, Do) = (name, found, @do);

    internal static Damage CutOffRun { get; } =
        new("a run was cut off", [DiscrepancyKind.CutOff, DiscrepancyKind.CutOff], CutOffAsync);

    internal static Damage NewBlob { get; } = new(
        "a blob was dropped and nobody told", [DiscrepancyKind.Unread], damaged => damaged.DropAsync("new.txt", AuditTests.Flood));

    internal static IReadOnlyList<Damage> All { get; } =
    [
        new("a day's row is lost", [DiscrepancyKind.RowMissing], damaged =>
            DeleteAsync(damaged.Table(IngestTable.ArticlesByDay), row => row.GetString("ArticleId") == IdOf(damaged, "flood.txt"))),
        new("a mention's row says something else", [DiscrepancyKind.RowDiffers], damaged =>
            ChangeAsync(damaged.Table(IngestTable.MentionsByEntity), row => row["Title"] = "Nothing")),
        new("a quote's row has a column more", [DiscrepancyKind.RowDiffers], damaged =>
            ChangeAsync(damaged.Table(IngestTable.QuotesBySpeaker), row => row["More"] = true)),
        new("a failure stays of a file that was read since", [DiscrepancyKind.RowStray], damaged => AddAsync(
            damaged, IngestTable.Failures,
            new FailureRow(PathOf(damaged, "flood.txt"), damaged.Clock.GetUtcNow(), "deliver", "given-up", "Late.").ToEntity())),
        new("a failure is lost", [DiscrepancyKind.RowMissing], damaged =>
            DeleteAsync(damaged.Table(IngestTable.Failures), row => row.GetString("Member") is null)),
        new("a failure within a file is lost", [DiscrepancyKind.RowMissing], damaged =>
            DeleteAsync(damaged.Table(IngestTable.Failures), row => row.GetString("Member") is not null)),
        new("a quote that nobody said stands in the view", [DiscrepancyKind.RowStray], damaged => AddAsync(
            damaged, IngestTable.QuotesBySpeaker,
            new("person|mara-voss", "1") { ["ArticleId"] = IdOf(damaged, "flood.txt"), ["Blob"] = PathOf(damaged, "flood.txt") })),
        new("a row of an article that never was", [DiscrepancyKind.RowStray], damaged => AddAsync(
            damaged, IngestTable.MentionsByEntity, new("person|mara-voss", "1") { ["ArticleId"] = IdOf(damaged, "never.txt") })),
        new("a row of an article whose id is none", [DiscrepancyKind.RowStray], damaged => AddAsync(
            damaged, IngestTable.ArticlesByDay, new("2024-05-01", "1") { ["ArticleId"] = "zz" })),
        new("a row that says with a number which article it is of", [DiscrepancyKind.RowStray], damaged => AddAsync(
            damaged, IngestTable.MentionsByEntity, new("person|mara-voss", "1") { ["ArticleId"] = 7 })),
        new("rows of the truth under an id that is none", [DiscrepancyKind.ArticleStray], damaged => AddAsync(
            damaged, IngestTable.Articles, new("zz", "entity|person|mara-voss"))),
        new("an entity of the article is lost", [DiscrepancyKind.FindingMissing], damaged =>
            damaged.Table(IngestTable.Articles).DeleteEntityAsync(IdOf(damaged, "flood.txt"), "entity|person|tom-reed")),
        new("an extraction is lost", [DiscrepancyKind.ExtractionMissing], damaged =>
            damaged.Extractions.DeleteBlobAsync($"{IdOf(damaged, "flood.txt")}.json")),
        new("an extraction of no article", [DiscrepancyKind.ExtractionStray], damaged =>
            damaged.Extractions.UploadBlobAsync($"{IdOf(damaged, "never.txt")}.json", BinaryData.FromString("{}"))),
        new("the second article of a file is lost",
            [
                DiscrepancyKind.ArticleMissing, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray,
                DiscrepancyKind.ExtractionStray,
            ],
            damaged => DeleteAsync(damaged.Table(IngestTable.Articles), row => row.PartitionKey == IdOf(damaged, "feed.txt", 2))),
        new("a third article that its file doesn't hold", [DiscrepancyKind.ArticleStray], ThirdArticleAsync),
        new("the article's own row is lost",
            [
                DiscrepancyKind.ArticleStray, DiscrepancyKind.Unread, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray,
                DiscrepancyKind.RowStray, DiscrepancyKind.RowStray, DiscrepancyKind.RowStray, DiscrepancyKind.ExtractionStray,
            ],
            damaged => damaged.Table(IngestTable.Articles).DeleteEntityAsync(IdOf(damaged, "flood.txt"), ArticleRow.Key)),
        new("a blob is gone", [DiscrepancyKind.Gone], damaged => damaged.DeleteAsync("feed.txt")),
        new("a blob was overwritten and nobody told", [DiscrepancyKind.Outdated], damaged =>
            damaged.DropAsync("flood.txt", AuditTests.Feed)),
        NewBlob,
        CutOffRun,
    ];

    public IReadOnlyList<DiscrepancyKind> Found { get; }

    internal Func<TestInstallation, Task> Do { get; }

    public override string ToString() => _name;

    private static async Task ThirdArticleAsync(TestInstallation damaged)
    {
        var (articles, days) = (damaged.Table(IngestTable.Articles), damaged.Table(IngestTable.ArticlesByDay));
        await damaged.DropAsync("feed.txt", $"{AuditTests.Feed}\nSnow; 2024-01-02; Tom Reed; Tom Reed: Cold");
        await damaged.IngestAsync("feed.txt");
        var id = IdOf(damaged, "feed.txt", 3);
        var third = await articles.QueryAsync<TableEntity>(row => row.PartitionKey == id).ToListAsync();
        var day = await days.QueryAsync<TableEntity>(row => row.PartitionKey == "2024-01-02").SingleAsync();
        await damaged.DropAsync("feed.txt", AuditTests.Feed);
        await damaged.IngestAsync("feed.txt");
        foreach (var row in third)
            await articles.AddEntityAsync(row);
        await days.AddEntityAsync(day);
    }

    private static async Task CutOffAsync(TestInstallation damaged)
    {
        await damaged.DropAsync("flood.txt", AuditTests.Feed);
        await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => damaged.IngestAsync("flood.txt", RequestHooks.DieBefore(6)));
    }

    private static string PathOf(TestInstallation damaged, string file) => $"{damaged.Storage.Container.Name}/{file}";

    private static string IdOf(TestInstallation damaged, string file, int number = 1) =>
        ArticleId.Of(damaged.Storage.Container.Name, file, number);

    private static Task AddAsync(TestInstallation damaged, IngestTable table, TableEntity row) => damaged.Table(table).AddEntityAsync(row);

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
}
