using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests;

/// <summary>A log that a test can read and wait for.</summary>
internal sealed class RecordingLog : ILogger<IngestPipeline>
{
    private readonly ConcurrentQueue<Line> _lines = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);

    /// <summary>Of warnings and errors, or of so much as <paramref name="least"/>.</summary>
    public IReadOnlyList<Line> Lines(LogLevel least = LogLevel.Warning) => [.. _lines.Where(line => line.Level >= least)];

    /// <summary>Ends once an event of that name has been logged.</summary>
    public Task HasAsync(string eventName) => Awaited(eventName).Task.WaitAsync(Patience.Most);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue(new Line(logLevel, eventId.Name ?? "", formatter(state, exception), exception));
        Awaited(eventId.Name ?? "").TrySetResult();
    }

    private TaskCompletionSource Awaited(string eventName) =>
        _awaited.GetOrAdd(eventName, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    internal sealed record Line(LogLevel Level, string Event, string Message, Exception? Exception);
}
