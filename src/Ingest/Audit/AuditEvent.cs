namespace Ingest.Audit;

/// <summary>What an audit tells while it is at work.</summary>
public abstract record AuditEvent
{
    private AuditEvent()
    {
    }

    /// <summary>How far it is.</summary>
    /// <param name="What">A table, or a container.</param>
    /// <param name="Count">Rows or blobs of it that were read.</param>
    /// <param name="Closely">Whether it is the second time, in which what is amiss is named.</param>
    public sealed record Looked(string What, long Count, bool Closely) : AuditEvent;

    /// <summary>Something is amiss.</summary>
    /// <param name="Discrepancy">What, and where.</param>
    public sealed record Found(Discrepancy Discrepancy) : AuditEvent;

    /// <summary>
    /// A file that was mended while another run on another version of it had not ended: until then that one may overwrite its rows.
    /// </summary>
    public sealed record Contested(string Blob, DateTimeOffset Until) : AuditEvent;

    /// <summary>
    /// A file that a run is at work on, or was until it was cut off less than five minutes ago: nothing can be said of it yet.
    /// </summary>
    public sealed record UnderWay(string Blob) : AuditEvent;
}
