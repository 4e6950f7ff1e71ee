using System.Buffers;
using System.Text;

namespace Ingest.Text.Articles.Files;

/// <summary>
/// Text that somebody encoded as UTF-8, took for windows-1252 or Latin-1, and encoded once more: "Earthâ€™s" for "Earth’s". Only
/// where a curly mark or a dash shows it: single pairs such as "É»" stand in good text too.
/// </summary>
internal static class TwiceEncoded
{
    private static readonly Dictionary<char, byte> Bytes = BytesOfSigns();

    public static string Mended(string text)
    {
        // What the first two of the three bytes of curly marks and dashes look like.
        if (!text.Contains("â€", StringComparison.Ordinal) && !text.Contains("â\u0080", StringComparison.Ordinal))
            return text;
        var mended = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            var count = 0;
            while (count < bytes.Length && i + count < text.Length && Bytes.TryGetValue(text[i + count], out var b))
                bytes[count++] = b;
            if (count > 1 && Rune.DecodeFromUtf8(bytes[..count], out var rune, out var consumed) == OperationStatus.Done && consumed > 1)
            {
                mended.Append(rune.ToString());
                i += consumed;
            }
            else
            {
                mended.Append(text[i++]);
            }
        }

        return mended.ToString();
    }

    private static Dictionary<char, byte> BytesOfSigns()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;
        var bytes = new Dictionary<char, byte>();
        for (var b = 0x80; b <= 0xFF; b++)
        {
            bytes[(char)b] = (byte)b;
            bytes.TryAdd(windows.GetString([(byte)b])[0], (byte)b);
        }

        return bytes;
    }
}
