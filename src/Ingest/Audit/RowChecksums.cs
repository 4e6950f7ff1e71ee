using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Audit;

/// <summary>
/// Compares the rows that should exist with those that do, in one mebibyte of memory however many rows there are. The hash of every row
/// that should exist is added to a sum, and the hash of every row that exists is subtracted; a sum that isn't zero in the end has rows that
/// are missing, different or superfluous. The order doesn't matter, so each table is read once from end to end, a thousand rows a request,
/// and no row is looked up by its key. Articles whose ids begin alike share a sum (a bucket): all articles of an open bucket have to be
/// compared row by row.
/// </summary>
internal sealed class RowChecksums
{
    private const int Buckets = 1 << 16;

    private readonly UInt128[] _balances = new UInt128[Buckets];

    public bool IsBalanced => Array.TrueForAll(_balances, balance => balance == 0);

    public void Expect(string articleId, string what) => _balances[AccountOf(articleId)] += Hash(what);

    public void Find(string articleId, string what) => _balances[AccountOf(articleId)] -= Hash(what);

    /// <summary>Marks the article's bucket as open.</summary>
    public void Open(string articleId) => _balances[AccountOf(articleId)] += 1;   // a chance of 1 in 2¹²⁸ that it closes again

    public bool IsOpen(string articleId) => _balances[AccountOf(articleId)] != 0;

    /// <summary>Table, keys and all columns but those that the service adds.</summary>
    public static string Describe(IngestTable table, TableEntity row)
    {
        var text = new StringBuilder($"{table}");
        foreach (var (name, value) in row.OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            if (name is "odata.etag" or "Timestamp" || value is null)
                continue;
            text.Append('\n').Append(name).Append('=');
            _ = value switch
            {
                DateTimeOffset time => text.Append(CultureInfo.InvariantCulture, $"{time.UtcTicks}"),
                byte[] bytes => text.Append(Convert.ToBase64String(bytes)),
                IFormattable number => text.Append(number.ToString(null, CultureInfo.InvariantCulture)),
                _ => text.Append(value),
            };
        }

        return text.ToString();
    }

    /// <summary>Ids are hashes, so that their first four digits divide them evenly. What is no id has any account.</summary>
    private static int AccountOf(string articleId) =>
        ArticleId.IsId(articleId) ? Convert.ToInt32(articleId[..4], 16) : (ushort)Hash(articleId);

    private static UInt128 Hash(string what) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.Unicode.GetBytes(what)));
}
