namespace Ingest.Text.Articles.PlainText;

/// <summary>The classes of the classifier. A line of no class is labelled by its sign and its place.</summary>
internal enum LineClass : byte
{
    Other,
    Title,
    Byline,
    Date,
    Body,
}
