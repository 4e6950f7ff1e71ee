using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest;

/// <summary>What became of one blob.</summary>
public abstract record IngestOutcome
{
    private IngestOutcome()
    {
    }

    /// <summary>
    /// Until then another run, on another version of the blob, may overwrite these rows. If it doesn't end by itself, for it was cut off,
    /// deliver the blob again after this time; under triggers its own event does that. Null: nobody else is at work.
    /// </summary>
    public DateTimeOffset? ContestedUntil { get; init; }

    /// <summary>Its articles were read and stand in the tables.</summary>
    public sealed record Ingested(IReadOnlyList<Extraction> Extractions) : IngestOutcome
    {
        /// <summary>Files within it that can't be read; each failure is recorded.</summary>
        public IReadOnlyList<UnreadFile> Unread { get; init; } = [];
    }

    /// <summary>The tables already hold this version of the blob, read by this engine or a newer one: nothing was done.</summary>
    public sealed record Unchanged : IngestOutcome
    {
        /// <summary>Whether a newer engine has read it, whose rows an older one doesn't replace unless somebody asks for that.</summary>
        public bool ByNewerEngine { get; init; }
    }

    /// <summary>It can't be read as an article, and the failure is recorded.</summary>
    public sealed record Unreadable(string Code, string Message) : IngestOutcome
    {
        /// <summary>What made the engine fail over it, for the log; null when it is the file that is wrong.</summary>
        internal Exception? Fault { get; init; }
    }

    /// <summary>It was deleted before its turn: no row of it is left, if there were any.</summary>
    public sealed record Gone : IngestOutcome;
}
