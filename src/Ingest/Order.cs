using Ingest.Rows;

namespace Ingest;

/// <summary>What is to be done with a blob.</summary>
internal sealed record Order
{
    /// <summary>Its version a moment ago.</summary>
    public BlobSight? Seen { get; init; }

    /// <summary>Hears how many of how many articles stand.</summary>
    public Action<int, int>? Tell { get; init; }

    /// <summary>Whether to write all rows anew.</summary>
    public bool Again { get; init; }

    /// <summary>The last pass over the file's articles that was begun for it.</summary>
    public string? Pass { get; set; }

    /// <summary>Rows that earlier runs have left without saying so.</summary>
    public RowManifest Strays { get; init; } = RowManifest.Empty;

    /// <summary>Whether to remove all rows.</summary>
    public bool Forget { get; init; }

    /// <summary>That it isn't tried any more.</summary>
    public GivenUp? GivenUp { get; init; }
}
