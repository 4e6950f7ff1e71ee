using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Ingest;

/// <summary>
/// The account of the articles: the setting <c>IngestStorage</c> or, when nothing of it is set, <c>AzureWebJobsStorage</c>. Both in the
/// forms that the Functions host knows: a connection string; or <c>__blobServiceUri</c> and <c>__tableServiceUri</c> (and for the host's
/// triggers <c>__queueServiceUri</c>). To these belongs an identity: with <c>__credential</c> = <c>managedidentity</c>, in any case, the
/// app's own, or the one that <c>__clientId</c> names; without it whichever the environment offers, such as that of <c>az login</c>. No
/// other credential is supported.
/// </summary>
internal sealed class StorageConnection
{
    public const string OfArticles = IngestRegistration.StorageSetting;
    public const string OfHost = "AzureWebJobsStorage";

    /// <summary>Which of the two settings was read.</summary>
    public string Setting { get; private set; } = OfArticles;

    public string? ConnectionString { get; set; }

    public string? BlobServiceUri { get; set; }

    /// <summary>Of the triggers: the host reads queues, and puts there what it gives up on. The pipeline needs none.</summary>
    public string? QueueServiceUri { get; set; }

    public string? TableServiceUri { get; set; }

    /// <summary>
    /// How the host is given an account of its own. An account that is named no other way holds no articles: without an address of
    /// <see cref="OfArticles"/> they would end up between the host's leases and keys.
    /// </summary>
    public string? AccountName { get; set; }

    public string? Credential { get; set; }

    public string? ClientId { get; set; }

    /// <summary>A blank one is none: it stands beside the addresses where a template leaves it empty.</summary>
    private bool HasConnectionString => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>Whether anything of either setting is there, right or wrong.</summary>
    public static bool IsSet(IConfiguration configuration) => IsSet(configuration, OfArticles) || IsSet(configuration, OfHost);

    public void Read(IConfiguration configuration)
    {
        Setting = !IsSet(configuration, OfArticles) && IsSet(configuration, OfHost) ? OfHost : OfArticles;
        ConnectionString = configuration[Setting];
        configuration.GetSection(Setting).Bind(this);
    }

    /// <summary>What is wrong with it, by the name of the setting; null when nothing is.</summary>
    public string? Problem()
    {
        if (HasConnectionString)
            return ProblemOfConnectionString();
        if (BlobServiceUri is null && TableServiceUri is null)
            return AccountName is null ? $"{Setting} is missing: {Wanted(Setting)}" : ProblemOfAccountName();
        if (!Uri.TryCreate(BlobServiceUri, UriKind.Absolute, out _))
            return $"{Setting}__blobServiceUri is {Shown(BlobServiceUri)}, not the address of a blob service.";
        if (QueueServiceUri is not null && !Uri.TryCreate(QueueServiceUri, UriKind.Absolute, out _))
            return $"{Setting}__queueServiceUri is {Shown(QueueServiceUri)}, not the address of a queue service.";
        if (!Uri.TryCreate(TableServiceUri, UriKind.Absolute, out _))
            return $"{Setting}__tableServiceUri is {Shown(TableServiceUri)}, not the address of a table service.";
        if (Credential is not null && !Credential.Equals("managedidentity", StringComparison.OrdinalIgnoreCase))
        {
            return $"{Setting}__credential is {Shown(Credential)}; supported are \"managedidentity\", with {Setting}__clientId where it is "
                + "no system-assigned one, and no credential at all: the identity of the environment.";
        }

        return null;
    }

    public BlobServiceClient CreateBlobClient(BlobClientOptions options) => HasConnectionString
        ? new BlobServiceClient(ConnectionString, options)
        : new BlobServiceClient(new Uri(BlobServiceUri!), CreateCredential(), options);

    public TableServiceClient CreateTableClient(TableClientOptions options) => HasConnectionString
        ? new TableServiceClient(ConnectionString, options)
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

    private string ProblemOfAccountName() => Setting == OfHost
        ? $"{OfHost}__accountName is {Shown(AccountName)}, the host's own account, and {OfArticles} is missing: {Wanted(OfArticles)}"
        : $"{OfArticles}__accountName is {Shown(AccountName)}, which is no address: {Wanted(OfArticles)}";

    private static string Wanted(string setting) => $"a connection string, or {setting}__blobServiceUri and {setting}__tableServiceUri.";

    private static bool IsSet(IConfiguration configuration, string setting)
    {
        var section = configuration.GetSection(setting);
        return !string.IsNullOrWhiteSpace(section.Value) || section.GetChildren().Any(part => !string.IsNullOrWhiteSpace(part.Value));
    }

    private static string Shown(string? value) => value is null ? "missing" : $"\"{value}\"";
}
