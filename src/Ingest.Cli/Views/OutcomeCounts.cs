using System.Globalization;
using Ingest.Delivery;

namespace Ingest.Cli.Views;

/// <summary>Counts files by the outcome of their delivery.</summary>
internal sealed class OutcomeCounts
{
    private int _read;
    private int _unreadable;
    private int _unchanged;
    private int _newer;
    private int _gone;

    /// <summary>Files that no try could bring to an end.</summary>
    public int Undone { get; private set; }

    public int Ended => _read + _unreadable + _unchanged + _newer + _gone + Undone;

    public void Count(WatchEvent watchEvent)
    {
        switch (watchEvent)
        {
            case WatchEvent.Done { Outcome: IngestOutcome.Ingested }:
                _read++;
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Unreadable }:
                _unreadable++;
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Unchanged { ByNewerEngine: true } }:
                _newer++;
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Unchanged }:
                _unchanged++;
                break;
            case WatchEvent.Done { Outcome: IngestOutcome.Gone }:
                _gone++;
                break;
            case WatchEvent.Undone:
                Undone++;
                break;
        }
    }

    /// <summary><c>12 read, 1 unreadable.</c></summary>
    public override string ToString()
    {
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{_read} read") };
        (int Count, string Word)[] others =
        [
            (_unreadable, "unreadable"),
            (_unchanged, "unchanged"),
            (_newer, "read by a newer version"),
            (_gone, "gone"),
            (Undone, "left undone"),
        ];
        foreach (var (count, word) in others)
        {
            if (count > 0)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {word}"));
        }

        return string.Join(", ", parts) + ".";
    }
}
