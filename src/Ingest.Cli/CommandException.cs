namespace Ingest.Cli;

/// <summary>Ends a command with one line on standard error, which a person can act upon.</summary>
internal sealed class CommandException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
