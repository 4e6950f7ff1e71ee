using System.Globalization;
using System.Text.Json.Nodes;

namespace Ingest.Tests.Cli;

[Collection(AzuriteCollection.Name)]
public sealed class ShowQuotesTests : IDisposable
{
    private readonly CliFixture _cli = new();

    public ShowQuotesTests(AzuriteFixture azurite) => _cli.Use(azurite.ConnectionString, azurite.NewOptions());

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Quotes_are_shown_by_kind_and_by_how_sure_they_are()
    {
        _cli.Lay("pier.txt", "“We have waited for this,” Joan Whitfield said on the pier.\n\nRosa Lund warned of cracks in the deck.");
        await _cli.RunAsync("up", "pier.txt", "--once");

        var all = await _cli.RunAsync("show", "quotes", "--json");
        var direct = await _cli.RunAsync("show", "quotes", "--json", "--kind", "Direct");
        var certain = await _cli.RunAsync("show", "quotes", "--json", "--confidence", "1");

        Assert.Equal(2, all.OutputLines.Length);
        Assert.Contains("We have waited", Assert.Single(direct.OutputLines), StringComparison.Ordinal);
        Assert.Equal((0, "", ""), (certain.ExitCode, certain.Output, certain.Error));
    }

    [Fact]
    public async Task The_newest_quotes_are_shown_first_whoever_said_them()
    {
        _cli.Lay(
            "news/a.json",
            """{ "title": "Pier", "published": "2025-03-01", "text": "“We have waited for this,” Ada Lund said on the pier." }""");
        _cli.Lay(
            "news/b.json",
            """{ "title": "Deck", "published": "2025-03-02", "text": "“The deck has cracks,” Zoe Poe said. “Nobody looked,” Bea Roe said later." }""");
        await _cli.RunAsync("up", "news", "--once");

        var newest = await _cli.RunAsync("show", "quotes", "--json", "--limit", "2");
        var about = await _cli.RunAsync("show", "quotes", "--about", "ed", "--json", "--limit", "9");
        var shown = await _cli.RunAsync("show", "quotes");

        Assert.Equal(["Zoe Poe", "Bea Roe"], Speakers(newest));
        Assert.Equal(["Bea Roe", "Ada Lund"], Speakers(about));
        Assert.Matches("(?s)Zoe Poe.*Bea Roe.*Ada Lund", shown.Output);

        static IEnumerable<string?> Speakers(ProgramEnd end) =>
            end.OutputLines.Select(line => (string?)JsonNode.Parse(line)!["quote"]!["speakerName"]);
    }

    [Fact]
    public async Task Beside_each_quote_stands_how_sure_it_is()
    {
        _cli.Lay("pier.txt", "“We have waited for this,” Joan Whitfield said on the pier.");
        await _cli.RunAsync("up", "pier.txt", "--once");
        var quote = JsonNode.Parse(Assert.Single((await _cli.RunAsync("show", "quotes", "--json")).OutputLines))!;
        var sure = quote["quote"]!["confidence"]!.GetValue<double>().ToString("0.00", CultureInfo.InvariantCulture);

        var listed = await _cli.RunAsync("show", "quotes");
        var extracted = await _cli.RunAsync("extract", "pier.txt");

        Assert.Matches($"We have waited.* {sure} ", listed.Output);
        Assert.Matches($"We have waited.* {sure} *\n", extracted.Output);
    }

    [Fact]
    public async Task Joint_speakers_are_shown_together_and_exported_apart()
    {
        _cli.Lay("pier.txt", "“We have waited for this,” Joan Whitfield and Rosa Lund said on the pier.");
        await _cli.RunAsync("up", "pier.txt", "--once");

        var shown = await _cli.RunAsync("show", "quotes", "--speaker", "lund");
        var extracted = await _cli.RunAsync("extract", "pier.txt");
        var exported = JsonNode.Parse(Assert.Single((await _cli.RunAsync("export", "quotes")).OutputLines))!;

        Assert.Contains("Joan Whitfield; Rosa Lund", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Joan Whitfield; Rosa", extracted.Output, StringComparison.Ordinal);   // the column is narrow
        Assert.Equal(
            ("person|joan-whitfield", "person|rosa-lund", "Rosa Lund"),
            ((string?)exported["speakerKey"], (string?)exported["jointKeys"], (string?)exported["jointNames"]));
    }

    [Theory]
    [InlineData("--confidence", "1.2")]
    [InlineData("--confidence", "-0.1")]
    [InlineData("--confidence", "high")]
    [InlineData("--kind", "shouted")]
    public async Task What_no_quote_can_be_is_refused_by_name(string option, string value)
    {
        var refused = await _cli.RunAsync("show", "quotes", option, value);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(option == "--kind" ? "shouted" : "--confidence", refused.Error, StringComparison.Ordinal);
    }
}
