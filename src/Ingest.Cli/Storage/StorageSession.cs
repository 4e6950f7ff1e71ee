using System.Globalization;
using Ingest.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Cli.Storage;

/// <summary>The storage that a command works on, for as long as it runs: the one that the settings name, or else a local Azurite.</summary>
internal sealed class StorageSession : IAsyncDisposable
{
    private readonly LocalStorage? _local;
    private readonly ServiceProvider _services;

    private StorageSession(LocalStorage? local, ServiceProvider services) => (_local, _services) = (local, services);

    public IngestStorage Storage => _services.GetRequiredService<IngestStorage>();

    public ContainerWatcher Watcher => _services.GetRequiredService<ContainerWatcher>();

    public IngestPipeline Pipeline => _services.GetRequiredService<IngestPipeline>();

    public Redelivery Redelivery => _services.GetRequiredService<Redelivery>();

    public Reprocessing Reprocessing => _services.GetRequiredService<Reprocessing>();

    public StorageAudit Audit => _services.GetRequiredService<StorageAudit>();

    /// <summary>Whether it will never answer again.</summary>
    public bool IsLost => _local is { IsLost: true };

    /// <summary>Blobs that are processed at once.</summary>
    public int Concurrency => _services.GetRequiredService<IOptions<IngestOptions>>().Value.Concurrency;

    /// <summary>For a person who wants to know where it all lies.</summary>
    public string Description => _local is null ? $"the storage at {Storage.Container.Uri.GetLeftPart(UriPartial.Authority)}" : $"Azurite, its data in {_local.Folder ?? "memory"}";

    /// <summary>For a command that asks or hands in something, and ends.</summary>
    public static Task<StorageSession> OpenAsync(string? dataFolder, CancellationToken cancellationToken) =>
        OpenAsync(dataFolder, stays: false, concurrency: null, cancellationToken);

    /// <summary>For a command that has files read, and ends.</summary>
    public static Task<StorageSession> OpenAsync(string? dataFolder, int? concurrency, CancellationToken cancellationToken) =>
        OpenAsync(dataFolder, stays: false, concurrency, cancellationToken);

    /// <summary>For a command that works on an installation of its own, and ends. Without a folder the local storage keeps all in memory.</summary>
    public static Task<StorageSession> OpenAsync(
        string? dataFolder, int? concurrency, Dictionary<string, string?> installation, Action<IServiceCollection> configure, CancellationToken cancellationToken) =>
        OpenAsync(
            token => dataFolder is null ? LocalStorage.OpenInMemoryAsync(token) : LocalStorage.OpenAsync(dataFolder, stays: false, token),
            concurrency, installation, configure, cancellationToken);

    /// <summary>Containers and tables are there when it returns.</summary>
    /// <param name="dataFolder">Folder of the local data; null for the usual one.</param>
    /// <param name="stays">Whether the command runs until somebody ends it.</param>
    /// <param name="concurrency">Blobs that are processed at once; null for the usual number.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static Task<StorageSession> OpenAsync(string? dataFolder, bool stays, int? concurrency, CancellationToken cancellationToken) =>
        OpenAsync(token => LocalStorage.OpenAsync(dataFolder ?? LocalStorage.DefaultFolder, stays, token), concurrency, [], _ => { }, cancellationToken);

    private static async Task<StorageSession> OpenAsync(
        Func<CancellationToken, Task<LocalStorage>> openLocal,
        int? concurrency,
        Dictionary<string, string?> installation,
        Action<IServiceCollection> configure,
        CancellationToken cancellationToken)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var local = IngestRegistration.NamesStorage(environment) ? null : await openLocal(cancellationToken);
        var settings = new Dictionary<string, string?>(installation);
        if (local is not null)
            settings["IngestStorage"] = local.ConnectionString;
        if (concurrency is { } number)
            settings[$"{IngestOptions.Section}:{nameof(IngestOptions.Concurrency)}"] = number.ToString(CultureInfo.InvariantCulture);

        var configuration = new ConfigurationBuilder().AddConfiguration(environment).AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging().AddIngest(configuration);
        configure(services);
        var session = new StorageSession(local, services.BuildServiceProvider());
        try
        {
            await session.Storage.EnsureCreatedAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_local is not null)
            await _local.DisposeAsync();
    }
}
