using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Ingest.Functions;

internal static class Telemetry
{
    /// <summary>
    /// Exports as the settings say by which the host itself exports: <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>,
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>. Without either, what is logged goes to the host, which shows it on the console.
    /// </summary>
    public static void AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        var monitor = builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 };
        var collector = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        if (!monitor && !collector)
            return;

        var telemetry = builder.Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()   // the host's trace goes on here, and the host tells nothing twice
            .WithTracing(traces => traces.AddSource(IngestTelemetry.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(IngestTelemetry.MeterName));
        if (monitor)
        {
            // Without a delegate, for with one the exporter doesn't read OTEL_TRACES_SAMPLER, and keeps five traces a second.
            telemetry.UseAzureMonitorExporter();
            builder.Services.Configure<AzureMonitorExporterOptions>(options =>
            {
                options.Credential = IdentityOfTheApp(builder.Configuration);
                // Otherwise what is logged goes where its trace goes: of ten errors nine would be lost with a share of 0.1.
                options.EnableTraceBasedLogsSampler = false;
            });
        }

        if (collector)
            telemetry.UseOtlpExporter();
    }

    /// <summary>Null: the connection string alone must do.</summary>
    private static TokenCredential? IdentityOfTheApp(IConfiguration configuration) =>
        configuration["AZURE_CLIENT_ID"] is { Length: > 0 } id
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
            : null;
}
