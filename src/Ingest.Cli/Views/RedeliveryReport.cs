using System.Globalization;
using Spectre.Console;

namespace Ingest.Cli.Views;

/// <summary>What becomes of files that are read again: a line each, or each that isn't read; and in the last one how far it is.</summary>
internal sealed class RedeliveryReport
{
    private readonly IAnsiConsole _terminal = Terminal.Open();
    private readonly JsonLines? _json;
    private readonly ProgressLine? _progress;
    private readonly bool _namesAll;
    private readonly Tally _tally = new();
    private readonly Lock _lock = new();

    /// <param name="json">Whether it is for a program.</param>
    /// <param name="namesAll">Whether to name files that are read like those that aren't. A program gets all.</param>
    public RedeliveryReport(bool json, bool namesAll)
    {
        _namesAll = namesAll;
        if (json)
            _json = new JsonLines();
        else
            _progress = new ProgressLine(_terminal);
    }

    /// <param name="watchEvent">What has happened.</param>
    /// <param name="share">How much of all is done, from 0 to 1; null when nobody knows.</param>
    public void Tell(WatchEvent watchEvent, double? share = null)
    {
        lock (_lock)
        {
            if (StorageNews.Of(watchEvent) is { } news)
            {
                _progress?.Clear();
                StandardError.Say(news);
            }
            else
            {
                TellOfFile(watchEvent, share);
            }
        }
    }

    private void TellOfFile(WatchEvent watchEvent, double? share)
    {
        _tally.Count(watchEvent);
        _progress?.Clear();
        ContestedNews.Say(watchEvent.BlobName, (watchEvent as WatchEvent.Done)?.Outcome.ContestedUntil);
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

        if (_namesAll || outcome != "ingested")
            _terminal.Write(Look.Line(
                $"{watchEvent.BlobName} {line}", outcome is "ingested" or "gone" or "unchanged" ? Style.Plain : Look.Warning));
        _progress!.Show(string.Create(CultureInfo.InvariantCulture, $"{_tally.Ended} done{(share is null ? "" : $", {share:P0} of all")}"));
    }

    /// <param name="nothing">What to say when there was no file.</param>
    /// <returns>Files that no try could bring to an end.</returns>
    public int Close(string nothing)
    {
        _progress?.Clear();
        if (_json is null)
            _terminal.Write(Look.Line(_tally.Ended == 0 ? nothing : _tally.ToString(), Look.Faint));
        return _tally.Undone;
    }
}
