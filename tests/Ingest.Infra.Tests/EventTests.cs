using System.Text.Json;

namespace Ingest.Infra.Tests;

/// <summary>Who hears of which blobs.</summary>
public sealed class EventTests
{
    [Fact]
    public void A_new_blob_calls_the_trigger_of_the_app_with_the_key_of_its_host()
    {
        var created = Subscription("created");

        Assert.Equal("WebHook", created.Text("destination.endpointType"));
        var url = created.Text("destination.properties.endpointUrl")!;
        Assert.Contains("https://{0}/runtime/webhooks/blobs?functionName=Host.Functions.IngestOnEvent&code={1}", url);
        Assert.Contains("/host/default', '2025-03-01').systemKeys.blobs_extension", url);
    }

    [Fact]
    public void A_deleted_blob_goes_into_the_queue_and_needs_no_key()
    {
        var deleted = Subscription("deleted");

        Assert.Null(deleted.At("destination"));
        Assert.Equal("SystemAssigned", deleted.Text("deliveryWithResourceIdentity.identity.type"));
        Assert.Equal("StorageQueue", deleted.Text("deliveryWithResourceIdentity.destination.endpointType"));
        Assert.Equal("blob-deleted", deleted.Text("deliveryWithResourceIdentity.destination.properties.queueName"));
        Assert.Equal("-1", deleted.Text("deliveryWithResourceIdentity.destination.properties.queueMessageTimeToLiveInSeconds"));
    }

    [Theory]
    [InlineData("created", "Microsoft.Storage.BlobCreated", "PutBlob PutBlockList CopyBlob")]
    [InlineData("deleted", "Microsoft.Storage.BlobDeleted", "DeleteBlob")]
    public void Only_whole_blobs_of_the_articles_container_are_heard_of(string name, string type, string calls)
    {
        var subscription = Subscription(name);

        Assert.Equal(
            $"/blobServices/default/containers/{new IngestOptions().ArticlesContainer}/", subscription.Text("filter.subjectBeginsWith"));
        Assert.Equal([type], subscription.At("filter.includedEventTypes")!.Value.EnumerateArray().Select(t => t.GetString()));
        var filter = Assert.Single(subscription.At("filter.advancedFilters")!.Value.EnumerateArray());
        Assert.Equal("StringIn data.api", filter.GetProperty("operatorType").GetString() + " " + filter.GetProperty("key").GetString());
        Assert.Equal(calls, string.Join(' ', filter.GetProperty("values").EnumerateArray().Select(v => v.GetString())));
    }

    [Theory]
    [InlineData("created")]
    [InlineData("deleted")]
    public void What_cannot_be_delivered_for_a_day_is_put_aside(string name)
    {
        var subscription = Subscription(name);

        Assert.Equal("1440", subscription.Text("retryPolicy.eventTimeToLiveInMinutes"));
        Assert.Equal("30", subscription.Text("retryPolicy.maxDeliveryAttempts"));
        Assert.Equal("SystemAssigned", subscription.Text("deadLetterWithResourceIdentity.identity.type"));
        Assert.Equal("deadletters", subscription.Text("deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName"));
    }

    private static JsonElement Subscription(string name) =>
        Assert.Single(
            Snapshot.Of("events").OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions"),
            s => s.Name().EndsWith("/" + name, StringComparison.Ordinal));
}
