using Microsoft.Extensions.Logging;

namespace Ingest;

/// <summary>What the library says of its work. Event ids are stable; an article's text is never among it.</summary>
internal static partial class Log
{
    public static void Outcome(ILogger logger, string blob, IngestOutcome outcome, long elapsedMs)
    {
        switch (outcome)
        {
            case IngestOutcome.Ingested(var extractions):
                Ingested(
                    logger,
                    blob,
                    extractions.Count,
                    extractions.Sum(e => e.Entities.Count),
                    extractions.Sum(e => e.Quotes.Count),
                    elapsedMs);
                break;
            case IngestOutcome.Unreadable(var code, _):
                Unreadable(logger, blob, code, elapsedMs);
                break;
            case IngestOutcome.Unchanged:
                Unchanged(logger, blob, elapsedMs);
                break;
            case IngestOutcome.Gone:
                Gone(logger, blob, elapsedMs);
                break;
        }
    }

    [LoggerMessage(5, LogLevel.Debug, "{Blob}: another run got ahead ({Status}) at try {Try}")]
    public static partial void Conflict(ILogger logger, string blob, int status, int @try);

    [LoggerMessage(1, LogLevel.Information, "{Blob}: {Articles} articles, {Entities} entities, {Quotes} quotes in {ElapsedMs} ms")]
    private static partial void Ingested(ILogger logger, string blob, int articles, int entities, int quotes, long elapsedMs);

    [LoggerMessage(2, LogLevel.Information, "{Blob}: can't be read, {Reason}; recorded in {ElapsedMs} ms")]
    private static partial void Unreadable(ILogger logger, string blob, string reason, long elapsedMs);

    [LoggerMessage(3, LogLevel.Information, "{Blob}: unchanged, {ElapsedMs} ms")]
    private static partial void Unchanged(ILogger logger, string blob, long elapsedMs);

    [LoggerMessage(4, LogLevel.Information, "{Blob}: gone, {ElapsedMs} ms")]
    private static partial void Gone(ILogger logger, string blob, long elapsedMs);
}
