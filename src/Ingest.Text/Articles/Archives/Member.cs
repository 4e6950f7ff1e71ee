namespace Ingest.Text.Articles.Archives;

/// <summary>A file within another, still packed.</summary>
/// <param name="Name">Name or path, for its extension.</param>
/// <param name="Unpack">Gives its bytes, once, before the next member is asked for.</param>
/// <param name="Url">Where it was fetched from, if anybody says; for articles that don't say it themselves.</param>
internal sealed record Member(string Name, Func<ReadOnlyMemory<byte>> Unpack, string? Url = null)
{
    /// <summary>What it is called where it is told of.</summary>
    public string Label => Url ?? Name;
}
