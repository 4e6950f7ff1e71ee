namespace Ingest.Cli.Storage;

/// <summary>The local storage has ended, and its last save failed.</summary>
internal sealed class UnsavedException(string folder, string reason)
    : Exception(
        $"What was written last could not be saved in {folder}: {reason}. "
        + "It is lost; once that is mended, the same command does it again.");
