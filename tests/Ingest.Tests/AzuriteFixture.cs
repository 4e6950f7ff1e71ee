using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Cli.Azurite;
using Microsoft.Extensions.Options;

namespace Ingest.Tests;

/// <summary>One Azurite for all tests of a collection. Each test has containers and tables of its own in it.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess _azurite = null!;
    private int _installations;

    public string ConnectionString => _azurite.ConnectionString;

    public async Task InitializeAsync() =>
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true }, CancellationToken.None);

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    /// <summary>Options of an installation that nobody else has.</summary>
    public IngestOptions NewOptions()
    {
        var n = Interlocked.Increment(ref _installations);
        return new IngestOptions { ArticlesContainer = $"articles{n}", ExtractionsContainer = $"extractions{n}", TablePrefix = $"T{n}" };
    }

    /// <summary>The storage of an installation, every request passing through the faults.</summary>
    internal IngestStorage Connect(IngestOptions options, RequestHooks? faults = null) =>
        Connect(options, faults, faults is { AreRetried: true } ? HttpPipelinePosition.PerRetry : HttpPipelinePosition.PerCall);

    internal IngestStorage Connect(IngestOptions options, StorageFault fault) =>
        Connect(options, fault, HttpPipelinePosition.BeforeTransport);

    internal IngestStorage Connect(IngestOptions options, VersioningAccount account) =>
        Connect(options, account, HttpPipelinePosition.BeforeTransport);

    private IngestStorage Connect(IngestOptions options, HttpPipelinePolicy? faults, HttpPipelinePosition position)
    {
        var blobs = StorageConnection.BlobOptions();
        var tables = new TableClientOptions();
        foreach (var clients in new ClientOptions[] { blobs, tables })
        {
            clients.Retry.Delay = TimeSpan.FromMilliseconds(20);
            if (faults is not null)
                clients.AddPolicy(faults, position);
        }

        return new IngestStorage(
            new BlobServiceClient(ConnectionString, blobs),
            new TableServiceClient(ConnectionString, tables),
            Options.Create(options));
    }
}

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}

/// <summary>Of the tests that run the real program, beside those that don't: each collection does one test at a time.</summary>
[CollectionDefinition(Name)]
public sealed class ProgramCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Program";
}

/// <summary>
/// Of the tests that listen to the meter and the spans. The process has one of each for all tests: nothing runs beside these.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Telemetry";
}
