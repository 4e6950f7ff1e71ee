using System.Buffers;
using System.Text;

namespace Ingest.Text.Articles;

/// <summary>
/// Text as a reader sees it: one blank for any run of white space, no invisible signs, lost marks put back (<see cref="LostMarks"/>).
/// </summary>
internal static class CleanText
{
    // Characters that need no closer look, nearly all of nearly every text: printable ASCII, and Latin letters and signs except the soft
    // hyphen.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [
            .. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range(0xa1, 0x17f - 0xa1)).Select(c => (char)c).Except(['\u00ad']),
            '“', '”', '‘', '’', '–', '—', '…', '•', '€', '₹', '™']);

    public static string Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (IsClean(text))
            return text.ToString();
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var (length, blank) = (0, false);
            foreach (var c in text)
            {
                if (char.IsWhiteSpace(c))
                {
                    blank = length > 0;
                    continue;
                }

                if (IsInvisible(c))
                    continue;
                if (blank)
                    buffer[length++] = ' ';
                blank = false;
                buffer[length++] = c;
            }

            return LostMarks.Mended(new string(buffer, 0, length));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// The text with U+FFFD for each single half of a surrogate pair, which a character reference can give and no encoding can write.
    /// </summary>
    public static string WithoutHalves(string text) =>
        text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    private static bool IsClean(ReadOnlySpan<char> trimmed) =>
        !trimmed.ContainsAnyExcept(Plain) && !trimmed.Contains("  ", StringComparison.Ordinal);

    // Soft hyphen, zero-width signs, marks of direction, byte-order mark, control signs.
    private static bool IsInvisible(char c) =>
        c is '\u00ad' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2064') or '\ufeff'
            || char.IsControl(c);
}
