namespace Ingest.Blobs;

/// <summary>Container and name of a blob, as rows and messages have them: <c>articles/2026/flood.txt</c>.</summary>
public static class BlobPath
{
    /// <summary>The container before the first slash, and the name behind it.</summary>
    /// <exception cref="FormatException">There is no slash, or nothing before it.</exception>
    public static (string Container, string Name) Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? (path[..slash], path[(slash + 1)..]) : throw new FormatException($"'{path}' names no container.");
    }
}
