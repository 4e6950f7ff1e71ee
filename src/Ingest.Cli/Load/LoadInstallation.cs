using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Ingest.Cli.Load;

/// <summary>The containers and tables of one measurement, under names that nobody else has.</summary>
internal static class LoadInstallation
{
    /// <summary>What the name of each begins with.</summary>
    private const string Prefix = "load";

    /// <summary>Settings of a new one. A deleted table's name can't be used again for a while, so the names tell the second.</summary>
    public static Dictionary<string, string?> Settings(TimeProvider time)
    {
        var id = time.GetUtcNow().ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture);
        return new()
        {
            [$"{IngestOptions.Section}:{nameof(IngestOptions.ArticlesContainer)}"] = $"{Prefix}-{id}-articles",
            [$"{IngestOptions.Section}:{nameof(IngestOptions.ExtractionsContainer)}"] = $"{Prefix}-{id}-extractions",
            [$"{IngestOptions.Section}:{nameof(IngestOptions.TablePrefix)}"] = $"{Prefix}{id}",
        };
    }

    /// <summary>Deletes containers, files and tables.</summary>
    /// <exception cref="InvalidOperationException">One of the names is none of a measurement's. Nothing is deleted.</exception>
    public static async Task DeleteAsync(
        BlobServiceClient blobs, TableServiceClient tables, IReadOnlyList<string> containerNames, IReadOnlyList<string> tableNames,
        CancellationToken cancellationToken)
    {
        if (containerNames.Concat(tableNames).FirstOrDefault(name => !name.StartsWith(Prefix, StringComparison.Ordinal)) is { } other)
            throw new InvalidOperationException($"'{other}' is not of a measurement and is not deleted.");
        foreach (var name in containerNames)
            await blobs.GetBlobContainerClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        foreach (var name in tableNames)
            await tables.DeleteTableAsync(name, cancellationToken);
    }
}
