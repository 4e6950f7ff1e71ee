namespace Ingest.Text.Articles;

/// <summary>
/// Whether an article may be used. One that may not is recorded with its fields and yields neither entities nor quotes.
/// The name in lower case is the word of the JSON contract, which leaves out <see cref="Usable"/>.
/// </summary>
public enum PublicationStatus : byte
{
    Usable,

    /// <summary>
    /// The file says so, or names an embargo that ends after this version was made. No clock is asked: the same file says the same every
    /// day.
    /// </summary>
    Embargoed,
    Withheld,
    Cancelled,
}
