using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace Ingest.Blobs;

/// <summary>What a message in a queue says of a blob: which one, and, where the message tells, which version of it.</summary>
/// <param name="Path">Container and name.</param>
/// <param name="Version">Null when the message names none.</param>
internal sealed record BlobMessage(string Path, ETag? Version)
{
    /// <summary>
    /// One event of Event Grid, of its own schema or of CloudEvents: both have the blob's address in <c>data.url</c>, percent-encoded.
    /// https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage
    /// </summary>
    /// <exception cref="FormatException">It is no such event.</exception>
    public static BlobMessage OfEvent(string json) => Read(json, "an event about a blob", root =>
    {
        var blob = new BlobUriBuilder(new Uri(root.GetProperty("data").GetProperty("url").GetString()!));
        return (blob.BlobContainerName, blob.BlobName, null);
    });

    /// <summary>
    /// What the Functions host puts into <c>webjobs-blobtrigger-poison</c>:
    /// <c>{"Type":"BlobTrigger","FunctionId":…,"BlobType":…,"ContainerName":…,"BlobName":…,"ETag":"\"0x…\""}</c>.
    /// https://github.com/Azure/azure-sdk-for-net/blob/main/sdk/storage/Microsoft.Azure.WebJobs.Extensions.Storage.Blobs/src/Listeners/BlobTriggerMessage.cs
    /// </summary>
    /// <exception cref="FormatException">It is no such message.</exception>
    public static BlobMessage OfPoison(string json) => Read(json, "a message of a blob trigger", root =>
        (root.GetProperty("ContainerName").GetString(), root.GetProperty("BlobName").GetString(), root.GetProperty("ETag").GetString()));

    private static BlobMessage Read(string json, string kind, Func<JsonElement, (string? Container, string? Name, string? ETag)> read)
    {
        try
        {
            using var message = JsonDocument.Parse(json);
            var (container, name, etag) = read(message.RootElement);
            if (string.IsNullOrEmpty(container) || string.IsNullOrEmpty(name))
                throw new FormatException("The blob has no name.");
            return new BlobMessage($"{container}/{name}", string.IsNullOrEmpty(etag) ? null : new ETag(etag));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException)
        {
            throw new FormatException($"The message is not {kind}: {e.Message}", e);
        }
    }
}
