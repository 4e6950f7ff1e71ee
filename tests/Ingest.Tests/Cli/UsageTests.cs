using System.CommandLine;
using System.Text.Json;
using Ingest.Cli;
using Ingest.Rows;
using Ingest.Tables;

namespace Ingest.Tests.Cli;

public sealed class UsageTests : IDisposable
{
    private readonly CliFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("up")]
    [InlineData("drop")]
    [InlineData("extract")]
    [InlineData("show")]
    [InlineData("delete")]
    [InlineData("verify")]
    [InlineData("load")]
    [InlineData("export")]
    [InlineData("reprocess")]
    public async Task The_help_names_every_command(string command)
    {
        var end = await _cli.RunAsync("--help");

        Assert.Equal(0, end.ExitCode);
        Assert.Contains(end.OutputLines, line => line.TrimStart().StartsWith(command + " ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("reprocess")]
    [InlineData("show", "quotes")]
    [InlineData("export", "quotes")]
    public async Task The_help_leaves_room_for_what_it_says(params string[] command)
    {
        var end = await _cli.RunAsync([.. command, "--help"]);

        var line = Assert.Single(end.OutputLines, line => line.Contains("-h, --help", StringComparison.Ordinal));
        Assert.InRange(line.IndexOf("Show help", StringComparison.Ordinal), 1, 40);
    }

    [Theory]
    [InlineData("`articles`", typeof(DayRow))]
    [InlineData("`entities`", typeof(EntityTotal))]
    [InlineData("`mentions`", typeof(MentionRow))]
    [InlineData("`quotes`", typeof(SpokenRow))]
    [InlineData("`quotes`, in `quote`", typeof(QuoteRow))]
    [InlineData("`failures`", typeof(FailureRow))]
    public void README_names_the_fields_of_a_list(string list, Type row)
    {
        var fields = JsonSerializerOptions.Web.GetTypeInfo(row).Properties.Where(one => one.Get is not null).Select(one => one.Name);
        var readme = File.ReadLines(Path.Combine(WorkingTree.Root!, "README.md"));
        var lines = readme.SkipWhile(line => line != "### Lists").TakeWhile(line => line != "### Exports");

        var named = Assert.Single(lines, line => line.StartsWith($"| {list} |", StringComparison.Ordinal)).Split('|')[2];
        Assert.Equal(fields.Order(), named.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim('`')).Order());
    }

    [Theory]
    [InlineData("Unrecognized option '--jsno'.", "extract", "--jsno", "a.txt")]
    [InlineData("Unrecognized command or argument 'rise'.", "rise")]
    [InlineData("Required argument 'PATH' missing for command: 'drop'.", "drop")]
    [InlineData("Unrecognized command or argument 'qoutes'.", "show", "qoutes")]
    [InlineData("--concurrency takes a number from 1 to 64, not 'all'.", "up", "--concurrency", "all")]
    [InlineData("--concurrency takes a number from 1 to 64, not '65'.", "up", "--concurrency", "65")]
    [InlineData("--limit takes a number from 1 on, not '99999999999'.", "show", "quotes", "--limit", "99999999999")]
    [InlineData("--seed takes a number from 0 on, not 'x'.", "load", "1", "--seed", "x")]
    [InlineData("Argument 'loud' not recognized. Must be one of: 'direct' 'mixed' 'indirect'.", "show", "quotes", "--kind", "loud")]
    [InlineData("The ID is empty.", "delete", "")]
    [InlineData("The ID is empty.", "show", "article", " ")]
    [InlineData("The NAME is empty.", "show", "mentions", "")]
    [InlineData("The NAME of --speaker is empty.", "show", "quotes", "--speaker", "")]
    [InlineData("The TEXT of --about is empty.", "show", "quotes", "--about", " ")]
    [InlineData("The WORDS of --named is empty.", "show", "entities", "--named", "")]
    [InlineData(
        "'x.csv' would be read as csv, by its name, and --format says parquet: leave one of them out.", "export", "quotes", "--format",
        "parquet", "--out", "x.csv")]
    public async Task What_cannot_be_asked_is_one_line_and_exit_code_2(string reason, params string[] args)
    {
        var end = await _cli.RunAsync(args);

        Assert.Equal(2, end.ExitCode);
        Assert.StartsWith($"ingest: {reason} Try 'ingest", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(end.Output);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("drop")]
    [InlineData("up")]
    public async Task A_path_that_leads_nowhere_is_one_line_and_exit_code_2(string command)
    {
        var end = await _cli.RunAsync(command, "nowhere.txt");

        Assert.Equal(2, end.ExitCode);
        Assert.Equal("ingest: There is no file or folder 'nowhere.txt'.", Assert.Single(end.ErrorLines));
    }

    [Fact]
    public async Task A_folder_without_a_file_is_told()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var end = await _cli.RunAsync("extract", folder.FullName);

            Assert.Equal(0, end.ExitCode);
            Assert.Equal($"ingest: There is no file to read in '{folder.FullName}'.", Assert.Single(end.ErrorLines));
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public async Task A_fault_that_nobody_has_foreseen_is_shown_with_its_stack()
    {
        var standardError = new StringWriter();
        var before = Console.Error;
        Console.SetError(standardError);
        try
        {
            var root = new RootCommand { new Command("break") };
            root.Subcommands[0].SetAction((_, _) => Broken());

            Assert.Equal(1, await CommandLine.RunAsync(root, ["break"]));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Contains("ingest: ArithmeticException: Not thought of.\n", standardError.ToString(), StringComparison.Ordinal);
        Assert.Contains($"  at {typeof(UsageTests).FullName}.{nameof(Broken)}()", standardError.ToString(), StringComparison.Ordinal);
    }

    private static Task<int> Broken() => throw new ArithmeticException("Not thought of.");
}
