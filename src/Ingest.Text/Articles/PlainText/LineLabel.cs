namespace Ingest.Text.Articles.PlainText;

/// <summary>The label of a line in its article.</summary>
internal enum LineLabel : byte
{
    Body,
    Title,
    Section,
    Publisher,
    Byline,
    Date,

    /// <summary>Where, and perhaps when, the story was filed, on a line of its own.</summary>
    Dateline,
    Heading,
    Teaser,
    Caption,
    Credit,
    Navigation,
    Related,
    Legal,
    Duplicate,

    /// <summary>Lines that a site or an agency puts below its articles.</summary>
    Footer,
}
