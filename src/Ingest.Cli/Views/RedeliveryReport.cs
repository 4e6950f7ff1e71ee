using System.Globalization;
using Ingest.Delivery;
using Spectre.Console;

namespace Ingest.Cli.Views;

/// <summary>What becomes of files that are read again: a line each, or each that isn't read; and in the last one how far it is.</summary>
internal sealed class RedeliveryReport
{
    private readonly IAnsiConsole _terminal = Terminal.Open();
    private readonly JsonLines? _json;
    private readonly ProgressLine? _progress;
    private readonly bool _namesAll;
    private readonly OutcomeCounts _counts = new();
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
            if (OutageMessage.Of(watchEvent) is { } outage)
            {
                _progress?.Clear();
                StandardError.Say(outage);
            }
            else
            {
                TellOfFile(watchEvent, share);
            }
        }
    }

    private void TellOfFile(WatchEvent watchEvent, double? share)
    {
        _counts.Count(watchEvent);
        _progress?.Clear();
        ContestedMessage.Say(watchEvent.BlobName, (watchEvent as WatchEvent.Done)?.Outcome.ContestedUntil);
        var (outcome, line) = watchEvent switch
        {
            WatchEvent.Done { Outcome: IngestOutcome.Ingested } => ("ingested", "is read."),
            WatchEvent.Done { Outcome: IngestOutcome.Unreadable(var code, var message) } => (code, $"can't be read: {message} ({code})"),
            WatchEvent.Done { Outcome: IngestOutcome.Gone } => ("gone", "is gone."),
            WatchEvent.Undone { Error: var error } => ("undone", $"is left undone: {Fault.Describe(error)}"),
            _ => ("unchanged", "has not changed."),
        };
        if (watchEvent is WatchEvent.Undone { Error: var fault } && !Fault.IsKnown(fault))
            StandardError.Trace(fault);
        if (_json is not null)
        {
            _json.WriteRow(new { Blob = watchEvent.BlobName, Outcome = outcome });
            return;
        }

        if (_namesAll || outcome != "ingested")
            _terminal.Write(TerminalStyles.Line(
                $"{watchEvent.BlobName} {line}", outcome is "ingested" or "gone" or "unchanged" ? Style.Plain : TerminalStyles.Warning));
        var ofAll = share is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {share:P0} of all");
        _progress!.Show(string.Create(CultureInfo.InvariantCulture, $"{_counts.Ended} done{ofAll}"));
    }

    /// <param name="nothing">What to say when there was no file.</param>
    /// <returns>Files that no try could bring to an end.</returns>
    public int Close(string nothing)
    {
        _progress?.Clear();
        if (_json is null)
            _terminal.Write(TerminalStyles.Line(_counts.Ended == 0 ? nothing : _counts.ToString(), TerminalStyles.Faint));
        return _counts.Undone;
    }
}
