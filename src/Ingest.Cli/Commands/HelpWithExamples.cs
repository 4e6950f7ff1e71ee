using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Ingest.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal interface IExamples
{
    /// <summary>One a line: the command, and what it is for.</summary>
    string Examples { get; }
}

internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not IExamples { Examples: var examples })
            return exitCode;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in examples.EnumerateLines())
            output.WriteLine($"  {line}");
        output.WriteLine();
        return exitCode;
    }
}
