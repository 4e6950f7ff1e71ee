using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Rows;

/// <summary>
/// Parts of partition and row keys. What the service forbids in a key is escaped:
/// <code>
/// key    = part ("|" part)*
/// part   = (plain | escape)* hash?
/// escape = "!" 4 hex digits            one UTF-16 unit: / \ # ? !, a control character, half of a surrogate pair
/// hash   = "!~" 32 hex digits          SHA-256 of the whole part, which was too long
/// </code>
/// Different texts give different parts.
/// </summary>
internal static class TableKey
{
    // A key holds 1 KiB, 512 UTF-16 units; prefix, time, article id and number need 64 of them at most.
    // https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
    private const int MaxPartLength = 384;

    private const int HashLength = 34;

    private const int TimeLength = 19;

    /// <summary>The text as a part of a key, at most 384 UTF-16 units.</summary>
    public static string Encode(string text)
    {
        var part = new StringBuilder(text.Length);
        var head = 0;   // length of the longest whole stretch that leaves room for the hash
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                part.Append(text[i]).Append(text[++i]);
            else if (IsForbidden(text[i]))
                part.Append('!').Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            else
                part.Append(text[i]);

            if (part.Length <= MaxPartLength - HashLength)
                head = part.Length;
            if (part.Length > MaxPartLength)
                return part.ToString(0, head) + "!~" + Hash(text);
        }

        return part.ToString();
    }

    /// <summary>19 digits that fall as time goes on, so that the newest row comes first.</summary>
    public static string NewestFirst(DateTimeOffset time) =>
        (DateTime.MaxValue.Ticks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The time with which a row's key begins.</summary>
    public static DateTimeOffset TimeOf(string rowKey) =>
        new(DateTime.MaxValue.Ticks - long.Parse(rowKey.AsSpan(0, TimeLength), CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsForbidden(char c) => c is '/' or '\\' or '#' or '?' or '!' || char.IsControl(c) || char.IsSurrogate(c);

    // UTF-16 and not UTF-8, in which every lone surrogate looks the same.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)).AsSpan(0, 16));
}
