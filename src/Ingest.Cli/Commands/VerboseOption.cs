using System.CommandLine;

namespace Ingest.Cli.Commands;

/// <summary>Of all commands.</summary>
internal sealed class VerboseOption : Option<bool>
{
    public VerboseOption()
        : base("--verbose")
    {
        Description = "Log on standard error what is done, and print the stack of whatever fails.";
        Recursive = true;
    }

    public static bool IsSaidIn(ParseResult parsed) =>
        parsed.RootCommandResult.Command.Options.OfType<VerboseOption>().SingleOrDefault() is { } verbose && parsed.GetValue(verbose);
}
