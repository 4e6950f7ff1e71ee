namespace Ingest;

/// <summary>The names by which a host subscribes to the library's telemetry.</summary>
public static class IngestTelemetry
{
    /// <summary>Of the source of spans: one for each blob, and one for each stage of it.</summary>
    public const string SourceName = "Ingest";

    /// <summary>Of the meter, whose instruments begin with <c>ingest.</c>; the alerts of <c>infra/alerts.bicep</c> ask for them.</summary>
    public const string MeterName = "Ingest";
}
