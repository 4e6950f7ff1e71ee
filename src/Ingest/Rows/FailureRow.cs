using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Ingest.Blobs;
using Ingest.Text.Articles;

namespace Ingest.Rows;

/// <summary>A file that couldn't be read: <c>Failures</c>, newest first.</summary>
/// <param name="Blob">Container and name of the file.</param>
/// <param name="Uploaded">When the failing version was uploaded.</param>
/// <param name="Stage">Where it failed: <c>fetch</c>, <c>read</c>, <c>rows</c>, or <c>deliver</c> for what failed otherwise every
/// time.</param>
/// <param name="Reason">A stable word.</param>
/// <param name="Message">The reason in a sentence.</param>
/// <param name="Attempts">How often it was tried: once, when the same bytes would fail the same way again.</param>
/// <param name="Member">The file within it that failed, while others could be read; null when all of it failed.</param>
public sealed record FailureRow(
    string Blob, DateTimeOffset Uploaded, string Stage, string Reason, string Message, int Attempts = 1, string? Member = null)
{
    /// <summary>More names and quotes than the row of an article can account for.</summary>
    public const string TooManyRows = "too-many-rows";

    /// <summary>Every try failed, and not because of what stands in the file: of the storage, of the process, or of a bug.</summary>
    public const string GivenUp = "given-up";

    /// <summary>The text work took too long: of a text that nobody has foreseen, or of a machine with too much else to do.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>The file lies in the archive tier.</summary>
    public const string Archived = "archived";

    /// <summary><c>articles/wire.zip#flood.docx</c>.</summary>
    [JsonIgnore]
    public string Source => Member is null ? Blob : $"{Blob}#{Member}";

    /// <summary>Whether the same version, by the same engine, may be read another time: it isn't its bytes that failed.</summary>
    internal static bool MayPass(string? reason) => reason is GivenUp or Archived or TooSlow;

    internal TableEntity ToEntity() => RowLimits.Check(
        new TableEntity(
                TableKey.Day(DateOnly.FromDateTime(Uploaded.UtcDateTime)),
                $"{TableKey.NewestFirst(Uploaded)}|{TableKey.Encode(Member is null ? Blob : $"{Blob}\n{Member}")}")
            .With(nameof(Blob), Blob)
            .With(nameof(Member), Member)
            .With(nameof(Uploaded), Uploaded)
            .With(nameof(Stage), Stage)
            .With(nameof(Reason), Reason)
            .With(nameof(Message), Message)
            .With(nameof(Attempts), Attempts));

    /// <summary>That of a file within the blob.</summary>
    internal static FailureRow Of(BlobVersion blob, UnreadFile file) =>
        new(blob.Path, blob.LastModified, "read", file.Code, file.Message, Member: file.Name);

    /// <summary>That of a failed article.</summary>
    internal static FailureRow Of(ArticleRow article) => new(
        article.Blob, article.Uploaded, article.Stage ?? "", article.Reason ?? "", article.Message ?? "", article.Attempts);

    internal static FailureRow Of(TableEntity row) => new(
        row.GetString(nameof(Blob)),
        row.GetDateTimeOffset(nameof(Uploaded))!.Value,
        row.GetString(nameof(Stage)),
        row.GetString(nameof(Reason)),
        row.GetString(nameof(Message)),
        row.GetInt32(nameof(Attempts)) ?? 0,
        row.GetString(nameof(Member)));
}
