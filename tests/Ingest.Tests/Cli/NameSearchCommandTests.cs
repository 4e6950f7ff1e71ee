namespace Ingest.Tests.Cli;

[Collection(ProgramCollection.Name)]
public sealed class NameSearchCommandTests : IDisposable
{
    private const string Pier =
        """
        The mayor of Arlen, Joan Whitfield, opened the pier on Tuesday.

        “We have waited for this,” Joan Whitfield said. Her deputy, Paul Whitfield, laughed.

        “So have I,” said Rosa Lund, who leads the harbour board.
        """;

    private readonly CliFixture _cli = new();

    public NameSearchCommandTests(AzuriteFixture azurite) => _cli.Use(azurite.ConnectionString, azurite.NewOptions());

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_surname_finds_its_one_bearer_and_tells_of_several()
    {
        _cli.Lay("pier.txt", Pier);
        await _cli.RunAsync("up", "pier.txt", "--once");

        var one = await _cli.RunAsync("show", "quotes", "--speaker", "lund", "--json");
        var about = await _cli.RunAsync("show", "quotes", "--speaker", "Rosa Lund", "--about", "dam");
        var several = await _cli.RunAsync("show", "mentions", "Whitfield");
        var named = await _cli.RunAsync("show", "entities", "--named", "whitfield", "--json");

        Assert.Equal((0, "ingest: nothing is called just 'lund'; this is rosa lund"), (one.ExitCode, Assert.Single(one.ErrorLines)));
        Assert.Contains("So have I", Assert.Single(one.OutputLines), StringComparison.Ordinal);
        Assert.Equal((0, ""), (about.ExitCode, about.Error));
        Assert.Equal(1, several.ExitCode);
        Assert.Equal(
            "ingest: 'Whitfield' is part of several names; ask for one of them: joan whitfield, paul whitfield.",
            Assert.Single(several.ErrorLines));
        Assert.Equal(2, named.OutputLines.Length);
    }

    [Fact]
    public async Task Who_bears_a_surname_beside_the_one_that_is_called_just_that_is_told()
    {
        _cli.Lay("news/pier.txt", Pier);
        _cli.Lay("news/dock.txt", "“We are sorry,” Lund said on Monday.");
        await _cli.RunAsync("up", "news", "--once");

        var end = await _cli.RunAsync("show", "quotes", "--speaker", "Lund", "--json");

        Assert.Contains("We are sorry", Assert.Single(end.OutputLines), StringComparison.Ordinal);
        Assert.Equal((0, "ingest: 'Lund' is part of other names too: rosa lund."), (end.ExitCode, Assert.Single(end.ErrorLines)));
    }
}
