using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Ingest;

/// <summary>
/// The account of the articles: the setting <c>IngestStorage</c>, or, where nothing of it is set, <c>AzureWebJobsStorage</c>. In the forms that
/// the Functions host knows: a connection string; or <c>__blobServiceUri</c> and <c>__tableServiceUri</c> with, where the app has an identity of
/// its own, <c>__credential</c> = <c>managedidentity</c> and <c>__clientId</c>. (Of <c>__queueServiceUri</c> only the host knows what to do.)
/// </summary>
internal sealed class StorageConnection
{
    public const string Setting = "IngestStorage";

    /// <summary>The host's own account, which serves for everything on one machine.</summary>
    public const string HostSetting = "AzureWebJobsStorage";

    private string _name = HostSetting;

    public string? ConnectionString { get; set; }

    public string? BlobServiceUri { get; set; }

    public string? TableServiceUri { get; set; }

    public string? Credential { get; set; }

    public string? ClientId { get; set; }

    public static bool IsNamed(IConfiguration configuration) => IsSet(configuration, Setting) || IsSet(configuration, HostSetting);

    public void Read(IConfiguration configuration)
    {
        _name = IsSet(configuration, Setting) ? Setting : HostSetting;
        ConnectionString = configuration[_name];
        configuration.GetSection(_name).Bind(this);
    }

    /// <summary>What is wrong with it, by the name of the setting; null when nothing is.</summary>
    public string? Problem()
    {
        if (!string.IsNullOrWhiteSpace(ConnectionString))
            return ProblemOfConnectionString();
        if (BlobServiceUri is null && TableServiceUri is null)
            return $"{_name} is missing: a connection string, or {_name}__blobServiceUri and {_name}__tableServiceUri.";
        if (!Uri.TryCreate(BlobServiceUri, UriKind.Absolute, out _))
            return $"{_name}__blobServiceUri is {Shown(BlobServiceUri)}, not the address of a blob service.";
        if (!Uri.TryCreate(TableServiceUri, UriKind.Absolute, out _))
            return $"{_name}__tableServiceUri is {Shown(TableServiceUri)}, not the address of a table service.";
        if (Credential is not (null or "managedidentity"))
            return $"{_name}__credential is {Shown(Credential)}; \"managedidentity\" is the only one there is.";
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
            return $"{_name} is no connection string of a storage account: {e.Message}";
        }
    }

    private static bool IsSet(IConfiguration configuration, string name) =>
        !string.IsNullOrEmpty(configuration[name]) || configuration.GetSection(name).GetChildren().Any();

    private static string Shown(string? value) => value is null ? "missing" : $"\"{value}\"";
}
