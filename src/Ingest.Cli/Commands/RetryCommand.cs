using System.CommandLine;
using System.Runtime.CompilerServices;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Ingest.Rows;
using Ingest.Text.Articles;

namespace Ingest.Cli.Commands;

/// <summary>Has files read again that could not be: after a fault of the storage, or with an engine that knows more.</summary>
internal sealed class RetryCommand : StorageCommand, IExamples
{
    private static readonly string[] Reasons =
    [
        FailureRow.GivenUp, FailureRow.TooSlow, FailureRow.Archived, FailureRow.TooManyRows,
        ArticleFormatCodes.Empty, ArticleFormatCodes.UnknownFormat, ArticleFormatCodes.NoArticle,
        ArticleFormatCodes.Malformed, ArticleFormatCodes.TooLarge, ArticleFormatCodes.TooMany, ArticleFormatCodes.TooDeep,
        ArticleFormatCodes.Internal,
    ];

    private readonly Option<string?> _reason = new("--reason")
    {
        HelpName = "REASON",
        Description = "Only failures for this reason, as 'ingest show failures' names it: "
            + $"{string.Join(", ", Reasons[..^1])} or {Reasons[^1]}.",
    };
    private readonly TimeOption _since = new("--since", $"Only files that were uploaded since then. {TimeOption.Rule}");

    public RetryCommand()
        : base("retry", "Read the files again that could not be read, or were given up. Failures that no longer hold disappear.")
    {
        _reason.AcceptOnlyFromAmong(Reasons);
        Add(_reason);
        Add(_since);
        AddCommonOptions("One JSON object a line for each file: what became of it.", takesConcurrency: true);
    }

    public string Examples =>
        """
        ingest retry                             all failures
        ingest retry --reason given-up           those of a storage that was away
        ingest retry --since 24h                 files uploaded since yesterday at this time
        """;

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await StorageSession.OpenAsync(SessionOf(parsed), cancellationToken);
        var report = new RedeliveryReport(IsJson(parsed), namesAll: true);
        var blobs =
            await FailedAsync(
                session.Storage, parsed.GetValue(_reason), parsed.GetValue(_since), cancellationToken).ToListAsync(cancellationToken);
        await foreach (var watchEvent in session.Redelivery.DeliverAsync(blobs, watchEvent => report.Tell(watchEvent), cancellationToken))
            report.Tell(watchEvent);
        return report.Close("Nothing to try again.") == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async IAsyncEnumerable<string> FailedAsync(
        IngestStorage storage, string? reason, DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A row that is gone by its turn does no harm. Rows of one file stand together.
        string? last = null;
        await foreach (var failure in storage.Failures.NewestFirstAsync(new TimeRange(since), cancellationToken))
        {
            if (failure.Blob == last || (reason is not null && failure.Reason != reason))
                continue;
            yield return last = failure.Blob;
        }
    }
}
