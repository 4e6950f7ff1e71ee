namespace Ingest.Text.Articles.Files;

/// <summary>The format of a file, as far as it decides which reader reads it.</summary>
internal enum FileFormat : byte
{
    PlainText,
    Html,

    /// <summary>One JSON value, or several in a row as in JSON Lines.</summary>
    Json,

    /// <summary>NITF, NewsML or a feed; the root tells.</summary>
    Xml,
    Markdown,

    /// <summary>A table with an article in each row.</summary>
    Csv,

    /// <summary>A message, or a page saved as one.</summary>
    Mail,
    WebArchive,

    /// <summary>An archive, or a document of Word.</summary>
    Zip,
    Gzip,
    Tar,
    Pdf,

    Picture,

    /// <summary>A document of a known format that has no reader.</summary>
    Unread,
}
