using System.Diagnostics;
using System.Reflection;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Cli.Azurite;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ingest.Functions.Tests;

/// <summary>
/// The app as Program.cs builds it, on an Azurite of its own. The host is not there: a test makes the calls that it would make.
/// </summary>
public sealed class Worker : IAsyncLifetime
{
    private AzuriteProcess _azurite = null!;
    private IHost _app = null!;
    private readonly Instruments _instruments = new();

    public IngestStorage Storage => _app.Services.GetRequiredService<IngestStorage>();

    public MessageTriggers Messages => ActivatorUtilities.CreateInstance<MessageTriggers>(_app.Services);

    /// <summary>Spans that the app would export.</summary>
    public Recording Spans { get; } = new();

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration["IngestStorage"] = _azurite.ConnectionString;
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9";   // nobody listens there, and nobody waits for it
        builder.Services.AddIngestUnderTriggers(builder.Configuration, ArticleTriggers.Container);
        builder.AddTelemetry();
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(Spans));
        builder.Services.ConfigureOpenTelemetryMeterProvider(
            metrics => metrics.AddReader(new BaseExportingMetricReader(_instruments)));
        // In place of what unpacks the host's message: the blob itself.
        builder.Use(_ => context => ActivatorUtilities.CreateInstance<ArticleTriggers>(_app.Services).IngestOnEvent(
            (BlobClient)context.Items["blob"], context, default));
        _app = builder.Build();
        _ = _app.Services.GetRequiredService<TracerProvider>();   // which the host of the app starts
        _ = _app.Services.GetRequiredService<MeterProvider>();
        await Storage.EnsureCreatedAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        _app.Dispose();
        await _azurite.DisposeAsync();
    }

    public async Task<BlobClient> DropAsync(string name, string text)
    {
        var blob = Storage.Container.GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromString(text), overwrite: true);
        return blob;
    }

    /// <summary>Azurite keeps no versions of blobs: as if it did, and the article had been read from this one.</summary>
    public async Task NameVersionAsync(string path, string versionId)
    {
        var table = new TableClient(_azurite.ConnectionString, "Articles");
        var row = await table.QueryAsync<TableEntity>(row => row.RowKey == "article").SingleAsync(row => row.GetString("Blob") == path);
        row["BlobVersionId"] = versionId;
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    /// <summary>Has the worker call <see cref="ArticleTriggers.IngestOnEvent"/>, as on a message of the host.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="traceParent">The host's span: https://www.w3.org/TR/trace-context/#traceparent-header</param>
    /// <param name="properties">What the host tells of the blob, JSON.</param>
    public async Task InvokeAsync(BlobClient blob, string traceParent, string properties)
    {
        var call = new Mock<FunctionContext>();
        call.Setup(context => context.Items).Returns(new Dictionary<object, object> { ["blob"] = blob });
        call.Setup(context => context.InvocationId).Returns("1");
        call.Setup(context => context.FunctionDefinition.Name).Returns(nameof(ArticleTriggers.IngestOnEvent));
        call.Setup(context => context.BindingContext.BindingData)
            .Returns(new Dictionary<string, object?> { ["BlobTrigger"] = $"articles/{blob.Name}", ["Properties"] = properties });
        call.Setup(context => context.TraceContext.TraceParent).Returns(traceParent);
        call.Setup(context => context.TraceContext.TraceState).Returns("");
        call.Setup(context => context.TraceContext.Attributes).Returns(new Dictionary<string, string>());
        call.Setup(context => context.TraceContext.Baggage).Returns(new Dictionary<string, string>());

        // The worker's own door for messages of the host is not public.
        var worker =
            typeof(FunctionContext).Assembly.GetType("Microsoft.Azure.Functions.Worker.IFunctionsApplication", throwOnError: true)!;
        await (Task)worker.InvokeMember(
            "InvokeFunctionAsync", BindingFlags.InvokeMethod, null, _app.Services.GetRequiredService(worker), [call.Object], null)!;
    }

    /// <summary>Instruments whose measurements the app would export by now.</summary>
    public IReadOnlySet<string> ExportedInstruments()
    {
        _app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        return _instruments.Names;
    }

    private sealed class Instruments : BaseExporter<Metric>
    {
        public HashSet<string> Names { get; } = [];

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
                Names.Add(metric.Name);
            return ExportResult.Success;
        }
    }

    public sealed class Recording : BaseProcessor<Activity>
    {
        private readonly List<Activity> _ended = [];

        public override void OnEnd(Activity data)
        {
            lock (_ended)
                _ended.Add(data);
        }

        public IReadOnlyList<Activity> Of(ActivityTraceId trace)
        {
            lock (_ended)
                return [.. _ended.Where(span => span.TraceId == trace)];
        }
    }
}
