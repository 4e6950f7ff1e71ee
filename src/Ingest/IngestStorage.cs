using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;
using Ingest.Blobs;
using Ingest.Rows;
using Ingest.Tables;
using Microsoft.Extensions.Options;

namespace Ingest;

/// <summary>The containers and tables of one installation.</summary>
public sealed class IngestStorage
{
    /// <summary>Articles that are read at once where many are.</summary>
    private const int ArticlesAtOnce = 16;

    private readonly BlobServiceClient _blobs;
    private readonly BlobContainerClient _extractions;
    private readonly TableClient[] _tables;

    /// <param name="blobs">The account of the containers.</param>
    /// <param name="tables">The account of the tables; it may be another.</param>
    /// <param name="options">The names of containers and the prefix of tables.</param>
    public IngestStorage(BlobServiceClient blobs, TableServiceClient tables, IOptions<IngestOptions> options)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(options);
        _blobs = blobs;
        Container = blobs.GetBlobContainerClient(options.Value.ArticlesContainer);
        _extractions = blobs.GetBlobContainerClient(options.Value.ExtractionsContainer);
        Extractions = new ExtractionBlobs(_extractions);

        _tables = [.. Enum.GetNames<IngestTable>().Select(name => tables.GetTableClient(options.Value.TablePrefix + name))];
        Articles = new ArticlesTable(_tables[(int)IngestTable.Articles]);
        ArticlesByDay = new ArticlesByDayTable(_tables[(int)IngestTable.ArticlesByDay]);
        MentionsByEntity = new MentionsByEntityTable(_tables[(int)IngestTable.MentionsByEntity]);
        QuotesBySpeaker = new QuotesBySpeakerTable(_tables[(int)IngestTable.QuotesBySpeaker]);
        Failures = new FailuresTable(_tables[(int)IngestTable.Failures]);
    }

    /// <summary>Where article files are dropped.</summary>
    public BlobContainerClient Container { get; }

    /// <summary>Each article with all its rows, by its id.</summary>
    public ArticlesTable Articles { get; }

    /// <summary>The articles of a day.</summary>
    public ArticlesByDayTable ArticlesByDay { get; }

    /// <summary>The articles that mention an entity.</summary>
    public MentionsByEntityTable MentionsByEntity { get; }

    /// <summary>What a speaker said, in all articles.</summary>
    public QuotesBySpeakerTable QuotesBySpeaker { get; }

    /// <summary>The files that could not be read.</summary>
    public FailuresTable Failures { get; }

    /// <summary>Names of all its tables, with the prefix.</summary>
    public IReadOnlyList<string> TableNames => [.. _tables.Select(table => table.Name)];

    internal ExtractionBlobs Extractions { get; }

    /// <summary>The article's complete extraction, one JSON object on one line; null when there is none.</summary>
    public Task<BinaryData?> ReadExtractionAsync(string articleId, CancellationToken cancellationToken) =>
        Extractions.ReadAsync(articleId, cancellationToken);

    /// <summary>Articles of that time with all that was found in them, newest first: a request for each, whatever is beside them.</summary>
    /// <param name="range">Of which time.</param>
    /// <param name="isWanted">Which of them are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<WholeArticle> NewestArticlesAsync(
        TimeRange range, Func<DayRow, bool> isWanted, CancellationToken cancellationToken) =>
        OrderedParallel.SelectAsync(
            ArticlesByDay.NewestFirstAsync(range, cancellationToken).Where(isWanted),
            ArticlesAtOnce,
            (row, token) => Articles.ReadWholeAsync(row.ArticleId, token),
            cancellationToken).OfType<WholeArticle>();   // those that were not removed since they were listed

    /// <summary>
    /// Container and name of every file with rows, those of several articles several times. It reads the two views that have one row an
    /// article, and not <c>Articles</c>, which has about thirty; so it misses a file that was cut off before it had a row in either.
    /// </summary>
    internal IAsyncEnumerable<string> FilesAsync(CancellationToken cancellationToken) =>
        ArticlesByDay.FilesAsync(cancellationToken).Concat(Failures.FilesAsync(cancellationToken));

    /// <summary>Creates what isn't there yet.</summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellationToken)
    {
        await Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _extractions.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var table in _tables)
            await table.CreateIfNotExistsAsync(cancellationToken);
    }

    /// <summary>
    /// A container or table that isn't there, such as <c>table 'Articles'</c>; null when all are. One small read of each.
    /// </summary>
    public async Task<string?> FindMissingAsync(CancellationToken cancellationToken)
    {
        var parts = await Task.WhenAll(
        [
            .. new[] { Container, _extractions }.Select(async container =>
                (Name: $"container '{container.Name}'", IsThere: (await container.ExistsAsync(cancellationToken)).Value)),
            .. _tables.Select(async table => (Name: $"table '{table.Name}'", IsThere: await IsThereAsync(table, cancellationToken))),
        ]);
        return parts.FirstOrDefault(part => !part.IsThere).Name;
    }

    /// <summary>
    /// The same blob through the storage's own client: a trigger's client speaks the newest API version that its library knows, which
    /// Azurite may not, and retries as it likes.
    /// </summary>
    internal BlobClient Reopen(BlobClient blob) => _blobs.GetBlobContainerClient(blob.BlobContainerName).GetBlobClient(blob.Name);

    /// <summary>The blob of a row.</summary>
    /// <param name="path">Container and name.</param>
    internal BlobClient Open(string path)
    {
        var (container, name) = BlobPath.Parse(path);
        return _blobs.GetBlobContainerClient(container).GetBlobClient(name);
    }

    // Asking for the table itself takes a role on the account; asking for a row takes one on the table.
    private static async Task<bool> IsThereAsync(TableClient table, CancellationToken cancellationToken)
    {
        try
        {
            await table.QueryAsync<TableEntity>("PartitionKey eq ''", maxPerPage: 1, cancellationToken: cancellationToken)
                .AnyAsync(cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
        {
            return false;
        }
    }

    internal ViewTable View(IngestTable table) => table switch
    {
        IngestTable.ArticlesByDay => ArticlesByDay,
        IngestTable.MentionsByEntity => MentionsByEntity,
        IngestTable.QuotesBySpeaker => QuotesBySpeaker,
        IngestTable.Failures => Failures,
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "The truth is no view."),
    };
}
