using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Audit;

/// <summary>
/// Whether what should be there is there, kept in one mebibyte however many rows there are. All that should be is added up and all that is
/// there is taken off, each as a hash; an account that doesn't come to nothing in the end has something missing, amiss or to spare.
/// The order doesn't matter, so each table is read once from end to end, a thousand rows a request, and no row is looked for by its key.
/// An account is shared by the articles whose ids begin alike: who is in an open one is to be looked at closely.
/// </summary>
internal sealed class Ledger
{
    private const int Accounts = 1 << 16;

    private readonly UInt128[] _balances = new UInt128[Accounts];

    public bool IsBalanced => Array.TrueForAll(_balances, balance => balance == 0);

    public void Expect(string articleId, string what) => _balances[AccountOf(articleId)] += Hash(what);

    public void Find(string articleId, string what) => _balances[AccountOf(articleId)] -= Hash(what);

    /// <summary>Has the article looked at closely.</summary>
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
