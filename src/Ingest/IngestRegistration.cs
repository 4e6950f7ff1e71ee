using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Audit;
using Ingest.Text;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest;

public static class IngestRegistration
{
    /// <summary>
    /// Registers the pipeline and its storage: what <c>IngestStorage</c> names, or else <c>AzureWebJobsStorage</c>; a connection string or, with
    /// <c>__blobServiceUri</c> and <c>__tableServiceUri</c>, the account that the app's identity may use.
    /// </summary>
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<IngestOptions>().Configure(options => IngestOptionsCheck.Read(options, configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IngestOptions>, IngestOptionsCheck>();
        services.AddOptions<StorageConnection>().Configure(connection => connection.Read(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageConnection>, StorageConnectionValidation>();

        services.AddAzureClients(clients =>
        {
            clients.AddClient<BlobServiceClient, BlobClientOptions>((_, provider) =>
                Connection(provider).CreateBlobClient(WithPolicies(StorageConnection.BlobOptions(), provider)));
            clients.AddClient<TableServiceClient, TableClientOptions>((options, provider) =>
                Connection(provider).CreateTableClient(WithPolicies(options, provider)));
        });

        services.AddSingleton<IngestStorage>();
        services.AddSingleton<Extractor>();
        services.AddSingleton<IngestPipeline>();
        services.AddSingleton<ContainerWatcher>();
        services.AddSingleton<Redelivery>();
        services.AddSingleton<Reprocessing>();
        services.AddSingleton<StorageAudit>();
        services.AddSingleton<BlobMessages>();
        return services;
    }

    /// <summary>The settings, checked, for who needs no storage.</summary>
    /// <exception cref="OptionsValidationException">One of them isn't as it must be.</exception>
    public static IngestOptions OptionsOf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new IngestOptions();
        IngestOptionsCheck.Read(options, configuration);
        var check = new IngestOptionsCheck().Validate(null, options);
        return check.Succeeded ? options : throw new OptionsValidationException(IngestOptions.Section, typeof(IngestOptions), check.Failures);
    }

    /// <summary>Whether the settings say where the storage is, rightly or not.</summary>
    public static bool NamesStorage(IConfiguration configuration) => StorageConnection.IsSet(configuration);

    private static StorageConnection Connection(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageConnection>>().Value;

    // Some four seconds of patience with a server that is busy or away; after that the trigger, or the watcher, tries the blob again.
    private static T WithPolicies<T>(T options, IServiceProvider provider) where T : ClientOptions
    {
        // Who counts requests, or disturbs them, sees each try.
        foreach (var policy in provider.GetServices<HttpPipelinePolicy>())
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(500);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        return options;
    }

    private sealed class StorageConnectionValidation : IValidateOptions<StorageConnection>
    {
        public ValidateOptionsResult Validate(string? name, StorageConnection options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
