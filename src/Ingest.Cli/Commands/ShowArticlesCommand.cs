using System.CommandLine;
using Ingest.Cli.Views;
using Ingest.Rows;
using Spectre.Console;

namespace Ingest.Cli.Commands;

internal sealed class ShowArticlesCommand(ShowOptions options)
    : ShowRowsCommand<DayRow>("articles", "All articles, newest first.", $"Only {TimeRangeOptions.OfArticles}", options)
{
    protected override IAsyncEnumerable<DayRow> Find(IngestStorage storage, ParseResult parsed, CancellationToken cancellationToken) =>
        storage.ArticlesByDay.NewestFirstAsync(Range(parsed), cancellationToken);

    protected override Table View(IEnumerable<DayRow> rows) => RowTables.Of(rows);
}
