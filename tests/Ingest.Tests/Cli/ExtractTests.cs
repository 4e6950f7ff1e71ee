using System.Diagnostics;
using System.Text.Json;
using Ingest.Rows;

namespace Ingest.Tests.Cli;

public sealed class ExtractTests : IDisposable
{
    private readonly CliFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Every_article_is_a_line_in_order_of_path()
    {
        _cli.Lay("news/b.txt", Articles.Bridge);
        _cli.Lay("news/a/ferry.txt", Articles.Ferry);
        _cli.Lay("Z.txt", Articles.Ferry);

        var end = await _cli.RunAsync("extract", "--json", "news", "Z.txt");

        Assert.Equal(0, end.ExitCode);
        Assert.Equal(["Z.txt", "news/a/ferry.txt", "news/b.txt"], end.OutputLines.Select(line => Value(line, "source")));
    }

    [Fact]
    public async Task The_id_is_the_one_that_dropping_the_file_would_give()
    {
        _cli.Lay("news/a/ferry.txt", Articles.Ferry);

        var end = await _cli.RunAsync("extract", "--json", "news");

        Assert.Equal(ArticleId.Of("articles", "a/ferry.txt"), Value(Assert.Single(end.OutputLines), "id"));
    }

    [Fact]
    public async Task A_folder_does_not_stand_for_what_lies_beside_its_articles()
    {
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        _cli.Lay("news/ferry.expected.json", "{}");
        _cli.Lay("news/README.md", Articles.Bridge);
        _cli.Lay("news/.hidden/bridge.txt", Articles.Bridge);

        var end = await _cli.RunAsync("extract", "--json", "news");

        Assert.Equal("news/ferry.txt", Value(Assert.Single(end.OutputLines), "source"));
    }

    [Fact]
    public async Task A_dash_is_standard_input()
    {
        await using var program = _cli.Start("extract", "--json", "--verbatim", "-");

        var end = await program.EndAsync(Articles.Ferry);

        using var json = JsonDocument.Parse(Assert.Single(end.OutputLines));
        Assert.Equal(Articles.Ferry, json.RootElement.GetProperty("article").GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_unreadable_file_is_one_line_and_the_rest_goes_on()
    {
        _cli.Lay("a.txt", Articles.Ferry);
        _cli.Lay("b.txt", "");
        _cli.Lay("c.txt", Articles.Bridge);

        var end = await _cli.RunAsync("extract", "--json", "a.txt", "b.txt", "c.txt");

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith("ingest: b.txt: ", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["a.txt", "c.txt"], end.OutputLines.Select(line => Value(line, "source")));
    }

    [Fact]
    public async Task The_limits_of_the_settings_hold_here_too()
    {
        _cli.Environment["Ingest__Limits__MaxBytes"] = "1024";
        _cli.Lay("a.txt", Articles.Ferry);
        _cli.Lay("b.txt", string.Concat(Enumerable.Repeat(Articles.Ferry, 1 + (1024 / Articles.Ferry.Length))));

        var end = await _cli.RunAsync("extract", "--json", "a.txt", "b.txt");

        Assert.Contains("1024 are allowed (MaxBytes)", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("a.txt", Value(Assert.Single(end.OutputLines), "source"));
    }

    [Fact]
    public async Task A_setting_that_is_wrong_is_named_before_anything_is_read()
    {
        _cli.Environment["Ingest__Limits__MaxBytes"] = "1";
        _cli.Lay("a.txt", Articles.Ferry);

        var end = await _cli.RunAsync("extract", "--json", "a.txt");

        Assert.Equal((1, ""), (end.ExitCode, end.Output));
        Assert.Contains("Ingest:Limits:MaxBytes is 1;", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_of_a_file_is_one_line_and_the_rest_is_printed()
    {
        var line = $$"""{ "title": "Ferry", "text": "{{Articles.Ferry.ReplaceLineEndings(" ")}}" }""";
        _cli.Lay("wire.jsonl", $"{line}\n{line[..40]}\n{line}");

        var end = await _cli.RunAsync("extract", "--json", "wire.jsonl");

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith("ingest: wire.jsonl#line 2: ", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["wire.jsonl#1", "wire.jsonl#2"], end.OutputLines.Select(line => Value(line, "source")));
    }

    [Fact]
    public async Task Signs_that_would_steer_the_terminal_are_not_shown()
    {
        _cli.Lay("a\u001b[2J.txt", Articles.Ferry);

        var end = await _cli.RunAsync("extract", "a\u001b[2J.txt");

        Assert.DoesNotContain('\u001b', end.Output);
    }

    [Fact]
    public async Task It_ends_quietly_when_nobody_reads_on()
    {
        for (var n = 0; n < 400; n++)   // far more than a pipe holds
            _cli.Lay($"news/{n}.txt", Articles.Ferry);
        var program = Path.Combine(AppContext.BaseDirectory, "Ingest.Cli.dll");

        using var shell = Process.Start(new ProcessStartInfo(
            "bash", ["-c", "dotnet \"$0\" extract --json news | head -n 1 > first; exit ${PIPESTATUS[0]}", program])
        {
            WorkingDirectory = _cli.Folder,
            RedirectStandardError = true,
        })!;
        var errors = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.Equal((141, ""), (shell.ExitCode, errors));
        Assert.Equal("news/0.txt", Value(await File.ReadAllTextAsync(Path.Combine(_cli.Folder, "first")), "source"));
    }

    private static string? Value(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty(name).GetString();
    }
}
