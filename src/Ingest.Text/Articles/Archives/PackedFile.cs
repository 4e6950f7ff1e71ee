namespace Ingest.Text.Articles.Archives;

/// <summary>A file within another.</summary>
/// <param name="Name">Name or path, for its extension.</param>
/// <param name="Bytes">The file, unpacked.</param>
/// <param name="Url">Where it was fetched from, if anybody says; for articles that don't say it themselves.</param>
internal sealed record PackedFile(string Name, ReadOnlyMemory<byte> Bytes, string? Url = null);
