using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace Ingest.Rows;

/// <summary>
/// Every row outside its own partition that may stand because of an article: rows of the views, and for the first article of a file the
/// <c>article</c> rows of the others. It is a column of the article's row, so that one read tells what there is to clear away.
/// </summary>
internal sealed class RowManifest
{
    public const string Column = "Manifest";

    // Two of them, of the old version and the new, and the other columns must fit into one row of 1 MiB.
    private const int MaxBytes = 256 * 1024;

    // Of several versions that runs are still at work on: most of a third one. So much Azurite takes too, which counts bytes as base64.
    private const int MaxBytesOfAll = 704 * 1024;

    private readonly HashSet<RowAddress> _addresses;

    private RowManifest(IEnumerable<RowAddress> addresses) => _addresses = [.. addresses];

    public static RowManifest Empty { get; } = new([]);

    public IReadOnlyCollection<RowAddress> Addresses => _addresses;

    /// <summary>Whether the article's row can hold it: tens of thousands of rows, whose keys compress well.</summary>
    public bool Fits => Compress().Length <= MaxBytes;

    /// <summary>Whether the row of an article that runs are at work on can hold it.</summary>
    public bool FitsWithOthers => MaxBytesOf(_addresses) <= MaxBytesOfAll || Compress().Length <= MaxBytesOfAll;

    public static RowManifest Of(IEnumerable<RowAddress> addresses) => new(addresses);

    /// <summary>Time grows with the number of rows, where a chain of <see cref="Union"/> copies them again for each.</summary>
    public static RowManifest UnionOf(IEnumerable<RowManifest> manifests) => new(manifests.SelectMany(manifest => manifest._addresses));

    public RowManifest Union(RowManifest other) => new(_addresses.Concat(other._addresses));

    /// <summary>What this one has and the other hasn't.</summary>
    public IEnumerable<RowAddress> Except(RowManifest other) => _addresses.Where(address => !other._addresses.Contains(address));

    public bool HasSameRowsAs(RowManifest other) => _addresses.SetEquals(other._addresses);

    public static RowManifest Read(TableEntity row)
    {
        var bytes = new MemoryStream();
        for (var n = 1; row.GetBinary(Name(n)) is { } chunk; n++)
            bytes.Write(chunk);
        if (bytes.Length == 0)
            return Empty;

        bytes.Position = 0;
        using var reader = new StreamReader(new BrotliStream(bytes, CompressionMode.Decompress), Encoding.UTF8);
        var addresses = new List<RowAddress>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            addresses.Add(new RowAddress(Enum.Parse<IngestTable>(parts[0]), parts[1], parts[2]));
        }

        return new RowManifest(addresses);
    }

    public void Write(TableEntity row)
    {
        if (_addresses.Count == 0)
            return;
        foreach (var (n, chunk) in Compress().Chunk(RowLimits.MaxBinaryLength).Index())
            row[Name(n + 1)] = chunk;
    }

    // Before they are compressed, which few need be: a UTF-16 unit is three bytes at most.
    private static long MaxBytesOf(IEnumerable<RowAddress> addresses) =>
        addresses.Sum(address => 24L + (3 * (address.PartitionKey.Length + address.RowKey.Length)));

    // Keys have no control characters, so tab and line feed divide them.
    private byte[] Compress()
    {
        var bytes = new MemoryStream();
        using (var writer = new StreamWriter(new BrotliStream(bytes, CompressionLevel.Optimal)) { NewLine = "\n" })
        {
            foreach (var (table, partitionKey, rowKey) in _addresses
                         .OrderBy(address => address.Table)
                         .ThenBy(address => address.PartitionKey, StringComparer.Ordinal)
                         .ThenBy(address => address.RowKey, StringComparer.Ordinal))
            {
                writer.WriteLine($"{table}\t{partitionKey}\t{rowKey}");
            }
        }

        return bytes.ToArray();
    }

    private static string Name(int n) => n == 1 ? Column : $"{Column}{n}";
}
