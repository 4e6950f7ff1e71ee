using System.Globalization;

namespace Ingest.Cli.Views;

internal static class ContestedMessage
{
    /// <summary>What mends a file that a run which was cut off has written over; it reads everything for that.</summary>
    public const string Repair = "ingest verify --repair";

    /// <summary>Says, where another run may yet overwrite what was written of the file, until when, and what to call then.</summary>
    /// <param name="blob">The file.</param>
    /// <param name="contestedUntil">As the outcome has it; null: there is nothing to say.</param>
    /// <param name="again">The command to call.</param>
    public static void Say(string blob, DateTimeOffset? contestedUntil, string again = Repair)
    {
        if (contestedUntil is { } until)
            StandardError.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{blob}: another run was at work on it, and may write until {until:HH:mm:ss}Z; if it was cut off, '{again}' after that "
                + $"clears away what it left."));
    }
}
