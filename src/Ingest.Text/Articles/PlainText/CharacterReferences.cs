using System.Globalization;
using System.Text;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// Replaces numeric references that a page's source left in a text taken from it: "Jos&amp;#233;" is José.
/// <code>
/// reference := "&amp;#" (digit+ | ("x" | "X") hex+) ";"
/// </code>
/// Names ("&amp;lt;") and references for characters of tags stay: a text may be about them.
/// </summary>
internal static class CharacterReferences
{
    // "&#x10FFFF;"
    private const int MaxLength = 10;

    // The no-break space: below it are ASCII and control signs.
    private const int First = 0xa0;

    public static string Decoded(string text)
    {
        StringBuilder? decoded = null;
        var copied = 0;
        for (var at = text.IndexOf("&#", StringComparison.Ordinal); at >= 0; at = text.IndexOf("&#", at + 2, StringComparison.Ordinal))
        {
            var length = text.AsSpan(at, Math.Min(MaxLength, text.Length - at)).IndexOf(';') + 1;
            if (length == 0 || SignOf(text.AsSpan(at + 2, length - 3)) is not { } sign)
                continue;
            (decoded ??= new StringBuilder(text.Length)).Append(text, copied, at - copied).Append(sign.ToString());
            copied = at + length;
        }

        return decoded is null ? text : decoded.Append(text, copied, text.Length - copied).ToString();
    }

    private static Rune? SignOf(ReadOnlySpan<char> number)
    {
        var isNumber = number is ['x' or 'X', ..]
            ? int.TryParse(number[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return isNumber && (code is '\'' or '"' or '&' or >= First) && Rune.IsValid(code) ? new Rune(code) : null;
    }
}
