using Azure.Data.Tables;

namespace Ingest.Rows;

/// <summary>
/// The service's limits, kept here because Azurite lets more through.
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions
/// </summary>
internal static class RowLimits
{
    /// <summary>UTF-16 units of a string column: 64 KiB.</summary>
    public const int MaxStringLength = 32 * 1024;

    /// <summary>Bytes of a binary column.</summary>
    public const int MaxBinaryLength = 64 * 1024;

    public const int MaxRowBytes = 1024 * 1024;

    /// <summary>Columns of a row beside the keys and the time stamp.</summary>
    public const int MaxColumns = 252;

    public const int MaxBatchRows = 100;

    public const int MaxBatchBytes = 4 * 1024 * 1024;

    /// <summary>UTF-16 units of a partition key or a row key: 1 KiB.</summary>
    public const int MaxKeyLength = 512;

    /// <summary>The row, when the service would take it.</summary>
    /// <exception cref="InvalidOperationException">It is over a limit: the code that made it forgot to cut.</exception>
    public static TableEntity Check(TableEntity row)
    {
        var columns = row.Count(column => !IsSystem(column.Key));
        var bytes = SizeOf(row);
        var key = Math.Max(row.PartitionKey.Length, row.RowKey.Length);
        if (columns > MaxColumns || bytes > MaxRowBytes || key > MaxKeyLength)
        {
            throw new InvalidOperationException(
                $"A row of {columns} columns, {bytes} bytes and a key of {key} units; at most {MaxColumns}, {MaxRowBytes} and "
                + $"{MaxKeyLength} are allowed.");
        }

        return row;
    }

    /// <summary>Bytes that the row counts for against <see cref="MaxRowBytes"/>.</summary>
    public static int SizeOf(TableEntity row)
    {
        var bytes = 4 + 2 * (row.PartitionKey.Length + row.RowKey.Length);
        foreach (var (name, value) in row)
        {
            if (!IsSystem(name))
                bytes += 8 + 2 * name.Length + SizeOf(value);
        }

        return bytes;
    }

    /// <summary>Bytes that the row takes in the body of a batch, at most: JSON with every sign that isn't ASCII escaped.</summary>
    public static int BodySizeOf(TableEntity row)
    {
        const int envelope = 2048;   // headers of the part, address, and the keys once more in it
        var bytes = envelope;
        foreach (var (name, value) in row)
        {
            bytes += 2 * name.Length + 64;   // name, type annotation, punctuation, or a number
            bytes += value switch
            {
                string text => EscapedLength(text),
                byte[] binary => binary.Length * 4 / 3 + 4,
                _ => 0,
            };
        }

        return bytes;
    }

    private static int EscapedLength(string text)
    {
        var length = 0;
        foreach (var c in text)
            length += char.IsAsciiLetterOrDigit(c) || c == ' ' ? 1 : 6;
        return length;
    }

    private static int SizeOf(object? value) => value switch
    {
        string text => 4 + 2 * text.Length,
        byte[] binary => 4 + binary.Length,
        bool => 1,
        int => 4,
        _ => 8,
    };

    private static bool IsSystem(string column) => column is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag";
}
