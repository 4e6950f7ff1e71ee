namespace Ingest.Text.Articles.Archives;

/// <summary>A packed file inside another file.</summary>
/// <param name="Name">Name or path, for its extension.</param>
/// <param name="Unpack">Gives its bytes, once, before the next member is asked for.</param>
/// <param name="Url">The address from which the file was fetched, if known; for articles that do not give their own.</param>
internal sealed record Member(string Name, Func<ReadOnlyMemory<byte>> Unpack, string? Url = null)
{
    /// <summary>The name of the member in messages.</summary>
    public string Label => Url ?? Name;
}
