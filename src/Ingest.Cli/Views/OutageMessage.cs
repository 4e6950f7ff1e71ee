using Ingest.Delivery;

namespace Ingest.Cli.Views;

internal static class OutageMessage
{
    /// <summary>A sentence, where it is the storage that something happens to; null where it is a file.</summary>
    public static string? Of(WatchEvent watchEvent) => watchEvent switch
    {
        WatchEvent.OutageBegan(var fault) => $"{Fault.Describe(fault)} Waiting for it; nothing is lost.",
        WatchEvent.OutageEnded => "The storage answers again.",
        _ => null,
    };
}
