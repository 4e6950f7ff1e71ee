using Ingest.Text;

namespace Ingest;

/// <summary>What became of one blob.</summary>
public abstract record IngestOutcome
{
    private IngestOutcome()
    {
    }

    /// <summary>
    /// Another run was at work on another version of the blob. If it was cut off, deliver the blob once more, as its event will do anyway.
    /// </summary>
    public bool Contested { get; init; }

    /// <summary>Its articles were read and stand in the tables.</summary>
    public sealed record Ingested(IReadOnlyList<Extraction> Extractions) : IngestOutcome;

    /// <summary>The tables already hold this version of the blob, read by this engine: nothing was done.</summary>
    public sealed record Unchanged : IngestOutcome;

    /// <summary>It can't be read as an article, and the failure is recorded.</summary>
    public sealed record Unreadable(string Code, string Message) : IngestOutcome;

    /// <summary>It was deleted before its turn: no row of it is left, if there were any.</summary>
    public sealed record Gone : IngestOutcome;
}
