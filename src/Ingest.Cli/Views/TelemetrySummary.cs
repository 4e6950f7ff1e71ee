using System.Diagnostics.Metrics;
using System.Globalization;

namespace Ingest.Cli.Views;

/// <summary>
/// What the pipeline told OpenTelemetry since this began to listen, in a few lines. Memory doesn't grow with the articles.
/// </summary>
internal sealed class TelemetrySummary : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, SortedDictionary<string, long>> _counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, DurationHistogram>> _times = new(StringComparer.Ordinal);

    public TelemetrySummary()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == IngestTelemetry.MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument.Name, Tag(tags), value));
        _listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) => Time(instrument.Name, Tag(tags), seconds));
        _listener.Start();
    }

    /// <summary>One instrument and one of its tags a line, times by what half, nineteen in twenty, and all of them stayed under.</summary>
    public IReadOnlyList<string> Lines()
    {
        lock (_lock)
        {
            return
            [
                .. from instrument in _counts
                   let parts = instrument.Value.Select(
                       part => string.Create(CultureInfo.InvariantCulture, $"{part.Key} {part.Value}"))
                   select $"{instrument.Key}: {string.Join(", ", parts)}",
                .. from instrument in _times
                   from part in instrument.Value
                   select $"{(instrument.Key + " " + part.Key).TrimEnd()}: {part.Value}",
            ];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Count(string instrument, string tag, long value)
    {
        lock (_lock)
        {
            var counts = Of(_counts, instrument);
            counts[tag] = counts.GetValueOrDefault(tag) + value;
        }
    }

    private void Time(string instrument, string tag, double seconds)
    {
        lock (_lock)
            Of(Of(_times, instrument), tag).Add(seconds);
    }

    private static T Of<T>(SortedDictionary<string, T> parts, string name) where T : new()
    {
        if (!parts.TryGetValue(name, out var part))
            parts[name] = part = new T();
        return part;
    }

    private static SortedDictionary<string, T> Of<T>(SortedDictionary<string, SortedDictionary<string, T>> parts, string name)
    {
        if (!parts.TryGetValue(name, out var part))
            parts[name] = part = new SortedDictionary<string, T>(StringComparer.Ordinal);
        return part;
    }

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags is [var tag, ..] ? tag.Value?.ToString() ?? "" : "";
}
