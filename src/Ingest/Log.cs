using Ingest.Text.Articles;
using Microsoft.Extensions.Logging;

namespace Ingest;

/// <summary>
/// What the library says of its work: one line for a delivery, and a second one where somebody may have to look into it. Event ids are
/// stable; an article's text is never among it.
/// </summary>
internal static partial class Log
{
    public static void Outcome(ILogger logger, string blob, IngestOutcome outcome, long elapsedMs)
    {
        switch (outcome)
        {
            case IngestOutcome.Ingested ingested:
                Ingested(
                    logger,
                    blob,
                    ingested.Extractions.Count,
                    ingested.Extractions.Sum(e => e.Entities.Count),
                    ingested.Extractions.Sum(e => e.Quotes.Count),
                    elapsedMs);
                Unread(logger, blob, ingested.Unread);
                break;
            case IngestOutcome.Unreadable { Fault: { } fault }:
                EngineFailed(logger, fault, blob);
                break;
            case IngestOutcome.Unreadable(var code, var message):
                Unreadable(logger, blob, code, message, elapsedMs);
                break;
            case IngestOutcome.Unchanged { ByNewerEngine: true }:
                UnchangedByNewerEngine(logger, blob, elapsedMs);
                break;
            case IngestOutcome.Unchanged:
                Unchanged(logger, blob, elapsedMs);
                break;
            case IngestOutcome.Gone:
                Gone(logger, blob, elapsedMs);
                break;
        }

        if (outcome.ContestedUntil is { } until)
            Contested(logger, blob, until);
    }

    [LoggerMessage(5, LogLevel.Debug, "{Blob}: another run got ahead ({Status}) at try {Try}")]
    public static partial void Conflict(ILogger logger, string blob, int status, int @try);

    [LoggerMessage(6, LogLevel.Warning, "{Blob}: other runs got ahead ({Status}) at all {Tries} tries")]
    public static partial void ConflictsLast(ILogger logger, string blob, int status, int tries);

    [LoggerMessage(7, LogLevel.Information, "{Blob}: waits for memory beside other large files")]
    public static partial void Waits(ILogger logger, string blob);

    [LoggerMessage(8, LogLevel.Information, "{Blob}: a table is missing; the tables of the installation are made")]
    public static partial void TablesMade(ILogger logger, string blob);

    /// <summary>One line for all, so that an archive of a thousand broken files isn't a thousand lines; the rows have each.</summary>
    private static void Unread(ILogger logger, string blob, IReadOnlyList<UnreadFile> files)
    {
        if (files.FirstOrDefault(file => file.Fault is not null) is { } failed)
            EngineFailed(logger, failed.Fault!, $"{blob}#{failed.Name}");
        if (files.Where(file => file.Fault is null).ToList() is [var first, ..] unread)
            PartsUnreadable(logger, blob, unread.Count, first.Name, first.Message);
    }

    [LoggerMessage(1, LogLevel.Information, "{Blob}: {Articles} articles, {Entities} entities, {Quotes} quotes in {ElapsedMs} ms")]
    private static partial void Ingested(ILogger logger, string blob, int articles, int entities, int quotes, long elapsedMs);

    [LoggerMessage(2, LogLevel.Warning, "{Blob}: can't be read, {Reason}: {Message} ({ElapsedMs} ms)")]
    private static partial void Unreadable(ILogger logger, string blob, string reason, string message, long elapsedMs);

    [LoggerMessage(3, LogLevel.Information, "{Blob}: unchanged, {ElapsedMs} ms")]
    private static partial void Unchanged(ILogger logger, string blob, long elapsedMs);

    [LoggerMessage(4, LogLevel.Information, "{Blob}: gone, {ElapsedMs} ms")]
    private static partial void Gone(ILogger logger, string blob, long elapsedMs);

    [LoggerMessage(9, LogLevel.Error, "{Blob}: the engine failed over it")]
    private static partial void EngineFailed(ILogger logger, Exception fault, string blob);

    [LoggerMessage(10, LogLevel.Warning, "{Blob}: {Count} files within can't be read, the first {Name}: {Message}")]
    private static partial void PartsUnreadable(ILogger logger, string blob, int count, string name, string message);

    [LoggerMessage(11, LogLevel.Warning, "{Blob}: a run on another version, perhaps cut off, may overwrite its rows until {Until:u}")]
    private static partial void Contested(ILogger logger, string blob, DateTimeOffset until);

    [LoggerMessage(12, LogLevel.Information, "{Blob}: unchanged, a newer engine has read it, {ElapsedMs} ms")]
    private static partial void UnchangedByNewerEngine(ILogger logger, string blob, long elapsedMs);
}
