using System.CommandLine;
using System.Text.Json.Nodes;
using Ingest.Cli.Commands;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests.Cli;

/// <summary><c>--since</c> and <c>--until</c>.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TimeRangeTests : IDisposable
{
    private readonly CliFixture _cli = new();

    public TimeRangeTests(AzuriteFixture azurite) => _cli.Use(azurite.ConnectionString, azurite.NewOptions());

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("--since", "2026-11-23", "2026-11-23T00:00:00Z")]
    [InlineData("--since", "2026-11-23T14:30", "2026-11-23T14:30:00Z")]
    [InlineData("--since", "2026-11-23T14:30:05Z", "2026-11-23T14:30:05Z")]
    [InlineData("--since", "2026-11-23 14:30-05:00", "2026-11-23T19:30:00Z")]
    [InlineData("--since", "7d", "2026-11-23T12:00:00Z")]
    [InlineData("--since", "24h", "2026-11-29T12:00:00Z")]
    [InlineData("--until", "2026-11-23", "2026-11-24T00:00:00Z")]
    [InlineData("--until", "2026-11-23T14:30", "2026-11-23T14:30:00Z")]
    [InlineData("--until", "7d", "2026-11-23T12:00:00Z")]
    [InlineData("--until", "9999-12-31", "9999-12-31T00:00:00Z")]
    public void A_time_is_a_day_a_moment_or_an_age(string name, string said, string time)
    {
        var option = new TimeOption(name, "", takesWholeDay: name == "--until", Clock);

        Assert.Equal(DateTimeOffset.Parse(time), new RootCommand { option }.Parse([name, said]).GetValue(option));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("-7d")]
    [InlineData("7")]
    [InlineData("7w")]
    [InlineData("999999d")]
    [InlineData("yesterday")]
    [InlineData("2026-11")]
    [InlineData("2026-11-31")]
    [InlineData("11-23-2026")]
    [InlineData("2026-11-23T25:00")]
    public void What_is_no_time_is_told_by_the_name_of_the_option(string said)
    {
        var error = Assert.Single(new RootCommand { new TimeOption("--since", "", time: Clock) }.Parse(["--since", said]).Errors);

        Assert.StartsWith("--since takes a day, a time, or days or hours ago, such as ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($", not '{said}'.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since takes a day, a time, or days or hours ago, such as ", "show", "quotes", "--since", "soon", "--until", "7d")]
    [InlineData("--until takes a day, a time, or days or hours ago, such as ", "show", "entities", "--since", "7d", "--until", "soon")]
    [InlineData("--until is not after --since: ", "show", "mentions", "Roe", "--since", "1d", "--until", "2d")]
    [InlineData("--until is not after --since: ", "export", "quotes", "--since", "2026-11-02", "--until", "2026-11-01")]
    public async Task What_cannot_be_asked_is_one_line_and_exit_code_2(string reason, params string[] args)
    {
        var end = await _cli.RunAsync(args);

        Assert.Equal(2, end.ExitCode);
        Assert.StartsWith($"ingest: {reason}", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_list_is_bounded_by_the_time_of_its_articles()
    {
        foreach (var day in new[] { "2025-03-01", "2025-03-02", "2025-03-03" })
        {
            _cli.Lay(
                $"news/{day}.json",
                $$"""{ "title": "Pier", "published": "{{day}}", "text": "“The pier is safe,” Rosa Lund said. Ada Poe was there." }""");
        }

        _cli.Lay("news/undated.txt", "“The pier is safe,” Rosa Lund said.");
        await _cli.RunAsync("up", "news", "--once");

        string[] second = ["--since", "2025-03-02", "--until", "2025-03-02"];
        Assert.Equal(["2025-03-02"], await DaysAsync(second, "show", "articles"));
        Assert.Equal(["2025-03-02"], await DaysAsync(second, "show", "mentions", "Rosa Lund"));
        Assert.Equal(["2025-03-02"], await DaysAsync(second, "show", "quotes"));
        Assert.Equal(["2025-03-02"], await DaysAsync(second, "show", "quotes", "--speaker", "Lund"));
        Assert.Equal(["2025-03-02"], await DaysAsync(second, "show", "quotes", "--about", "pier", "--limit", "9"));
        Assert.Equal(["2025-03-02"], await DaysAsync(second, "export", "quotes"));
        string[] early = ["--until", "2025-03-02"];
        Assert.Equal(["2025-03-02", "2025-03-01"], await DaysAsync(early, "show", "quotes", "--limit", "9"));
        Assert.Equal(["2025-03-02", "2025-03-01"], await DaysAsync(early, "show", "quotes", "--about", "pier", "--limit", "9"));
        Assert.Equal(["2025-03-02", "2025-03-01"], await DaysAsync(early, "show", "quotes"));
        Assert.Equal([null], await DaysAsync(["--since", "1h"], "show", "quotes"));
        Assert.Equal([null], await DaysAsync(["--since", "1h"], "show", "mentions", "Rosa Lund"));
        Assert.Equal(["2025-03-03", "2025-03-02", "2025-03-01"], await DaysAsync(["--until", "1h"], "show", "articles"));
        Assert.Equal(["Rosa Lund 1"], await TotalsAsync("--since", "1h"));
        Assert.Equal(["Rosa Lund 2", "Ada Poe 2"], await TotalsAsync("--since", "2025-03-02", "--until", "1h"));
        Assert.Equal(["Rosa Lund 2", "Ada Poe 2"], await TotalsAsync("--until", "2025-03-02"));

        async Task<IEnumerable<string?>> DaysAsync(string[] range, params string[] command)
        {
            var end = await _cli.RunAsync([.. command, .. range, .. command[0] == "show" ? ["--json"] : Array.Empty<string>()]);
            Assert.Equal(0, end.ExitCode);
            return end.OutputLines.Select(line => (string?)JsonNode.Parse(line)!["published"]);
        }

        async Task<IEnumerable<string>> TotalsAsync(params string[] range)
        {
            var end = await _cli.RunAsync(["show", "entities", "--type", "person", "--json", .. range]);
            return
                from line in end.OutputLines
                let total = JsonNode.Parse(line)!
                orderby (string?)total["name"] descending
                select $"{total["name"]} {total["articles"]}";
        }
    }

    [Fact]
    public async Task Failures_are_bounded_by_the_upload_of_their_files()
    {
        _cli.Lay("empty.txt", "");
        await _cli.RunAsync("up", "empty.txt", "--once");

        var recent = await _cli.RunAsync("show", "failures", "--since", "1h", "--json");
        var old = await _cli.RunAsync("show", "failures", "--until", "1h", "--json");

        Assert.Contains("empty.txt", Assert.Single(recent.OutputLines), StringComparison.Ordinal);
        Assert.Equal((0, ""), (old.ExitCode, old.Output));
    }

    [Fact]
    public async Task A_name_with_nothing_of_that_time_is_no_part_of_a_name()
    {
        _cli.Lay("pier.json", """{ "title": "Pier", "published": "2025-03-01", "text": "“It is safe,” Rosa Lund said." }""");
        await _cli.RunAsync("up", "pier.json", "--once");

        var end = await _cli.RunAsync("show", "mentions", "Rosa", "Lund", "--since", "7d");

        Assert.Equal((0, "", "Nothing found."), (end.ExitCode, end.Error, Assert.Single(end.OutputLines)));
    }

    [Fact]
    public async Task Whoever_gives_no_date_stands_and_is_shown_under_the_day_of_the_upload()
    {
        _cli.Lay("news/old.json", """{ "title": "Pier", "published": "2025-03-01", "text": "“It is safe,” Rosa Lund said." }""");
        _cli.Lay("news/undated.txt", "“It was never safe,” Rosa Lund said.");
        var before = DateTimeOffset.UtcNow;
        await _cli.RunAsync("up", "news", "--once");
        var after = DateTimeOffset.UtcNow;

        var quotes = await _cli.RunAsync("show", "quotes");
        var mentions = await _cli.RunAsync("show", "mentions", "Rosa Lund");
        var listed = await _cli.RunAsync("show", "quotes", "--json", "--limit", "9");
        var rows = listed.OutputLines.Select(line => JsonNode.Parse(line)!).ToList();

        var uploaded = DateTimeOffset.Parse((string)rows[0]["time"]!);
        Assert.InRange(uploaded, before - TimeSpan.FromSeconds(1), after);   // the service's clock has whole seconds
        Assert.All([quotes, mentions], shown => Assert.Matches($"(?s){uploaded:yyyy-MM-dd} .*2025-03-01 ", shown.Output));
        Assert.Equal([null, "2025-03-01"], rows.Select(row => (string?)row["published"]));
        Assert.Equal("2025-03-01T00:00:00+00:00", (string?)rows[1]["time"]);
    }

    // It stands in the partition of its own day, 1 March.
    [Fact]
    public async Task A_time_in_another_zone_is_compared_in_UTC()
    {
        _cli.Lay("pier.json", """{ "title": "Pier", "published": "2025-03-01T23:30:00-05:00", "text": "“It is safe,” Rosa Lund said" }""");
        await _cli.RunAsync("up", "pier.json", "--once");

        var second = await _cli.RunAsync("show", "articles", "--json", "--since", "2025-03-02");
        var first = await _cli.RunAsync("show", "articles", "--json", "--until", "2025-03-01");

        Assert.Contains("\"time\":\"2025-03-02T04:30:00+00:00\"", Assert.Single(second.OutputLines), StringComparison.Ordinal);
        Assert.Empty(first.Output);
    }

    private static FakeTimeProvider Clock => new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
}
