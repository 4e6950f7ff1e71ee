using Azure;
using Azure.Storage.Blobs;
using Ingest.Blobs;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Rows;

/// <summary>The article itself: row <c>article</c> of its partition in <c>Articles</c>, on whose ETag all writing hangs.</summary>
public sealed record ArticleRow
{
    internal const string Key = "article";

    /// <summary>The article's id, which is the key of its partition.</summary>
    public required string Id { get; init; }

    /// <summary>Container and name of the file.</summary>
    public required string Blob { get; init; }

    /// <summary>How far the work on it is.</summary>
    public required ArticleStatus Status { get; init; }

    /// <summary>The blob's version; of a row that says Writing, the version that is being written.</summary>
    public required string BlobETag { get; init; }

    /// <summary>
    /// The same as the account names it, where it keeps versions of blobs: what the Functions host tells of a blob has this one.
    /// </summary>
    internal string? BlobVersionId { get; init; }

    /// <summary>The version of what read it.</summary>
    public required string Engine { get; init; }

    /// <summary>When this version of the blob was uploaded.</summary>
    public required DateTimeOffset Uploaded { get; init; }

    /// <summary>The format that it was read as.</summary>
    public string? Format { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The writers, divided by semicolons.</summary>
    public string? Byline { get; init; }

    /// <summary>Who publishes it, as the article says.</summary>
    public string? Publisher { get; init; }

    /// <summary>The section of the publication, as the article says.</summary>
    public string? Section { get; init; }

    /// <summary>ISO 8601, as exact as the article says it.</summary>
    public string? Published { get; init; }

    /// <summary>When it was last changed, as <see cref="Published"/> is written.</summary>
    public string? Modified { get; init; }

    /// <summary>
    /// <c>embargoed</c>, <c>withheld</c> or <c>cancelled</c>: the article is recorded and nothing was looked for in it. Null when it may be
    /// used.
    /// </summary>
    public string? Publication { get; init; }

    /// <summary>When its embargo ends, as exact as the article says it.</summary>
    public string? Embargo { get; init; }

    /// <summary>The article's own version, not the blob's.</summary>
    public string? Version { get; init; }

    /// <summary>BCP 47, where the article declares it.</summary>
    public string? Language { get; init; }

    /// <summary>The address, as the article says.</summary>
    public string? Url { get; init; }

    /// <summary>UTF-16 units of the text.</summary>
    public int Length { get; init; }

    /// <summary>Number of its entities.</summary>
    public int Entities { get; init; }

    /// <summary>Number of its quotes.</summary>
    public int Quotes { get; init; }

    /// <summary>Number of articles in the file; in the row of its first one only.</summary>
    public int? Articles { get; init; }

    /// <summary>Why the file can't be read, a stable word; null when it can.</summary>
    public string? Reason { get; init; }

    /// <summary>Why the file can't be read, a sentence; null when it can.</summary>
    public string? Message { get; init; }

    /// <summary>Where it failed.</summary>
    internal string? Stage { get; init; }

    /// <summary>How often it was tried before it was recorded as a failure.</summary>
    internal int Attempts { get; init; }

    /// <summary>When the row was written last, by the service's clock.</summary>
    internal DateTimeOffset Written { get; init; }

    /// <summary>Runs that may still write rows of the file, of this version or of others; in the row of its first article only.</summary>
    internal IReadOnlyList<OpenRun> Runs { get; init; } = [];

    /// <summary>
    /// Which pass over the file's articles wrote the row: one run, or several of which each went on where the one before was cut off. Of
    /// the first article only while it says Writing.
    /// </summary>
    internal string? Pass { get; init; }

    internal RowManifest Manifest { get; init; } = RowManifest.Empty;

    /// <summary>The row's own, for the next write.</summary>
    internal ETag ETag { get; init; }

    /// <summary>When it was published or, where it doesn't say, uploaded. Rows of the views stand under this time, newest first.</summary>
    public DateTimeOffset Time => Published is null ? Uploaded : StoredDate.ToInstant(Published);

    /// <summary>The day it was published; when it doesn't say, the day it was uploaded, in UTC.</summary>
    internal DateOnly Day => Published is null ? DateOnly.FromDateTime(Uploaded.UtcDateTime) : StoredDate.DayOf(Published);

    /// <summary>
    /// A version that was given up, or couldn't be had, leaves other rows than the same one read, so it is one of its own.
    /// </summary>
    internal RowsVersion RowsVersion => new(BlobETag, FailureRow.MayPass(Reason) ? $"{Engine} {Reason}" : Engine);

    /// <summary>Whether a newer engine than this one has read it.</summary>
    internal bool IsOfNewerEngine =>
        System.Version.TryParse(Engine, out var engine) && System.Version.TryParse(Extractor.Engine, out var own) && engine > own;

    /// <summary>Whether the other says the same in every column, its manifest included.</summary>
    internal bool IsSameAs(ArticleRow other) =>
        other with { Runs = Runs, Manifest = Manifest, Written = Written, ETag = ETag } == this && Manifest.HasSameRowsAs(other.Manifest);

    internal static ArticleRow Of(string id, BlobVersion blob, Extraction extraction)
    {
        var article = extraction.Article;
        return OfBlob(id, blob, ArticleStatus.Ready) with
        {
            Format = ExtractionJson.FormatName(article.Format),
            Title = article.Title,
            Byline = article.Byline.Count == 0 ? null : string.Join("; ", article.Byline),
            Publisher = article.Publisher,
            Section = article.Section,
            Published = article.Published?.ToString(),
            Modified = article.Modified?.ToString(),
            Publication = article.Status == PublicationStatus.Usable ? null : article.Status.ToContractWord(),
            Embargo = article.Embargo?.ToString(),
            Version = article.Version,
            Language = article.Language,
            Url = article.Url,
            Length = article.Text.Length,
            Entities = extraction.Entities.DistinctBy(entity => entity.Key).Count(),
            Quotes = extraction.Quotes.Count,
        };
    }

    internal static ArticleRow Of(string id, BlobVersion blob, FailureRow failure) => OfBlob(id, blob, ArticleStatus.Failed) with
    {
        Reason = failure.Reason,
        Message = failure.Message,
        Stage = failure.Stage,
        Attempts = failure.Attempts,
    };

    private static ArticleRow OfBlob(string id, BlobVersion blob, ArticleStatus status) => new()
    {
        Id = id,
        Blob = blob.Path,
        Status = status,
        BlobETag = blob.ETag,
        BlobVersionId = blob.Id,
        Engine = Extractor.Engine,
        Uploaded = blob.LastModified,
    };

    /// <summary>Of a file without blob and rows.</summary>
    internal static ArticleRow OfNothing(string id, BlobClient blob) => new()
    {
        Id = id,
        Blob = $"{blob.BlobContainerName}/{blob.Name}",
        Status = ArticleStatus.Writing,
        BlobETag = RowsVersion.None.BlobETag,
        Engine = RowsVersion.None.Engine,
        Uploaded = DateTimeOffset.UnixEpoch,
    };
}

/// <summary>How far the work on an article is.</summary>
public enum ArticleStatus : byte
{
    /// <summary>A run is at work on it, or was when it was cut off: its rows may be of two versions.</summary>
    Writing,

    /// <summary>All its rows are of one version of the file.</summary>
    Ready,

    /// <summary>The file can't be read.</summary>
    Failed,
}
