using System.Buffers;
using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace Ingest.Text.Articles.Files;

/// <summary>
/// Finds the character set of a file, in this order: byte-order mark; UTF-16 by its zeros; UTF-8 by its form; the declaration
/// (<c>charset=</c>, <c>encoding=</c>); a guess from the bytes; windows-1252. UTF-8 goes before the declaration, because many pages that
/// declare another set are UTF-8, and text of another set is hardly ever valid UTF-8 by chance.
/// </summary>
internal static class CharacterSet
{
    // Where a declaration may stand. Browsers look at 1024 bytes; saved pages often carry a comment before it.
    private const int DeclarationReach = 4096;

    // Enough for the detector; the rest of a file says the same.
    private const int GuessReach = 256 * 1024;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = OfMark(bytes);
        encoding ??= OfZeros(bytes) ?? OfForm(bytes) ?? OfDeclaration(bytes) ?? OfGuess(bytes);
        return encoding.GetString(bytes[mark..]);
    }

    private static (Encoding? Encoding, int MarkLength) OfMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0x00, 0x00, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>UTF-16 of any text with Latin letters, blanks or line ends has zeros in every second byte, and only there.</summary>
    private static Encoding? OfZeros(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 2048)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        if (odd > pairs * 2 / 3 && even == 0)
            return Encoding.Unicode;
        return even > pairs * 2 / 3 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>UTF-8 where it is valid, and where broken bytes are fewer than good sequences: a cut file, one bad sign.</summary>
    private static Encoding? OfForm(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8;
        int good = 0, broken = 0;
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var next)
        {
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done)
                good++;
            else
                broken++;
            bytes = bytes[length..];
        }

        return good > broken * 2 ? Encoding.UTF8 : null;
    }

    /// <summary><c>charset="x"</c> of a meta element or <c>encoding="x"</c> of an XML declaration.</summary>
    private static Encoding? OfDeclaration(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationReach)]);
        var names = new[] { ("<meta", "charset"), ("<?xml", "encoding") };
        foreach (var (tag, attribute) in names)
        {
            for (var at = head.IndexOf(tag, StringComparison.OrdinalIgnoreCase);
                at >= 0;
                at = head.IndexOf(tag, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = head.IndexOf('>', at);
                if (end > 0 && Value(head.AsSpan(at, end - at), attribute) is { } name && Named(name) is { } encoding)
                    return encoding;
            }
        }

        return null;
    }

    private static string? Value(ReadOnlySpan<char> tag, string attribute)
    {
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = tag[(at + attribute.Length)..].TrimStart();
        if (rest is not ['=', ..])
            return null;
        rest = rest[1..].TrimStart(" \t\r\n\"'");
        var end = rest.IndexOfAny(" \t\r\n\"';/>");
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    /// <summary>
    /// The encoding that browsers use for the name, <see href="https://encoding.spec.whatwg.org/#names-and-labels"/>; null for no name or
    /// a wrong one.
    /// </summary>
    private static Encoding? Named(string name) => name.ToLowerInvariant() switch
    {
        // The bytes are no UTF-8 and no UTF-16, whatever the declaration says.
        "utf-8" or "utf8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode" => null,
        "iso-8859-1" or "iso8859-1" or "latin1" or "ascii" or "us-ascii" => CodePage("windows-1252"),
        "iso-8859-9" => CodePage("windows-1254"),
        "iso-8859-11" or "tis-620" => CodePage("windows-874"),
        "gb2312" => CodePage("gb18030"),
        var other => CodePage(other),
    };

    private static Encoding OfGuess(ReadOnlySpan<byte> bytes)
    {
        // English, with an accent here and there: too few foreign letters to guess from, and nearly always windows-1252.
        var sample = bytes[..Math.Min(bytes.Length, GuessReach)];
        if (CountHighLetters(sample) * 16 < sample.Length)
            return CodePage("windows-1252")!;
        var guess = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        return guess is { Confidence: > 0.5f } && Named(guess.EncodingName) is { } encoding ? encoding : CodePage("windows-1252")!;
    }

    // Below stand the dashes and quotation marks of windows-1252, and nothing else that is common.
    private static int CountHighLetters(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
            count += b >= 0xC0 ? 1 : 0;
        return count;
    }

    private static Encoding? CodePage(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // A name that no encoding could have.
            return null;
        }
    }
}
