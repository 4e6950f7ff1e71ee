using System.Globalization;
using Spectre.Console;

namespace Ingest.Cli.Views;

/// <summary>What becomes of files that are read again: a line each, and in the last one how far it is.</summary>
internal sealed class RetryReport
{
    private readonly IAnsiConsole _terminal = Terminal.Open();
    private readonly JsonLines? _json;
    private readonly ProgressLine? _progress;
    private readonly Tally _tally = new();

    public RetryReport(bool json)
    {
        if (json)
            _json = new JsonLines();
        else
            _progress = new ProgressLine(_terminal);
    }

    public void Tell(WatchEvent watchEvent)
    {
        _tally.Count(watchEvent);
        var (outcome, line) = watchEvent switch
        {
            WatchEvent.Done { Outcome: IngestOutcome.Ingested } => ("ingested", "is read."),
            WatchEvent.Done { Outcome: IngestOutcome.Unreadable(var code, var message) } => (code, $"can't be read: {message} ({code})"),
            WatchEvent.Done { Outcome: IngestOutcome.Gone } => ("gone", "is gone."),
            WatchEvent.Undone { Error: var error } => ("undone", $"is left undone: {Fault.Describe(error)}"),
            _ => ("unchanged", "has not changed."),
        };
        if (_json is not null)
        {
            _json.WriteRow(new { Blob = watchEvent.BlobName, Outcome = outcome });
            return;
        }

        _progress!.Clear();
        _terminal.Write(Look.Line($"{watchEvent.BlobName} {line}", outcome is "ingested" or "gone" or "unchanged" ? Style.Plain : Look.Warning));
        _progress.Show(string.Create(CultureInfo.InvariantCulture, $"{_tally.Ended} done"));
    }

    /// <summary>Files that no try could bring to an end.</summary>
    public int Close()
    {
        _progress?.Clear();
        if (_json is null)
            _terminal.Write(Look.Line(_tally.Ended == 0 ? "Nothing to try again." : _tally.ToString(), Look.Faint));
        return _tally.Undone;
    }
}
