using AngleSharp.Dom;

namespace Ingest.Text.Articles.Html;

/// <summary>A paragraph, heading, list item or table cell of a page: text without a block of its own within.</summary>
/// <param name="Element">The block-level element that holds it.</param>
/// <param name="Text">As a reader sees it; a line feed for a single line break.</param>
/// <param name="Shape">What can be seen of the text.</param>
/// <param name="Sign">What the text says of itself.</param>
/// <param name="LinkShare">Share of its characters that are links.</param>
/// <param name="Surroundings">What the elements around it say that it is; null when nothing.</param>
internal sealed record Block(IElement Element, string Text, LineShape Shape, LineSign Sign, double LinkShare, Surroundings? Surroundings)
{
    public string Tag => Element.LocalName;

    public bool IsHeading => Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    /// <summary>Whether it speaks for the article being where it stands.</summary>
    public bool IsProse => Sign == LineSign.None && LinkShare < 0.5 && Shape.Words >= 8 && Shape.EndsSentence && !IsHeading;

    public static Block Of(IElement element, string text, double linkShare, Surroundings? surroundings)
    {
        var shape = LineShape.Of(text);
        return new Block(element, text, shape, LineSigns.Of(text, shape), linkShare, surroundings);
    }
}
