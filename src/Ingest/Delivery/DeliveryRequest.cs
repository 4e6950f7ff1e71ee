using Ingest.Rows;

namespace Ingest.Delivery;

/// <summary>What a delivery is to do with its blob.</summary>
internal sealed record DeliveryRequest
{
    /// <summary>The version that the caller saw a moment ago; null when it has not looked.</summary>
    public KnownBlobVersion? Known { get; init; }

    /// <summary>Called with the number of articles written so far, and of all in the file.</summary>
    public Action<int, int>? OnProgress { get; init; }

    /// <summary>Whether to write all rows anew, even if the tables hold this version.</summary>
    public bool Rewrite { get; init; }

    /// <summary>
    /// The pass over the file's articles that was begun last for this request, set by its deliveries: a repeated one continues it.
    /// </summary>
    public string? Pass { get; set; }

    /// <summary>Rows that no article's row accounts for: they are deleted, unless the blob makes them.</summary>
    public RowManifest Strays { get; init; } = RowManifest.Empty;

    /// <summary>Whether to remove all rows, although the blob may be there.</summary>
    public bool Remove { get; init; }

    /// <summary>Set when the blob is given up; null otherwise.</summary>
    public GivenUp? GivenUp { get; init; }
}
