namespace Ingest.Text.Articles;

/// <summary>An article as its file gives it: the article alone, with the fields that the file gives for it.</summary>
public sealed record Article
{
    public required ArticleFormat Format { get; init; }

    /// <summary>
    /// The body: paragraphs divided by one blank line (<c>"\n\n"</c>), without white space at its ends.
    /// Title, byline, captions and all that isn't the article are not in it. A verbatim article's text is the file's, unchanged.
    /// Empty only where <see cref="Status"/> says that there is nothing to be used.
    /// </summary>
    public required string Text { get; init; }

    public string? Title { get; init; }

    /// <summary>Names of the writers, without "By".</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    public string? Publisher { get; init; }

    public string? Section { get; init; }

    /// <summary>Where, and perhaps when, the story was filed, as the file says it in a field of its own.</summary>
    public string? Dateline { get; init; }

    /// <summary>When the article was published, as the article itself says; never the date of a copy.</summary>
    public ArticleDate? Published { get; init; }

    /// <summary>When this version of the article was made.</summary>
    public ArticleDate? Modified { get; init; }

    /// <summary>The time before which the article must not be used; null where the file names none.</summary>
    public ArticleDate? Embargo { get; init; }

    public PublicationStatus Status { get; init; }

    /// <summary>The file's own number or name of this version.</summary>
    public string? Version { get; init; }

    /// <summary>BCP 47, such as <c>en</c> or <c>en-GB</c>, where the file declares it.</summary>
    public string? Language { get; init; }

    public string? Url { get; init; }

    /// <summary>Keywords, tags and subjects by name, each once.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Persons, organisations and places that the file itself names as such.</summary>
    public IReadOnlyList<GivenEntity> Given { get; init; } = [];

    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    public IReadOnlyList<string> Captions { get; init; } = [];

    /// <summary>The origin of each field, by the field's name in the JSON contract; absent fields have none.</summary>
    public IReadOnlyDictionary<string, FieldOrigin> Origins { get; init; } = FieldOrigins.None;
}
