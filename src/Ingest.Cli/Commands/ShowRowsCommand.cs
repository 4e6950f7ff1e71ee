using System.CommandLine;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Ingest.Rows;
using Spectre.Console;

namespace Ingest.Cli.Commands;

/// <summary>Shows rows as a table, or as JSON lines as they come.</summary>
internal abstract class ShowRowsCommand<TRow> : Command
{
    private readonly ShowOptions _options;
    private readonly TimeRangeOptions _range;

    /// <param name="name">Name of the command.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="since">What <c>--since</c> bounds, and by which time.</param>
    /// <param name="options">The options of all that show rows.</param>
    protected ShowRowsCommand(string name, string description, string since, ShowOptions options)
        : base(name, description)
    {
        _options = options;
        _range = new TimeRangeOptions(this, since);
        SetAction(RunAsync);
    }

    protected abstract IAsyncEnumerable<TRow> Find(IngestStorage storage, ParseResult parsed, CancellationToken cancellationToken);

    protected abstract Table View(IEnumerable<TRow> rows);

    /// <summary>How many rows are shown at most.</summary>
    protected int Limit(ParseResult parsed) => _options.Limit(parsed);

    /// <summary>Of which time rows are shown.</summary>
    protected TimeRange Range(ParseResult parsed) => _range.Of(parsed);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await StorageSession.OpenAsync(_options.Session(parsed), cancellationToken);
        var rows = Find(session.Storage, parsed, cancellationToken);
        var limit = Limit(parsed);
        if (_options.Json(parsed))
        {
            var lines = new JsonLines();
            await foreach (var row in rows.Take(limit).WithCancellation(cancellationToken))
                lines.WriteRow(row);
            return ExitCode.Done;
        }

        var terminal = Terminal.Open();
        var shown = await rows.Take(limit + 1).ToListAsync(cancellationToken);
        if (shown.Count == 0)
            terminal.Write(TerminalStyles.Line("Nothing found.", TerminalStyles.Faint));
        else
            terminal.Write(View(shown.Take(limit)));
        if (shown.Count > limit)
            terminal.Write(TerminalStyles.Line($"There is more; --limit says how much of it is shown, now {limit}.", TerminalStyles.Faint));
        return ExitCode.Done;
    }
}
