using System.CommandLine;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Spectre.Console;

namespace Ingest.Cli.Commands;

/// <summary>Shows rows as a table, or as JSON lines as they come.</summary>
internal abstract class ShowRowsCommand<TRow> : Command
{
    private readonly ShowOptions _options;

    protected ShowRowsCommand(string name, string description, ShowOptions options)
        : base(name, description)
    {
        _options = options;
        SetAction(RunAsync);
    }

    protected abstract IAsyncEnumerable<TRow> Find(IngestStorage storage, ParseResult parsed, CancellationToken cancellationToken);

    protected abstract Table View(IEnumerable<TRow> rows);

    /// <summary>How many rows are shown at most.</summary>
    protected int Limit(ParseResult parsed) => _options.Limit(parsed);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await StorageSession.OpenAsync(_options.Data(parsed), concurrency: null, cancellationToken);
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
            terminal.Write(Look.Line("Nothing found.", Look.Faint));
        else
            terminal.Write(View(shown.Take(limit)));
        if (shown.Count > limit)
            terminal.Write(Look.Line($"There is more; --limit says how much of it is shown, now {limit}.", Look.Faint));
        return ExitCode.Done;
    }
}
