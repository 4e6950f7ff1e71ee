namespace Ingest.Text.Articles;

/// <summary>What in the file a field was read from.</summary>
public enum FieldOrigin : byte
{
    /// <summary>Elements and properties that the format has for it: wire formats, feeds, mail, JSON, a page's own attributes.</summary>
    Markup,
    JsonLd,

    /// <summary>A page's meta elements: Open Graph and their kin.</summary>
    OpenGraph,

    /// <summary>What a reader of the text sees.</summary>
    VisibleText,
}
