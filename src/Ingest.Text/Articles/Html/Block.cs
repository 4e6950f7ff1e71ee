using AngleSharp.Dom;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>A paragraph, heading, list item or table cell of a page: text without a block of its own within.</summary>
/// <param name="Element">The block-level element that holds it.</param>
/// <param name="Text">As a reader sees it; a line feed for a single line break.</param>
/// <param name="LinkShare">Share of its characters that are links.</param>
/// <param name="Surroundings">The kind of content that the elements around the block declare; null when they declare none.</param>
internal sealed record Block(IElement Element, string Text, double LinkShare, Surroundings? Surroundings)
{
    private LineSign? _sign;

    /// <summary>The shape of the text.</summary>
    public LineShape Shape { get; } = LineShape.Of(Text);

    /// <summary>
    /// The sign that the text gives of its kind. It is read when first asked for; for most blocks of a page nobody asks.
    /// </summary>
    public LineSign Sign => _sign ??= LineSigns.Of(Text, Shape);

    public string Tag => Element.LocalName;

    public bool IsHeading => Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    /// <summary>Whether the block is so plainly prose that it shows where the article is.</summary>
    public bool IsProse => Shape is { Words: >= 8, EndsSentence: true } && LinkShare < 0.5 && !IsHeading && Sign == LineSign.None;
}
