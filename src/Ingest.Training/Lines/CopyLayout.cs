namespace Ingest.Training.Lines;

/// <summary>How a program that copies a page divides its blocks.</summary>
internal enum CopyLayout
{
    /// <summary>Blank lines around paragraphs, headings and lists; the page's title isn't shown.</summary>
    Browser,

    /// <summary>A line a block, and no blank line; the page's title stands first.</summary>
    Lines,

    /// <summary>A blank line between all blocks; the page's title stands first.</summary>
    Spaced,
}
