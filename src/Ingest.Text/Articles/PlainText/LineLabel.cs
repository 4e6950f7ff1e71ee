namespace Ingest.Text.Articles.PlainText;

/// <summary>What a line is in its article.</summary>
internal enum LineLabel : byte
{
    Body,
    Title,
    Section,
    Publisher,
    Byline,
    Date,
    Heading,
    Teaser,
    Caption,
    Credit,
    Navigation,
    Related,
    Legal,
    Duplicate,
}
