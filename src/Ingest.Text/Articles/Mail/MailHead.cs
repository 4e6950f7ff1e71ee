using System.Text;

namespace Ingest.Text.Articles.Mail;

/// <summary>
/// Tells mail by its head:
/// <code>
/// head  := ["From " line] field+ line-end
/// field := name ":" line (blank line)*      names without blanks
/// </code>
/// A note may begin with "Subject:" or "Date:", too. Mail has three of its fields, or states its version.
/// </summary>
internal static class MailHead
{
    private const int Reach = 64 * 1024;

    // Bytes. Servers of mail cut or refuse what is longer: https://www.postfix.org/postconf.5.html#header_size_limit
    private const int MaxField = 100 * 1024;

    private static readonly string[] Fields =
        [
            "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "received", "return-path", "delivered-to",
            "sender", "reply-to", "snapshot-content-location"];

    public static bool IsAt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)':') is not (> 0 and < 256))
            return false;
        var known = new HashSet<string>(StringComparer.Ordinal);
        var head = bytes[..Math.Min(bytes.Length, Reach)];
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range].TrimEnd((byte)'\r');
            if (line.IsEmpty)
                break;
            if (line[0] is (byte)' ' or (byte)'\t' || (range.Start.Value == 0 && line.StartsWith("From "u8)))
                continue;
            var name = line.IndexOf((byte)':') is > 0 and var colon ? line[..colon] : [];
            if (name.IsEmpty || name.ContainsAny(" \t<>\"{"u8))
                return false;
            foreach (var field in Fields)
            {
                if (Ascii.EqualsIgnoreCase(name, field))
                    known.Add(field);
            }
        }

        return known.Contains("mime-version") || (known.Count >= 3 && known.Contains("from"));
    }

    /// <summary>
    /// The message, with each field of its head cut before the line that would make it too long. A press office's thousands of addressees
    /// can be so long, and the parser copies a field anew with every few bytes of it.
    /// </summary>
    public static byte[] WithShortFields(ReadOnlySpan<byte> message)
    {
        var shortened = new byte[message.Length];
        int length = 0, field = 0;
        while (!message.IsEmpty)
        {
            var line = message[..(message.IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : message.Length)];
            if (line[0] is (byte)'\r' or (byte)'\n')
                break;
            field = line[0] is (byte)' ' or (byte)'\t' ? field + line.Length : line.Length;
            if (field <= MaxField)
            {
                line.CopyTo(shortened.AsSpan(length));
                length += line.Length;
            }

            message = message[line.Length..];
        }

        message.CopyTo(shortened.AsSpan(length));
        return shortened[..(length + message.Length)];
    }
}
