namespace Ingest.Text.Articles.Archives;

/// <summary>A file, perhaps within another.</summary>
/// <param name="Name">Name or path, for its extension.</param>
/// <param name="Bytes">The file, unpacked.</param>
internal sealed record PackedFile(string Name, ReadOnlyMemory<byte> Bytes);
