using System.Diagnostics;
using Ingest.Blobs;
using Ingest.Rows;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Delivery;

/// <summary>
/// The text work, as <see cref="Extractor.Extract(ReadOnlyMemory{byte}, string, ArticleLimits?, CancellationToken)"/> does it.
/// </summary>
internal delegate FileContents<Extraction> ExtractFile(
    ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits, CancellationToken cancellationToken);

/// <summary>Makes rows of a file that was fetched: those of its articles, or that of its failure.</summary>
internal sealed class FileReader(ExtractFile extract, IngestOptions options, TimeProvider time)
{
    /// <summary>
    /// Of the text work on a file, of which a page takes milliseconds, and as much text as <see cref="ArticleLimits.MaxTextOfAll"/> lets
    /// in two minutes. What is left of the run is for the row that tells of it: nobody would be any the wiser for four more tries.
    /// </summary>
    internal static readonly TimeSpan MaxTextWork = RunRegister.Life * 3 / 4;

    /// <summary>A larger file's bytes aren't fetched.</summary>
    public long MaxBytes => options.MaxBlobBytes;

    /// <summary>Bytes of memory that it counts with.</summary>
    public long BytesInWork(ReadOnlyMemory<byte> bytes) => MemoryGate.BytesInWork(bytes, options.Limits);

    /// <param name="fetched">What is there of the file.</param>
    /// <param name="cancellationToken">Ends the text work.</param>
    /// <returns>At least one article, and what it came to.</returns>
    public (IReadOnlyList<ArticleRows> Articles, IngestOutcome Outcome) Read(FetchedBlob.Found fetched, CancellationToken cancellationToken)
    {
        using var extracting = Telemetry.Begin(BlobStage.Extract, time);
        return fetched switch
        {
            FetchedBlob.TooLarge(var blob, var bytes) => Fail(
                blob, "fetch", ArticleFormatCodes.TooLarge, $"{bytes} bytes; at most {options.MaxBlobBytes} are fetched (MaxBlobBytes)."),
            FetchedBlob.Archived(var blob) => Fail(
                blob, "fetch", FailureRow.Archived,
                "The file lies in the archive tier, where it can't be read; once it lies in another, retry reads it."),
            FetchedBlob.Content(var blob, var bytes) => Read(blob, bytes, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The row of a file that nobody tries any more.</summary>
    public static (IReadOnlyList<ArticleRows> Articles, IngestOutcome Outcome) GiveUp(BlobVersion blob, GivenUp givenUp) =>
        Fail(blob, "deliver", FailureRow.GivenUp, givenUp.Message, givenUp.Attempts);

    private (IReadOnlyList<ArticleRows> Articles, IngestOutcome Outcome) Read(
        BlobVersion blob, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(MaxTextWork, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var extractions = extract(bytes, blob.Name, options.Limits, either.Token);
            var articles = ArticleRows.Of(blob, extractions);
            return articles.All(article => article.Article.Manifest.Fits)
                ? (articles, new IngestOutcome.Ingested(extractions) { Unread = extractions.Unread })
                : Fail(blob, "rows", FailureRow.TooManyRows, "More names and quotes than the row of an article can account for.");
        }
        catch (ArticleFormatException e)
        {
            return Fail(blob, "read", e.Code, e.Message, fault: e.InnerException);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var message = $"To look through it takes more than {MaxTextWork.TotalMinutes} minutes, here and now.";
            return Fail(blob, "read", FailureRow.TooSlow, message);
        }
    }

    private static (IReadOnlyList<ArticleRows> Articles, IngestOutcome Outcome) Fail(
        BlobVersion blob, string stage, string reason, string message, int attempts = 1, Exception? fault = null) =>
        ([ArticleRows.Of(blob, new FailureRow(blob.Path, blob.LastModified, stage, reason, message, attempts))],
            new IngestOutcome.Unreadable(reason, message) { Fault = fault });
}
