namespace Ingest.Text.Articles;

/// <summary>A line or block of the file that isn't part of the article, and why it was left out.</summary>
public sealed record LeftOut(string Text, LeftOutReason Reason);

/// <summary>The name in lower case is the word of the JSON contract.</summary>
public enum LeftOutReason : byte
{
    Navigation,
    Caption,
    Teaser,
    Credit,
    Related,
    Legal,
    Duplicate,
}
