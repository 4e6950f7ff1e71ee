namespace Ingest.Cli.Files;

/// <summary>A file that may hold articles.</summary>
/// <param name="Path">As given, or the folder as given with the file's way from there.</param>
/// <param name="BlobName">Its way from the folder that was given, with slashes; the file's name when the file itself was given.</param>
internal sealed record ArticleFile(string Path, string BlobName)
{
    /// <summary>What <c>-</c> stands for.</summary>
    public static ArticleFile StandardInput { get; } = new("-", "-");

    /// <summary>Bytes; 0 where only reading it tells, as of a pipe.</summary>
    public long Length => this == StandardInput ? 0 : new FileInfo(Path).Length;

    /// <summary>All of it, or so much that it has more than <paramref name="maxBytes"/>: who reads it then says so.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(long maxBytes, CancellationToken cancellationToken)
    {
        await using var stream = this == StandardInput ? Console.OpenStandardInput() : Open();
        var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, maxBytes) : 0);
        var chunk = new byte[64 * 1024];
        while (bytes.Length <= maxBytes && await stream.ReadAsync(chunk, cancellationToken) is > 0 and var count)
            bytes.Write(chunk, 0, count);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    public FileStream Open() =>
        new(
            Path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite,
            bufferSize: 0,
            FileOptions.Asynchronous | FileOptions.SequentialScan);
}
