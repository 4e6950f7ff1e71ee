using System.CommandLine;
using Ingest.Cli.Views;
using Ingest.Rows;
using Spectre.Console;

namespace Ingest.Cli.Commands;

internal sealed class ShowFailuresCommand(ShowOptions options)
    : ShowRowsCommand<FailureRow>(
        "failures", "Files that could not be read, and why; newest first.", "Only files uploaded from then on.", options)
{
    protected override IAsyncEnumerable<FailureRow> Find(IngestStorage storage, ParseResult parsed, CancellationToken cancellationToken) =>
        storage.Failures.NewestFirstAsync(Range(parsed), cancellationToken);

    protected override Table View(IEnumerable<FailureRow> rows) => RowTables.Of(rows);
}
