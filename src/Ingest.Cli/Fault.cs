using Azure;
using Ingest.Cli.Azurite;
using Microsoft.Extensions.Options;

namespace Ingest.Cli;

/// <summary>Faults that are nobody's bug, in a sentence for whoever can do something about them.</summary>
internal static class Fault
{
    public static bool IsKnown(Exception fault) =>
        fault is RequestFailedException or IOException or UnauthorizedAccessException or AzuriteException or OptionsValidationException
        || (fault is AggregateException { InnerExceptions: var all } && all.All(IsKnown));

    public static string Describe(Exception fault) => fault switch
    {
        // Every try of the client stands in it; the last one tells enough.
        AggregateException { InnerExceptions: [.., var last] } => Describe(last),
        RequestFailedException { Status: 0 } => $"The storage can't be reached: {fault.Message}",
        RequestFailedException { Status: var status, ErrorCode: var code } =>
            $"The storage refused: {FirstLine(fault.Message)} ({code ?? "no code"}, status {status})",
        _ when IsKnown(fault) => fault.Message,
        _ => $"{fault.GetType().Name}: {fault.Message}",
    };

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();
}
