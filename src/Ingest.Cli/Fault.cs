using Azure;
using Ingest.Cli.Azurite;
using Ingest.Text.Articles;
using Microsoft.Extensions.Options;

namespace Ingest.Cli;

/// <summary>Faults that are nobody's bug, in a sentence for whoever can do something about them.</summary>
internal static class Fault
{
    public static bool IsKnown(Exception fault) =>
        fault is RequestFailedException or IOException or UnauthorizedAccessException or AzuriteException or OptionsValidationException
            or CommandException or TimeoutException or OperationCanceledException
            or ArticleFormatException { Code: not ArticleFormatCodes.Internal }
        || (fault is AggregateException { InnerExceptions: var all } && all.All(IsKnown));

    /// <summary>The fault and those within it, with their stacks. Of a failure of the engine, that which made it fail.</summary>
    public static string StackOf(Exception fault) =>
        (fault is ArticleFormatException { InnerException: { } inner } ? inner : fault).ToString();

    public static string Describe(Exception fault) => fault switch
    {
        // Every try of the client stands in it; the last one tells enough.
        AggregateException { InnerExceptions: [.., var last] } => Describe(last),
        RequestFailedException { Status: 0 } => $"The storage can't be reached: {fault.Message}",
        RequestFailedException { Status: var status, ErrorCode: var code } =>
            $"The storage refused: {FirstLine(fault.Message)} ({code ?? "no code"}, status {status})",
        ArticleFormatException => fault.Message,
        _ when IsKnown(fault) => fault.Message,
        _ => $"{fault.GetType().Name}: {fault.Message}",
    };

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();
}
