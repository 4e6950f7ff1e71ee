namespace Ingest.Text.Articles;

/// <summary>The part of the file from which a field was read.</summary>
public enum FieldOrigin : byte
{
    /// <summary>
    /// Elements and properties that the format has for the field: wire formats, feeds, mail, JSON, a page's own attributes.
    /// </summary>
    Markup,
    JsonLd,

    /// <summary>A page's meta elements: Open Graph and their kin.</summary>
    OpenGraph,

    /// <summary>What a reader of the text sees.</summary>
    VisibleText,
}
