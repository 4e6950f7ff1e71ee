using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Ingest;

/// <summary>
/// The setting <c>AzureWebJobsStorage</c>, in the forms that the Functions host knows: a connection string; or <c>__blobServiceUri</c> and
/// <c>__tableServiceUri</c> with, where the app has an identity of its own, <c>__credential</c> = <c>managedidentity</c> and <c>__clientId</c>.
/// </summary>
internal sealed class StorageConnection
{
    public const string Setting = "AzureWebJobsStorage";

    public string? ConnectionString { get; set; }

    public string? BlobServiceUri { get; set; }

    public string? TableServiceUri { get; set; }

    public string? Credential { get; set; }

    public string? ClientId { get; set; }

    public void Read(IConfiguration configuration)
    {
        ConnectionString = configuration[Setting];
        configuration.GetSection(Setting).Bind(this);
    }

    /// <summary>What is wrong with it, by the name of the setting; null when nothing is.</summary>
    public string? Problem()
    {
        if (!string.IsNullOrWhiteSpace(ConnectionString))
            return ProblemOfConnectionString();
        if (BlobServiceUri is null && TableServiceUri is null)
            return $"{Setting} is missing: a connection string, or {Setting}__blobServiceUri and {Setting}__tableServiceUri.";
        if (!Uri.TryCreate(BlobServiceUri, UriKind.Absolute, out _))
            return $"{Setting}__blobServiceUri is {Shown(BlobServiceUri)}, not the address of a blob service.";
        if (!Uri.TryCreate(TableServiceUri, UriKind.Absolute, out _))
            return $"{Setting}__tableServiceUri is {Shown(TableServiceUri)}, not the address of a table service.";
        if (Credential is not (null or "managedidentity"))
            return $"{Setting}__credential is {Shown(Credential)}; \"managedidentity\" is the only one there is.";
        return null;
    }

    public BlobServiceClient CreateBlobClient(BlobClientOptions options) => ConnectionString is { Length: > 0 } text
        ? new BlobServiceClient(text, options)
        : new BlobServiceClient(new Uri(BlobServiceUri!), CreateCredential(), options);

    public TableServiceClient CreateTableClient(TableClientOptions options) => ConnectionString is { Length: > 0 } text
        ? new TableServiceClient(text, options)
        : new TableServiceClient(new Uri(TableServiceUri!), CreateCredential(), options);

    // Azurite knows API versions up to this one, and nothing here needs a later one.
    public static BlobClientOptions BlobOptions() => new(BlobClientOptions.ServiceVersion.V2025_11_05);

    private TokenCredential CreateCredential() => Credential is null
        ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = ClientId })
        : new ManagedIdentityCredential(
            ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId));

    private string? ProblemOfConnectionString()
    {
        try
        {
            CreateBlobClient(BlobOptions());
            CreateTableClient(new TableClientOptions());
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            // The message alone: the setting holds a key, which belongs in no log.
            return $"{Setting} is no connection string of a storage account: {e.Message}";
        }
    }

    private static string Shown(string? value) => value is null ? "missing" : $"\"{value}\"";
}
