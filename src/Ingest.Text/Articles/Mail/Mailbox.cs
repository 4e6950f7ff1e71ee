using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Text.Articles.Mail;

/// <summary>
/// Separates the messages of a mailbox file (mbox, RFC 4155):
/// <code>
/// mailbox   := separator message (empty-line separator message)*
/// separator := "From " sender " " day " " time " " (zone " ")? year line-end
/// message   := head and body, ">" before each of its lines that begin with "From "
/// </code>
/// An empty line and "From Monday at 10:30 on" are text, because no year ends the line.
/// </summary>
internal static partial class Mailbox
{
    // Bytes; a sender's address and a date.
    private const int MaxSeparator = 512;

    private static ReadOnlySpan<byte> Opener => "From "u8;

    /// <summary>The messages, each without the separator before it; none when the bytes do not begin with one.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> MessagesOf(ReadOnlyMemory<byte> bytes)
    {
        var messages = new List<ReadOnlyMemory<byte>>();
        var rest = bytes;
        while (SeparatorAt(rest.Span) is > 0 and var separator)
        {
            rest = rest[separator..];
            var end = EndOfMessage(rest.Span);
            messages.Add(rest[..end]);
            rest = rest[end..];
        }

        return messages;
    }

    /// <summary>The message's lines as they were before it was put into the mailbox.</summary>
    public static ReadOnlyMemory<byte> Unescaped(ReadOnlyMemory<byte> message)
    {
        var lines = new ArrayBufferWriter<byte>(Math.Max(1, message.Length));
        for (var rest = message.Span; rest.Length > 0;)
        {
            var end = rest.IndexOf((byte)'\n') is >= 0 and var feed ? feed + 1 : rest.Length;
            var line = rest[..end];
            lines.Write(line[0] == '>' && line.TrimStart((byte)'>').StartsWith(Opener) ? line[1..] : line);
            rest = rest[end..];
        }

        return lines.WrittenMemory;
    }

    /// <summary>Offset of the next separator, or of the end.</summary>
    private static int EndOfMessage(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; bytes[at..].IndexOf("\nFrom "u8) is >= 0 and var next;)
        {
            at += next + 1;
            if (bytes[..(at - 1)].TrimEnd((byte)'\r') is [] or [.., (byte)'\n'] && SeparatorAt(bytes[at..]) > 0)
                return at;
        }

        return bytes.Length;
    }

    /// <summary>Length of the separator that the bytes begin with, its line end included; 0 when they don't.</summary>
    private static int SeparatorAt(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Opener))
            return 0;
        var end = bytes[..Math.Min(bytes.Length, MaxSeparator)].IndexOf((byte)'\n');
        return end > 0 && Separator().IsMatch(Encoding.Latin1.GetString(bytes[..end])) ? end + 1 : 0;
    }

    [GeneratedRegex(
        @"^From [^:]+ [0-9]{1,2}:[0-9]{2}(:[0-9]{2})? (.* )?(19|20)[0-9]{2}( [+-][0-9]{4})?\s*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();
}
