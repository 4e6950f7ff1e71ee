using System.Globalization;
using Ingest.Delivery;
using Spectre.Console;

namespace Ingest.Cli.Views;

/// <summary>What <c>up</c> tells while it works: each article as it is done, and in the last line how far it is.</summary>
internal sealed class UpReport
{
    private readonly IAnsiConsole _terminal;
    private readonly string _idle;
    private readonly ProgressLine _progress;
    private readonly OutcomeCounts _counts = new();
    private int _found;

    /// <param name="terminal">Where it is told.</param>
    /// <param name="idle">What the last line adds while there is nothing to do.</param>
    public UpReport(IAnsiConsole terminal, string idle) => (_terminal, _idle, _progress) = (terminal, idle, new ProgressLine(terminal));

    /// <summary>Blobs that no try could bring to an end.</summary>
    public int UndoneCount => _counts.Undone;

    public void Say(string line)
    {
        _progress.Clear();
        _terminal.Write(TerminalStyles.Line(line, TerminalStyles.Faint));
    }

    public void Tell(WatchEvent watchEvent)
    {
        _counts.Count(watchEvent);
        if (OutageMessage.Of(watchEvent) is { } outage)
        {
            _progress.Clear();
            StandardError.Say(outage);
        }

        switch (watchEvent)
        {
            case WatchEvent.Found:
                _found++;
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Ingested ingested }:
                Show(ingested);
                foreach (var file in ingested.Unread)
                    Show($"{watchEvent.BlobName}#{file.Name} can't be read: {file.Message} ({file.Code})");
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Unreadable unreadable }:
                Show($"{watchEvent.BlobName} can't be read: {unreadable.Message} ({unreadable.Code})");
                break;
            case WatchEvent.Contested(var files, var until):
                var (subject, them) = files == 1
                    ? ("A file was", "it")
                    : (string.Create(CultureInfo.InvariantCulture, $"{files} files were"), "them");
                var time = until.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
                Say($"{subject} overwritten in the middle of a run that may still write. "
                    + $"Waiting until {time}Z to read {them} once more; Ctrl+C leaves that to the next 'ingest up'.");
                break;
            case WatchEvent.Undone undone:
                _progress.Clear();
                StandardError.Say($"{watchEvent.BlobName} is left undone: {Fault.Describe(undone.Error)}", undone.Error);
                break;
        }

        var articles = watchEvent is WatchEvent.Written written
            ? string.Create(CultureInfo.InvariantCulture, $": {written.Articles} of {written.All} articles")
            : "";
        _progress.Show(_counts.Ended < _found
            ? string.Create(CultureInfo.InvariantCulture, $"{_counts.Ended} of {_found} done, {watchEvent.BlobName}{articles}")
            : $"{_counts} {_idle}");
    }

    public void Close()
    {
        _progress.Clear();
        _terminal.Write(Spectre.Console.Text.NewLine);
        Say(_counts.ToString());
    }

    private void Show(IngestOutcome.Ingested ingested)
    {
        _progress.Clear();
        foreach (var extraction in ingested.Extractions)
        {
            _terminal.Write(Spectre.Console.Text.NewLine);
            _terminal.Write(ArticleView.Brief(ArticleSheet.Of(extraction)));
        }
    }

    private void Show(string warning)
    {
        _progress.Clear();
        _terminal.Write(Spectre.Console.Text.NewLine);
        _terminal.Write(TerminalStyles.Line(warning, TerminalStyles.Warning));
    }
}
