namespace Ingest.Blobs;

/// <summary>What fetching a blob came to.</summary>
internal abstract record FetchedBlob
{
    private FetchedBlob()
    {
    }

    /// <summary>It is there, in a version that nobody knew.</summary>
    public abstract record Found(BlobVersion Version) : FetchedBlob;

    public sealed record Content(BlobVersion Version, ReadOnlyMemory<byte> Bytes) : Found(Version);

    public sealed record TooLarge(BlobVersion Version, long Bytes) : Found(Version);

    /// <summary>Nobody has asked for its bytes.</summary>
    public sealed record Seen(BlobVersion Version) : Found(Version);

    /// <summary>It lies in the archive tier, or is on its way out of it: its bytes can't be had.</summary>
    public sealed record Archived(BlobVersion Version) : Found(Version);

    /// <summary>It is there, and too large to be fetched beside those that are in work now.</summary>
    public sealed record Deferred : FetchedBlob;

    public sealed record Unchanged : FetchedBlob;

    public sealed record Gone : FetchedBlob;
}

/// <summary>One version of a blob. All that its rows hold follows from it and its bytes; no clock has a part in it.</summary>
/// <param name="Container">Where it lies.</param>
/// <param name="Name">The blob's name.</param>
/// <param name="ETag">By which the service knows the version.</param>
/// <param name="LastModified">When it was uploaded.</param>
/// <param name="Id">As the account names it; null where it keeps no versions.</param>
internal sealed record BlobVersion(string Container, string Name, string ETag, DateTimeOffset LastModified, string? Id)
{
    public string Path => $"{Container}/{Name}";
}
