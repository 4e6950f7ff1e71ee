using System.CommandLine;

namespace Ingest.Cli.Commands;

/// <summary>Files and folders.</summary>
internal sealed class PathsArgument : Argument<string[]>
{
    public PathsArgument(ArgumentArity arity, string description)
        : base("PATH")
    {
        Arity = arity;
        Description = description;
        this.RefuseOptions();
    }
}
