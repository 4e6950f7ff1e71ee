namespace Ingest.Text.Articles;

/// <summary>
/// Whether an article may be used. An article that may not is recorded with its fields and yields neither entities nor quotes. The name
/// in lower case is the word of the JSON contract, which leaves out <see cref="Usable"/>.
/// </summary>
public enum PublicationStatus : byte
{
    Usable,

    /// <summary>
    /// The file says so, or names an embargo that ends after this version was made. The clock plays no part: the same file gives the same
    /// status every day.
    /// </summary>
    Embargoed,
    Withheld,
    Cancelled,
}
