namespace Ingest.Cli.Storage;

/// <summary>What a command line says of the storage that its command works on.</summary>
/// <param name="DataFolder">Folder of the local data; null for the usual one.</param>
/// <param name="Concurrency">Blobs that are processed at once; null for the usual number.</param>
/// <param name="IsVerbose">Whether the log is shown on standard error.</param>
internal sealed record SessionOptions(string? DataFolder, int? Concurrency, bool IsVerbose);
