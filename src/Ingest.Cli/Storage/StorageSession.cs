using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Audit;
using Ingest.Cli.Load;
using Ingest.Delivery;
using Ingest.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
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
    /// <param name="options">What the command line says.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="CommandException">There is no installation, or a part of it is missing.</exception>
    public static Task<StorageSession> OpenAsync(SessionOptions options, CancellationToken cancellationToken)
    {
        var folder = options.DataFolder ?? LocalStorage.DefaultFolder;
        return OpenAsync(
            token => Directory.Exists(folder)
                ? LocalStorage.OpenAsync(folder, stays: false, token)
                : throw new CommandException($"There is no installation in {folder}, for there is no such folder. {Maker}"),
            options, [], _ => { }, session => session.RequireAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Containers and tables are there when it returns.</summary>
    /// <param name="options">What the command line says.</param>
    /// <param name="stays">Whether the command runs until somebody ends it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static Task<StorageSession> OpenOrCreateAsync(SessionOptions options, bool stays, CancellationToken cancellationToken) =>
        OpenAsync(
            token => LocalStorage.OpenAsync(options.DataFolder ?? LocalStorage.DefaultFolder, stays, token),
            options, [], _ => { }, session => session.Storage.EnsureCreatedAsync(cancellationToken), cancellationToken);

    /// <summary>
    /// For a command that works on an installation of its own, and ends. Without a folder the local storage keeps all in memory.
    /// </summary>
    public static Task<StorageSession> CreateAsync(
        SessionOptions options, Dictionary<string, string?> installation, Action<IServiceCollection> configure,
        CancellationToken cancellationToken) =>
        OpenAsync(
            token => options.DataFolder is { } folder
                ? LocalStorage.OpenAsync(folder, stays: false, token)
                : LocalStorage.OpenInMemoryAsync(token),
            options, installation, configure, session => session.Storage.EnsureCreatedAsync(cancellationToken), cancellationToken);

    private static async Task<StorageSession> OpenAsync(
        Func<CancellationToken, Task<LocalStorage>> openLocal,
        SessionOptions options,
        Dictionary<string, string?> installation,
        Action<IServiceCollection> configure,
        Func<StorageSession, Task> begin,
        CancellationToken cancellationToken)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var local = IngestRegistration.NamesStorage(environment) ? null : await openLocal(cancellationToken);
        var settings = new Dictionary<string, string?>(installation);
        if (local is not null)
            settings[IngestRegistration.StorageSetting] = local.ConnectionString;
        if (options.Concurrency is { } number)
            settings[$"{IngestOptions.Section}:{nameof(IngestOptions.Concurrency)}"] = number.ToString(CultureInfo.InvariantCulture);

        var configuration = new ConfigurationBuilder().AddConfiguration(environment).AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection()
            .AddLogging(logging => AddLog(logging, options.IsVerbose))
            .AddIngest(configuration);
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

    private static void AddLog(ILoggingBuilder logging, bool isVerbose)
    {
        if (!isVerbose)
            return;
        logging.SetMinimumLevel(LogLevel.Debug);
        // Azure's clients warn of each answer that isn't a success, which a 404 or 412 here mostly is.
        logging.AddFilter("Azure", LogLevel.Error);
        logging.AddSimpleConsole(format => format.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
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

    /// <summary>Deletes the installation, which must be that of a measurement.</summary>
    public Task DeleteLoadAsync(CancellationToken cancellationToken)
    {
        var options = _services.GetRequiredService<IOptions<IngestOptions>>().Value;
        return LoadInstallation.DeleteAsync(
            _services.GetRequiredService<BlobServiceClient>(), _services.GetRequiredService<TableServiceClient>(),
            [options.ArticlesContainer, options.ExtractionsContainer], Storage.TableNames, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_local is not null)
            await _local.DisposeAsync();
    }
}
