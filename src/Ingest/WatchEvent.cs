namespace Ingest;

/// <summary>What happens to a blob while a container is watched.</summary>
public abstract record WatchEvent
{
    private WatchEvent(string blobName) => BlobName = blobName;

    public string BlobName { get; }

    /// <summary>It is new, has changed or is gone, and its turn will come.</summary>
    public sealed record Found(string Name) : WatchEvent(Name);

    /// <summary>It was processed.</summary>
    public sealed record Done(string Name, IngestOutcome Outcome, TimeSpan Elapsed) : WatchEvent(Name);

    /// <summary>Every try failed, and that is recorded. It has its next chance when it changes, or when watching starts anew.</summary>
    public sealed record Undone(string Name, Exception Error, TimeSpan Elapsed) : WatchEvent(Name);
}
