using Ingest.Cli.Views;
using Ingest.Rows;
using Spectre.Console;

namespace Ingest.Tests.Cli;

public sealed class RowTablesTests
{
    [Fact]
    public void A_narrow_terminal_leaves_days_and_ids_whole()
    {
        var output = new StringWriter();
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        terminal.Profile.Width = 48;

        terminal.Write(RowTables.Of(
        [
            new DayRow(
                "6a6bac9e00000000", new DateOnly(2025, 3, 1), "articles/pier.txt", "The pier of Elm opens again after a winter of repairs",
                "The Elm Courier", "2025-03-01", 12, 1),
        ]));

        Assert.Contains("2025-03-01", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("6a6bac9e", output.ToString(), StringComparison.Ordinal);
    }
}
