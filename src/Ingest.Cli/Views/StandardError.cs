namespace Ingest.Cli.Views;

internal static class StandardError
{
    /// <summary>One line, whatever the message holds, with the name of the program before it.</summary>
    public static void Say(string message) => Console.Error.WriteLine($"ingest: {TerminalText.Line(message)}");

    /// <summary>The line, and below it the stack of a fault that nobody has foreseen.</summary>
    public static void Say(string message, Exception fault)
    {
        Say(message);
        if (!Fault.IsKnown(fault))
            Trace(fault);
    }

    /// <summary>All that is known of the fault, with its stack.</summary>
    public static void Trace(Exception fault)
    {
        foreach (var line in Fault.StackOf(fault).EnumerateLines())
            Console.Error.WriteLine($"  {TerminalText.Line(line.ToString())}");
    }
}
