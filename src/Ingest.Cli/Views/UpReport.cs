using System.Globalization;
using Spectre.Console;

namespace Ingest.Cli.Views;

/// <summary>What <c>up</c> tells while it works: each article as it is done, and in the last line how far it is.</summary>
internal sealed class UpReport
{
    private readonly IAnsiConsole _terminal;
    private readonly string _idle;
    private readonly ProgressLine _progress;
    private int _found;
    private int _read;
    private int _unchanged;
    private int _unreadable;
    private int _gone;

    /// <param name="terminal">Where it is told.</param>
    /// <param name="idle">What the last line adds while there is nothing to do.</param>
    public UpReport(IAnsiConsole terminal, string idle) => (_terminal, _idle, _progress) = (terminal, idle, new ProgressLine(terminal));

    /// <summary>Blobs that no try could bring to an end.</summary>
    public int UndoneCount { get; private set; }

    public void Say(string line)
    {
        _progress.Clear();
        _terminal.Write(Look.Line(line, Look.Faint));
    }

    public void Tell(WatchEvent watchEvent)
    {
        switch (watchEvent)
        {
            case WatchEvent.Found:
                _found++;
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Ingested ingested }:
                _read++;
                Show(ingested);
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Unreadable unreadable }:
                _unreadable++;
                Show($"{watchEvent.BlobName} can't be read: {unreadable.Message} ({unreadable.Code})");
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Unchanged }:
                _unchanged++;
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Gone }:
                _gone++;
                break;
            case WatchEvent.Undone undone:
                UndoneCount++;
                _progress.Clear();
                StandardError.Say($"{watchEvent.BlobName} is left undone: {Fault.Describe(undone.Error)}");
                break;
        }

        var ended = _read + _unreadable + _unchanged + _gone + UndoneCount;
        _progress.Show(ended < _found ? string.Create(CultureInfo.InvariantCulture, $"{ended} of {_found} done, {watchEvent.BlobName}") : $"{Summary()} {_idle}");
    }

    public void Close()
    {
        _progress.Clear();
        _terminal.Write(Spectre.Console.Text.NewLine);
        Say(Summary());
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
        _terminal.Write(Look.Line(warning, Look.Warning));
    }

    private string Summary()
    {
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{_read} read") };
        foreach (var (count, word) in new[] { (_unreadable, "unreadable"), (_unchanged, "unchanged"), (_gone, "gone"), (UndoneCount, "left undone") })
        {
            if (count > 0)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {word}"));
        }

        return string.Join(", ", parts) + ".";
    }
}
