using System.Diagnostics;

namespace Ingest.Functions.Tests;

/// <summary>Calls and messages as the host and Event Grid make them, through the app's functions to the rows.</summary>
public sealed class InvocationTests(Worker worker) : IClassFixture<Worker>
{
    private const string Flood =
        "Flood in Arlen\n\nBy Ines Okafor\n\n\"The bridge will hold,\" Mayor Mara Voss said on Friday. \"We wait.\"\n";

    [Fact]
    public async Task A_call_of_the_host_ends_in_rows_and_goes_on_in_the_hosts_trace()
    {
        var trace = ActivityTraceId.CreateRandom();
        var host = ActivitySpanId.CreateRandom();

        await worker.InvokeAsync(await worker.DropAsync("flood.txt", Flood), $"00-{trace}-{host}-01", """{"ETag":{},"VersionId":null}""");

        Assert.Contains(
            "articles/flood.txt", await worker.Storage.ArticlesByDay.NewestFirstAsync(default).Select(row => row.Blob).ToListAsync());
        var spans = worker.Spans.Of(trace);
        var call = Assert.Single(spans, span => span.Source.Name == "Microsoft.Azure.Functions.Worker");
        var ingest = Assert.Single(spans, span => span.OperationName == "ingest");
        Assert.Equal(host, call.ParentSpanId);
        Assert.Equal(call.SpanId, ingest.ParentSpanId);
        Assert.All(
            ["fetch", "extract", "write"],
            stage => Assert.Equal(ingest.SpanId, Assert.Single(spans, span => span.OperationName == stage).ParentSpanId));
    }

    // The alerts of infra/alerts.bicep ask for them: an app that doesn't subscribe to the library's meter looks stalled for ever.
    [Fact]
    public async Task What_the_alerts_ask_for_is_exported()
    {
        await worker.InvokeAsync(await worker.DropAsync("calm.txt", Flood), "", "{}");

        Assert.Superset(new HashSet<string> { "ingest.files", "ingest.lag" }, worker.ExportedInstruments().ToHashSet());
    }

    [Fact]
    public async Task A_call_for_the_version_that_the_tables_hold_does_not_ask_for_the_blob()
    {
        var blob = await worker.DropAsync("storm.txt", Flood);
        await worker.InvokeAsync(blob, "", "{}");
        await worker.NameVersionAsync("articles/storm.txt", "2026-11-25T02:31:21.1720443Z");
        await worker.DropAsync("storm.txt", "");   // which would be a failure, had anybody looked

        await worker.InvokeAsync(blob, "", """{"ETag":{},"VersionId":"2026-11-25T02:31:21.1720443Z"}""");

        Assert.DoesNotContain(
            "articles/storm.txt", await worker.Storage.Failures.NewestFirstAsync(default).Select(row => row.Blob).ToListAsync());
    }

    [Fact]
    public async Task A_blob_that_Event_Grid_tells_of_as_deleted_loses_its_rows()
    {
        var blob = await worker.DropAsync("2026/calm in arlen.txt", Flood);
        await worker.InvokeAsync(blob, "", "{}");
        await blob.DeleteAsync();

        // https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage
        await worker.Messages.DeleteOnEvent(
            """
            {
              "topic": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-ingest-dev/providers/Microsoft.Storage/storageAccounts/stdataabc",
              "subject": "/blobServices/default/containers/articles/blobs/2026/calm in arlen.txt",
              "eventType": "Microsoft.Storage.BlobDeleted",
              "id": "4c2359fe-001e-00ba-0e04-58586806d298",
              "data": {
                "api": "DeleteBlob",
                "clientRequestId": "a3b1c2d4-0000-0000-0000-000000000000",
                "requestId": "4c2359fe-001e-00ba-0e04-585868000000",
                "eTag": "0x8DE2BA0F1C2D3E4",
                "contentType": "text/plain",
                "contentLength": 91,
                "blobType": "BlockBlob",
                "url": "https://stdataabc.blob.core.windows.net/articles/2026/calm%20in%20arlen.txt",
                "sequencer": "0000000000000281000000000002F5CA",
                "storageDiagnostics": { "batchId": "b68529f3-68cd-4744-baa4-3c0498ec19f0" }
              },
              "dataVersion": "",
              "metadataVersion": "1",
              "eventTime": "2026-11-25T02:31:21.1720443Z"
            }
            """,
            default);

        Assert.DoesNotContain("articles/2026/calm in arlen.txt", await worker.Storage.ArticlesByDay.NewestFirstAsync(
            default).Select(row => row.Blob).ToListAsync());
    }

    [Fact]
    public async Task What_the_host_gave_up_on_has_a_failure()
    {
        await worker.DropAsync("wind.txt", Flood);

        await worker.Messages.RecordPoison(
            """{"Type":"BlobTrigger","FunctionId":"Host.Functions.IngestOnEvent","BlobType":"BlockBlob","ContainerName":"articles","BlobName":"wind.txt","ETag":""}""", default);

        Assert.Equal(
            "given-up",
            (await worker.Storage.Failures.NewestFirstAsync(default).SingleAsync(row => row.Blob == "articles/wind.txt")).Reason);
    }
}
