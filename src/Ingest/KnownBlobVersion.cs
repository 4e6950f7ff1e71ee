using System.Text.Json;
using Azure;
using Ingest.Rows;

namespace Ingest;

/// <summary>The version of a blob that the caller saw a moment ago. A newer version has a delivery of its own.</summary>
/// <param name="ETag">Null when it is not known.</param>
/// <param name="VersionId">The id that an account with blob versioning gives it; null when it is not known, or the account has no
/// versioning.</param>
public sealed record KnownBlobVersion(ETag? ETag = null, string? VersionId = null)
{
    /// <summary>
    /// What the Functions host saw when it looked the blob up for this call, so not the version that an event was about, which may be late.
    /// It hands the properties on as JSON, in which an ETag is an empty object; what tells versions apart there is the id of an account
    /// that keeps them.
    /// </summary>
    /// <param name="bindingData">Of the call: <c>FunctionContext.BindingContext.BindingData</c> of a blob trigger.</param>
    /// <returns>Null when it tells no version: the pipeline looks for itself.</returns>
    public static KnownBlobVersion? OfTrigger(IReadOnlyDictionary<string, object?> bindingData)
    {
        ArgumentNullException.ThrowIfNull(bindingData);
        if (bindingData.GetValueOrDefault("Properties") is not string json)
            return null;
        try
        {
            using var properties = JsonDocument.Parse(json);
            return properties.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("VersionId", out var id)
                && id.ValueKind == JsonValueKind.String
                && id.GetString() is { Length: > 0 } versionId
                ? new(VersionId: versionId)
                : null;
        }
        catch (JsonException)
        {
            return null;   // what the host can't write as JSON it hands on as words
        }
    }

    internal bool IsOf(ArticleRow article) =>
        (ETag is { } etag && etag.ToString("H") == article.BlobETag) || (VersionId is not null && VersionId == article.BlobVersionId);
}
