namespace Ingest.Cli.Views;

internal static class StandardError
{
    /// <summary>One line, whatever the message holds, with the name of the program before it.</summary>
    public static void Say(string message) => Console.Error.WriteLine($"ingest: {TerminalText.Line(message)}");
}
