using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using System.Text;
using Ingest.Cli.Commands;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;

namespace Ingest.Cli;

/// <summary>From the arguments to an exit code. Whatever goes wrong ends here as one line on standard error, and what nobody has
/// foreseen with its stack.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var stop = new CancellationTokenSource();
        var signaled = PosixSignal.SIGINT;
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        // A path may begin with "@": no response files.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
            return Fail($"{ErrorOf(parsed)} Try '{NameOf(parsed)} --help'.", ExitCode.Usage);
        try
        {
            // Signals are handled here: the library would give a command two seconds and then drop it.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
        }
        catch (Exception e) when (e is not UnsavedException && stop.IsCancellationRequested)
        {
            // Storage that goes away together with this process fails in many ways; all of them mean the same now.
            return ExitCode.Of(signaled);
        }
        catch (Exception e)
        {
            return Fail(e, isVerbose: VerboseOption.IsSaidIn(parsed));
        }

        // The first signal asks; the second one finds the usual handler and ends the process.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            if (signal.Cancel)
                signaled = signal.Signal;
            stop.Cancel();
        }
    }

    private static int Fail(Exception fault, bool isVerbose)
    {
        switch (fault)
        {
            case UnsavedException:
                // However the command ended: what it said is done is not.
                return Fail(fault.Message, ExitCode.Failed);
            case CommandException { ExitCode: var exitCode }:
                return Fail(fault.Message, exitCode);
            case var _ when StandardOutput.IsClosed(fault):
                return ExitCode.PipeClosed;
            default:
                StandardError.Say(Fault.Describe(fault));
                if (!Fault.IsKnown(fault) || isVerbose)
                    StandardError.Trace(fault);
                return ExitCode.Failed;
        }
    }

    private static int Fail(string message, int exitCode)
    {
        StandardError.Say(message);
        return exitCode;
    }

    /// <summary>
    /// A command that isn't there, rather than that one is missing; some of the library's sentences end without a full stop.
    /// </summary>
    private static string ErrorOf(ParseResult parsed)
    {
        var errors = parsed.Errors.Select(error => error.Message).ToList();
        var unknown = parsed.UnmatchedTokens is [var token, ..]
            ? errors.Find(message => message.EndsWith($"'{token}'.", StringComparison.Ordinal))
            : null;
        return (unknown ?? errors[0]) is var message && message.EndsWith('.') ? message : message + ".";
    }

    private static string NameOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as CommandResult)
            names.Push(result.Command is RootCommand root ? root.HelpName! : result.Command.Name);
        return string.Join(' ', names);
    }
}
