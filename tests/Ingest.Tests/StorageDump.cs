using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Rows;

namespace Ingest.Tests;

internal static class StorageDump
{
    /// <summary>
    /// All rows of all tables and all extractions, one a line, byte for byte but for what the service adds, and for the names of the runs
    /// and passes that were at work: nobody reads them but the next run.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string connectionString, IngestOptions options)
    {
        var dump = new List<string>();
        foreach (var table in Enum.GetNames<IngestTable>())
        {
            var client = new TableClient(connectionString, options.TablePrefix + table);
            await foreach (var row in client.QueryAsync<TableEntity>())
            {
                var cells = row.Where(c => c.Key is not ("Timestamp" or "odata.etag" or "Runs" or "Pass")).OrderBy(c => c.Key);
                dump.Add($"{table} {string.Join(' ', cells.Select(Show))}");
            }
        }

        var extractions = new BlobContainerClient(connectionString, options.ExtractionsContainer, StorageConnection.BlobOptions());
        await foreach (var blob in extractions.GetBlobsAsync())
            dump.Add($"{blob.Name} {(await extractions.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content}");
        return dump;
    }

    private static string Show(KeyValuePair<string, object> column) => $"{column.Key}=" + column.Value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };
}
