using System.Globalization;
using Ingest.Audit;
using Ingest.Delivery;
using Ingest.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Cli.Storage;

/// <summary>The storage that a command works on, for as long as it runs: the one that the settings name, or else a local Azurite.</summary>
internal sealed class StorageSession : IAsyncDisposable
{
    private const string Maker = "'ingest up' makes one.";

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

    /// <summary>Whether nobody else works on it: what this command drops is read by whoever comes next.</summary>
    public bool IsAlone => _local is { IsOwn: true };

    /// <summary>Blobs that are processed at once.</summary>
    public int Concurrency => _services.GetRequiredService<IOptions<IngestOptions>>().Value.Concurrency;

    /// <summary>For a person who wants to know where it all lies.</summary>
    public string Description =>
        _local is null
            ? $"the storage at {Storage.Container.Uri.GetLeftPart(UriPartial.Authority)}"
            : $"Azurite, its data in {_local.Folder ?? "memory"}";

    /// <summary>For a command that works on what is there, and ends. Creates nothing.</summary>
    /// <param name="dataFolder">Folder of the local data; null for the usual one.</param>
    /// <param name="concurrency">Blobs that are processed at once; null for the usual number.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="CommandException">There is no installation, or a part of it is missing.</exception>
    public static Task<StorageSession> OpenAsync(string? dataFolder, int? concurrency, CancellationToken cancellationToken)
    {
        var folder = dataFolder ?? LocalStorage.DefaultFolder;
        return OpenAsync(
            token => Directory.Exists(folder)
                ? LocalStorage.OpenAsync(folder, stays: false, token)
                : throw new CommandException($"There is no installation in {folder}, for there is no such folder. {Maker}"),
            concurrency, [], _ => { }, session => session.RequireAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Containers and tables are there when it returns.</summary>
    /// <param name="dataFolder">Folder of the local data; null for the usual one.</param>
    /// <param name="stays">Whether the command runs until somebody ends it.</param>
    /// <param name="concurrency">Blobs that are processed at once; null for the usual number.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static Task<StorageSession> OpenOrCreateAsync(
        string? dataFolder, bool stays, int? concurrency, CancellationToken cancellationToken) =>
        OpenAsync(
            token => LocalStorage.OpenAsync(dataFolder ?? LocalStorage.DefaultFolder, stays, token),
            concurrency, [], _ => { }, session => session.Storage.EnsureCreatedAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// For a command that works on an installation of its own, and ends. Without a folder the local storage keeps all in memory.
    /// </summary>
    public static Task<StorageSession> CreateAsync(
        string? dataFolder, int? concurrency, Dictionary<string, string?> installation, Action<IServiceCollection> configure,
        CancellationToken cancellationToken) =>
        OpenAsync(
            token => dataFolder is null ? LocalStorage.OpenInMemoryAsync(token) : LocalStorage.OpenAsync(dataFolder, stays: false, token),
            concurrency, installation, configure, session => session.Storage.EnsureCreatedAsync(cancellationToken), cancellationToken);

    private static async Task<StorageSession> OpenAsync(
        Func<CancellationToken, Task<LocalStorage>> openLocal,
        int? concurrency,
        Dictionary<string, string?> installation,
        Action<IServiceCollection> configure,
        Func<StorageSession, Task> begin,
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
            await begin(session);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    // What a mistyped account or prefix leads to must not look like an installation without articles, and must not become one.
    private async Task RequireAsync(CancellationToken cancellationToken)
    {
        if (await Storage.FindMissingAsync(cancellationToken) is not { } missing)
            return;
        var prefix = _services.GetRequiredService<IOptions<IngestOptions>>().Value.TablePrefix;
        throw new CommandException(
            $"There is no installation in {Description}{(prefix.Length == 0 ? "" : $", with the table prefix '{prefix}'")}: the {missing} "
            + $"is missing. {Maker}");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_local is not null)
            await _local.DisposeAsync();
    }
}
