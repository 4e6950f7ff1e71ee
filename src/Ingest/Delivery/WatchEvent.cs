namespace Ingest.Delivery;

/// <summary>What happens to a blob, or to the storage, while a container is watched.</summary>
public abstract record WatchEvent
{
    private WatchEvent(string blobName) => BlobName = blobName;

    /// <summary>Empty where it is the storage's.</summary>
    public string BlobName { get; }

    /// <summary>It is new, has changed or is gone, and its turn will come.</summary>
    public sealed record Found(string Name) : WatchEvent(Name);

    /// <summary>So many of its articles stand in the tables, and the others are to come.</summary>
    public sealed record Written(string Name, int Articles, int All) : WatchEvent(Name);

    /// <summary>It was processed.</summary>
    public sealed record Done(string Name, IngestOutcome Outcome, TimeSpan Elapsed) : WatchEvent(Name);

    /// <summary>Every try failed, and that is recorded. It has its next chance when it changes, or when watching starts anew.</summary>
    public sealed record Undone(string Name, Exception Error, TimeSpan Elapsed) : WatchEvent(Name);

    /// <summary>
    /// So many files were read while a run on another version of them had not ended, and are read once more when it must have: the
    /// watching, which would be at its end, waits for that.
    /// </summary>
    public sealed record Contested(int Files, DateTimeOffset Until) : WatchEvent("");

    /// <summary>The storage gives no answer. Whatever is under way waits until it does.</summary>
    public sealed record OutageBegan(Exception Error) : WatchEvent("");

    /// <summary>The storage answers again.</summary>
    public sealed record OutageEnded() : WatchEvent("");
}
