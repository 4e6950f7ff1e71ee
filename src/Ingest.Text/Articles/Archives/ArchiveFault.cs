namespace Ingest.Text.Articles.Archives;

/// <summary>Turns whatever the libraries throw over broken archives into one kind of failure.</summary>
internal static class ArchiveFault
{
    public static bool Is(Exception e) =>
        e is InvalidDataException or EndOfStreamException or (FormatException and not ArticleFormatException) or NotSupportedException
            or ArgumentException or OverflowException;

    public static ArticleFormatException Of(string what) => new(ArticleFormatCodes.Malformed, $"The {what} is broken.");

    public static ArticleFormatException Locked(string what, ArticleFormat? format = null) =>
        new(ArticleFormatCodes.Malformed, $"The {what} is locked by a password.", format);

    /// <exception cref="ArticleFormatException">Replaces any exception of a library.</exception>
    public static T Guard<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (Is(e))
        {
            throw Of(what);
        }
    }
}
