using Spectre.Console;

namespace Ingest.Cli.Views;

internal static class Terminal
{
    // Wide enough for a table, narrow enough for a log or an editor's pane.
    private const int WidthOfFiles = 120;

    // Nobody reads lines of two hundred signs.
    private const int MaxWidth = 140;

    /// <summary>
    /// Standard output: with colours and as wide as the terminal, or plain and of fixed width when it goes to a file or a pipe.
    /// </summary>
    public static IAnsiConsole Open()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        console.Profile.Width = Console.IsOutputRedirected ? WidthOfFiles : Math.Min(console.Profile.Width, MaxWidth);
        return console;
    }
}
