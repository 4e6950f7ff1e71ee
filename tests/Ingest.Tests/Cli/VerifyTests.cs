using System.Text.Json;
using Ingest.Audit;
using Ingest.Cli.Views;
using Ingest.Rows;

namespace Ingest.Tests.Cli;

[Collection(ProgramCollection.Name)]
public sealed class VerifyTests : IDisposable
{
    private readonly CliFixture _cli = new();
    private readonly string _container;
    private readonly IngestStorage _storage;

    public VerifyTests(AzuriteFixture azurite)
    {
        var options = azurite.NewOptions();
        _container = options.ArticlesContainer;
        _cli.Use(azurite.ConnectionString, options);
        _storage = azurite.Connect(options);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Nothing_amiss_is_exit_code_0()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        await _cli.RunAsync("up", "ferry.txt", "--once");

        var end = await _cli.RunAsync("verify");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.EndsWith("looked at; nothing amiss.", Assert.Single(end.OutputLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_amiss_is_named_until_it_is_mended()
    {
        _cli.Lay("ferry.txt", Articles.Ferry);
        _cli.Lay("bridge.txt", Articles.Bridge);
        await _cli.RunAsync("up", "ferry.txt", "bridge.txt", "--once");
        await _storage.Extractions.DeleteAsync(ArticleId.Of(_container, "ferry.txt"), CancellationToken.None);
        await _storage.Container.DeleteBlobAsync("bridge.txt");

        var found = await _cli.RunAsync("verify", "--json");
        var mended = await _cli.RunAsync("verify", "--repair");
        var after = await _cli.RunAsync("verify");

        Assert.Equal((1, 0, 0), (found.ExitCode, mended.ExitCode, after.ExitCode));
        Assert.Equal(
            [$"extractionMissing {_container}/ferry.txt", $"gone {_container}/bridge.txt"], found.OutputLines.Select(Line).Order());
        Assert.Contains("2 amiss, 2 mended.", mended.Output, StringComparison.Ordinal);
        Assert.Single(await _storage.ArticlesByDay.NewestFirstAsync(CancellationToken.None).ToListAsync());
    }

    [Theory]
    [InlineData(DiscrepancyKind.RowStray, "articles/a.txt", " Not mended: somebody has written or deleted it since; verify again.")]
    [InlineData(DiscrepancyKind.ArticleStray, null, " Not mended: somebody has written or deleted it since; verify again.")]
    [InlineData(
        DiscrepancyKind.ArticleStray,
        "articles/a.txt",
        " Not mended: five tries to read the file failed; 'ingest show failures' says more.")]
    [InlineData(
        DiscrepancyKind.Unread, "articles/a.txt", " Not mended: five tries to read the file failed; 'ingest show failures' says more.")]
    public void What_could_not_be_mended_says_why(DiscrepancyKind kind, string? blob, string end) =>
        Assert.Equal(end, VerifyReport.End(new Discrepancy(kind, blob, "0") { Repaired = false }));

    private static string Line(string json)
    {
        using var line = JsonDocument.Parse(json);
        return $"{line.RootElement.GetProperty("kind").GetString()} {line.RootElement.GetProperty("blob").GetString()}";
    }
}
