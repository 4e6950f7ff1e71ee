using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Ingest;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

var builder = FunctionsApplication.CreateBuilder(args);

builder.Services.AddIngest(builder.Configuration);

// Azure's clients write two lines a request. The host could not filter them: what a function logs reaches it under the function's name.
builder.Logging.AddFilter("Azure", LogLevel.Warning);

// The settings that the host itself exports by. Without either, what is logged goes to the host, which shows it on the console.
var monitor = builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 };
var collector = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
if (monitor || collector)
{
    var telemetry = builder.Services.AddOpenTelemetry()
        .UseFunctionsWorkerDefaults()   // the host's trace goes on here, and the host tells nothing twice
        .WithTracing(traces => traces.AddSource(nameof(Ingest)))
        .WithMetrics(metrics => metrics.AddMeter(nameof(Ingest)));
    if (monitor)
        telemetry.UseAzureMonitorExporter(options => options.Credential = IdentityOfTheApp());
    if (collector)
        telemetry.UseOtlpExporter();
}

await builder.Build().RunAsync();

// Null: the connection string alone must do.
TokenCredential? IdentityOfTheApp() =>
    builder.Configuration["AZURE_CLIENT_ID"] is { Length: > 0 } id ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)) : null;
