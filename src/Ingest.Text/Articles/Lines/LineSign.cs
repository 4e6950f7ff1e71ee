namespace Ingest.Text.Articles.Lines;

/// <summary>The kind that a line's own words give it, without its neighbours.</summary>
internal enum LineSign : byte
{
    None,
    Navigation,

    /// <summary>Rights, terms, house rules.</summary>
    Legal,

    /// <summary>Who took the picture, who reported, whom to write to.</summary>
    Credit,

    /// <summary>Text with the credit of its picture.</summary>
    Caption,
    Byline,

    /// <summary>A day, and nothing else but "Published", "Updated" and the like.</summary>
    Date,

    /// <summary>"Read more: …": the reference to another article, in one line.</summary>
    Related,

    /// <summary>"Most read": what follows are links.</summary>
    RelatedHeading,

    /// <summary>"Key points": what follows up to the next gap is told again in the body.</summary>
    SummaryHeading,

    /// <summary>"12 comments": what follows is by readers.</summary>
    CommentsHeading,
}
