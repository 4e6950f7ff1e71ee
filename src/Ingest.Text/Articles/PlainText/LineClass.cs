namespace Ingest.Text.Articles.PlainText;

/// <summary>What the classifier tells apart; what a line that is none of these is, its sign and its place say.</summary>
internal enum LineClass : byte
{
    Other,
    Title,
    Byline,
    Date,
    Body,
}
