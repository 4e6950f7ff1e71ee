using Ingest.Rows;
using Ingest.Tables;
using Ingest.Text.Entities;

namespace Ingest.Tests.Tables;

/// <summary>Rows by time: by their keys, and not by looking at all of them.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TimeRangeQueryTests(AzuriteFixture azurite)
{
    private static readonly string[] Days = ["0001-01-01", "1890-11-02", "2024-04-30", "2024-05-01", "2024-05-02", "9999-12-31"];

    [Theory]
    [InlineData(null, null, 0, 6)]
    [InlineData("2024-05-01", null, 3, 6)]
    [InlineData(null, "2024-05-01", 0, 3)]
    [InlineData("2024-04-30", "2024-05-02", 2, 4)]
    [InlineData("2024-05-01T00:00:01", "2024-05-02", 4, 4)]
    [InlineData("1891-01-01", "2024-04-30", 2, 2)]
    public async Task Every_view_has_those_from_the_first_moment_to_before_the_last(string? since, string? until, int first, int end)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        foreach (var day in Days)
        {
            await installation.DropAsync(day, $"Of {day}; {day}; Mara Voss; Mara Voss: Of {day}");
            await installation.IngestAsync(day);
        }

        var (storage, range) = (installation.Storage, new TimeRange(Moment(since), Moment(until)));
        var wanted = Days[first..end].Reverse().ToList();
        var (mentions, quotes) = (storage.MentionsByEntity, storage.QuotesBySpeaker);
        Assert.Equal(wanted, await DaysAsync(storage.ArticlesByDay.NewestFirstAsync(range, default), row => row.Published));
        Assert.Equal(wanted, await DaysAsync(mentions.OfNameAsync("Mara Voss", range, default), row => row.Published));
        Assert.Equal(wanted, await DaysAsync(quotes.FindAsync("Mara Voss", about: null, range, default), row => row.Published));
        Assert.Equal(wanted, await DaysAsync(quotes.FindAsync(speaker: null, about: null, range, default), row => row.Published));
        Assert.Equal(wanted, await DaysAsync(quotes.NewestAsync(9, _ => true, range, default), row => row.Published));
        var totals = await mentions.EntitiesAsync(EntityType.Person, named: "Voss", range, default).ToListAsync();
        Assert.Equal(wanted.Count, totals.SingleOrDefault()?.Articles ?? 0);
        var articles = storage.NewestArticlesAsync(range, row => row.Entities > 0, default);
        Assert.Equal(totals, await EntityTotals.OfAsync(articles, EntityType.Person, named: "Voss", default).ToListAsync());
    }

    [Fact]
    public async Task Days_before_the_first_are_not_looked_for()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("new.txt", "New; 2024-05-01;");
        await installation.DropAsync("old.txt", "Old; 1890-11-02;");
        await installation.IngestAsync("new.txt");
        await installation.IngestAsync("old.txt");
        var requests = RequestHooks.None();
        var storage = azurite.Connect(installation.Options.Value, requests);

        var range = new TimeRange(Moment("2024-05-01"), Moment("2024-05-02"));
        var found = await storage.ArticlesByDay.NewestFirstAsync(range, default).CountAsync();

        Assert.Equal(1, found);
        Assert.InRange(requests.Requests, 1, 8);
    }

    private static async Task<IReadOnlyList<string?>> DaysAsync<T>(IAsyncEnumerable<T> rows, Func<T, string?> published) =>
        await rows.Select(published).ToListAsync();

    private static DateTimeOffset? Moment(string? time) =>
        time is null ? null : DateTimeOffset.Parse(time + (time.Contains('T') ? "Z" : "T00:00Z"));
}
