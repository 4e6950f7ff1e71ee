using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions;

/// <summary>
/// An article was dropped or overwritten. Two functions stand over one pipeline, because no source of blobs is there everywhere;
/// exactly one of them is on, the other has the setting <c>AzureWebJobs.NAME.Disabled</c>.
/// </summary>
public sealed class ArticleTriggers(IngestPipeline pipeline)
{
    /// <summary>Where articles are dropped. A constant, as all that an attribute says.</summary>
    internal const string Container = "articles";

    private const string Articles = Container + "/{name}";
    private const string Storage = IngestRegistration.StorageSetting;

    /// <summary>In Azure: Flex Consumption takes blob events only through Event Grid.</summary>
    [Function(nameof(IngestOnEvent))]
    public Task IngestOnEvent(
        [BlobTrigger(Articles, Source = BlobTriggerSource.EventGrid, Connection = Storage)] BlobClient blob,
        FunctionContext context,
        CancellationToken cancellationToken) => IngestAsync(blob, context, cancellationToken);

    /// <summary>With Azurite, which sends no events: the host scans the container.</summary>
    [Function(nameof(IngestOnScan))]
    public Task IngestOnScan(
        [BlobTrigger(Articles, Source = BlobTriggerSource.LogsAndContainerScan, Connection = Storage)] BlobClient blob,
        FunctionContext context,
        CancellationToken cancellationToken) => IngestAsync(blob, context, cancellationToken);

    private Task<IngestOutcome> IngestAsync(BlobClient blob, FunctionContext context, CancellationToken cancellationToken) =>
        pipeline.IngestAsync(blob, KnownBlobVersion.OfTrigger(context.BindingContext.BindingData), cancellationToken);
}
