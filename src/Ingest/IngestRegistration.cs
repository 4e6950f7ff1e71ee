using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Audit;
using Ingest.Delivery;
using Ingest.Text;
using Ingest.Watching;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest;

/// <summary>Registers the pipeline, with its storage and its settings, in a host's services.</summary>
public static class IngestRegistration
{
    /// <summary>The setting that names the account of the articles. Triggers name it too.</summary>
    public const string StorageSetting = "IngestStorage";

    /// <summary>
    /// Tries of a request under a trigger, over 45 seconds: the host tries a blob five times and doesn't pause between them, whatever
    /// <c>queues.visibilityTimeout</c> of host.json says. A run of four minutes has room for it.
    /// https://github.com/Azure/azure-sdk-for-net/blob/main/sdk/storage/Microsoft.Azure.WebJobs.Extensions.Storage.Blobs/src/Listeners/SharedBlobQueueListenerFactory.cs
    /// </summary>
    internal const int TriesUnderTrigger = 9;

    /// <summary>
    /// How long after a trigger's call began a large file may wait for room beside others. With a run of four minutes after it, less than
    /// <c>functionTimeout</c> of host.json, whose end costs all that the instance has in work.
    /// </summary>
    internal static readonly TimeSpan PatienceUnderTrigger = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Registers the pipeline and its storage: what <c>IngestStorage</c> names, or else <c>AzureWebJobsStorage</c>; a connection string
    /// or, with <c>__blobServiceUri</c> and <c>__tableServiceUri</c>, the account that the app's identity may use.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="tries">
    /// How often a request is sent to a server that is busy or away. Default 4, over some four seconds; after that the watcher tries the
    /// blob again.
    /// </param>
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration, int tries = 4) =>
        AddIngest(services, configuration, tries, patience: null);

    /// <summary>
    /// As <see cref="AddIngest(IServiceCollection, IConfiguration, int)"/>, for an app whose triggers call the pipeline, and whose host
    /// ends a call that takes too long and calls again at once, five times in all.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="container">The one that the triggers watch: the settings can't move it, and one that says another is refused at
    /// start.</param>
    public static IServiceCollection AddIngestUnderTriggers(
        this IServiceCollection services, IConfiguration configuration, string container)
    {
        services.AddSingleton<IValidateOptions<IngestOptions>>(new ContainerOfTriggers(container));
        return AddIngest(services, configuration, TriesUnderTrigger, PatienceUnderTrigger);
    }

    private static IServiceCollection AddIngest(IServiceCollection services, IConfiguration configuration, int tries, TimeSpan? patience)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<IngestOptions>().Configure(options => IngestOptionsCheck.Read(options, configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IngestOptions>, IngestOptionsCheck>();
        services.AddOptions<StorageConnection>().Configure(connection => connection.Read(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageConnection>, StorageConnectionValidation>();

        services.AddAzureClients(clients =>
        {
            clients.AddClient<BlobServiceClient, BlobClientOptions>((_, provider) =>
                Connection(provider).CreateBlobClient(WithPolicies(StorageConnection.BlobOptions(), tries, provider)));
            clients.AddClient<TableServiceClient, TableClientOptions>((options, provider) =>
                Connection(provider).CreateTableClient(WithPolicies(options, tries, provider)));
        });

        services.AddSingleton<IngestStorage>();
        services.AddSingleton<Extractor>();
        services.AddSingleton(provider => new IngestPipeline(
            provider.GetRequiredService<IngestStorage>(),
            provider.GetRequiredService<Extractor>().Extract,
            provider.GetRequiredService<IOptions<IngestOptions>>(),
            provider.GetRequiredService<ILogger<IngestPipeline>>(),
            provider.GetService<TimeProvider>(),
            patience));
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
        return check.Succeeded
            ? options
            : throw new OptionsValidationException(IngestOptions.Section, typeof(IngestOptions), check.Failures);
    }

    /// <summary>Whether the settings say where the storage is, rightly or not.</summary>
    public static bool NamesStorage(IConfiguration configuration) => StorageConnection.IsSet(configuration);

    private static StorageConnection Connection(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageConnection>>().Value;

    private static T WithPolicies<T>(T options, int tries, IServiceProvider provider) where T : ClientOptions
    {
        // Who counts requests, or disturbs them, sees each try.
        foreach (var policy in provider.GetServices<HttpPipelinePolicy>())
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        Wait(options.Retry, tries);
        return options;
    }

    /// <summary>Pauses of 0.5, 1, 2, 4, 8 and then 10 seconds, a fifth more or less.</summary>
    internal static void Wait(RetryOptions retry, int tries)
    {
        retry.Mode = RetryMode.Exponential;
        retry.MaxRetries = tries - 1;
        retry.Delay = TimeSpan.FromMilliseconds(500);
        retry.MaxDelay = TimeSpan.FromSeconds(10);
        retry.NetworkTimeout = TimeSpan.FromSeconds(30);
    }

    private sealed class ContainerOfTriggers(string container) : IValidateOptions<IngestOptions>
    {
        public ValidateOptionsResult Validate(string? name, IngestOptions options) => options.ArticlesContainer == container
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{IngestOptions.Section}:{nameof(IngestOptions.ArticlesContainer)} is \"{options.ArticlesContainer}\", and the triggers "
                + $"of this app watch \"{container}\": "
                + "leave the setting out here; it is one of the command line.");
    }

    private sealed class StorageConnectionValidation : IValidateOptions<StorageConnection>
    {
        public ValidateOptionsResult Validate(string? name, StorageConnection options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
