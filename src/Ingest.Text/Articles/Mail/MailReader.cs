using Ingest.Text.Articles.Archives;
using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Html;
using Ingest.Text.Articles.Lines;
using Ingest.Text.Articles.PlainText;
using MimeKit;
using MimeKit.Text;

namespace Ingest.Text.Articles.Mail;

/// <summary>
/// Reads messages of Internet mail, mailboxes of them, and pages saved as one message (MHTML). Attached files are read like those of an
/// archive.
/// </summary>
internal static class MailReader
{
    // Levels of parts within parts; mail programs stay below ten.
    private const int MaxParts = 64;

    private static readonly string[] Prefixes = ["Re:", "Fwd:", "Fw:", "AW:", "WG:"];

    /// <exception cref="ArticleFormatException">It is broken, holds no article, or exceeds a limit.</exception>
    public static IReadOnlyList<Article> Read(PackedFile file, Unpacking unpacking) =>
        Mailbox.MessagesOf(file.Bytes) switch
        {
            [] => ReadOne(file, unpacking),
            [var only] => ReadOne(file with { Bytes = Mailbox.Unescaped(only) }, unpacking),
            var messages =>
                unpacking.ReadAll(
                    messages.Select((message, i) => new Member($"message {i + 1}", () => Mailbox.Unescaped(message))), "mailbox"),
        };

    private static IReadOnlyList<Article> ReadOne(PackedFile file, Unpacking unpacking)
    {
        MimeMessage message;
        try
        {
            using var stream = new MemoryStream(MailHead.WithShortFields(file.Bytes.Span), writable: false);
            message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = MaxParts }, stream, unpacking.CancellationToken);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new ArticleFormatException(
                ArticleFormatCodes.Malformed, "The message has no head that mail would have.", ArticleFormat.Mail);
        }

        using (message)
        {
            if (SavedPage(message) is { } page)
                return [ReadPage(page.Html, page.Url, unpacking.Limits)];
            return ReadMessage(message, unpacking);
        }
    }

    /// <summary>The page that a browser saved: HTML with the address where it stood.</summary>
    private static (string Html, string? Url)? SavedPage(MimeMessage message)
    {
        var page = message.Body as TextPart
            ?? ((message.Body as MultipartRelated)?.Root as TextPart)
            ?? (message.Body as Multipart)?.OfType<TextPart>().FirstOrDefault(part => part.IsHtml);
        if (page is not { IsHtml: true })
            return null;
        var url = message.Headers["Snapshot-Content-Location"] ?? page.ContentLocation?.OriginalString;
        return url is null ? null : (page.Text, url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? url : null);
    }

    private static Article ReadPage(string html, string? url, ArticleLimits limits)
    {
        var article = HtmlReader.Read(html, limits);
        return (article with { Url = article.Url ?? url }).From(FieldOrigin.Markup);
    }

    private static IReadOnlyList<Article> ReadMessage(MimeMessage message, Unpacking unpacking)
    {
        try
        {
            return unpacking.ReadAll(Attached(message, unpacking), "message", ReadBody(message, unpacking.Limits));
        }
        catch (ArticleFormatException cover) when (cover.Code is ArticleFormatCodes.Empty or ArticleFormatCodes.NoArticle
            && message.Attachments.Any())
        {
            return unpacking.ReadAll(Attached(message, unpacking), "message");
        }
    }

    private static Article ReadBody(MimeMessage message, ArticleLimits limits)
    {
        var text = message.GetTextBody(TextFormat.Plain);
        var article = string.IsNullOrWhiteSpace(text) && message.HtmlBody is { } html
            ? HtmlReader.Read(html, limits)
            : PlainTextReader.Read(text ?? "");
        var subject = Subject(message.Subject);
        var sender = message.From.Mailboxes.FirstOrDefault();
        return (article with
        {
            Format = ArticleFormat.Mail,
            Title = subject ?? article.Title,
            Byline = article.Byline.Count > 0 ? article.Byline : Byline.NamesOf(sender?.Name),
            Published = message.Headers.Contains(HeaderId.Date)
                ? MachineDate.Of(message.Headers[HeaderId.Date]) ?? article.Published
                : article.Published,
            Language = article.Language ?? message.Headers[HeaderId.ContentLanguage],
            Keywords =
                [.. (message.Headers[HeaderId.Keywords] ?? "").Split(
                    ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Origins = FieldOrigins.None,
        }).From(FieldOrigin.Markup);
    }

    private static string? Subject(string? said)
    {
        var subject = CleanText.Of(said);
        while (Prefixes.FirstOrDefault(prefix => subject.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } prefix)
            subject = subject[prefix.Length..].TrimStart();
        return subject.Length > 0 ? subject : null;
    }

    private static IEnumerable<Member> Attached(MimeMessage message, Unpacking unpacking)
    {
        foreach (var entity in message.Attachments)
        {
            if (entity is MessagePart { Message: { } inner })
                yield return new Member("message.eml", () => Bytes(inner));
            else if (entity is MimePart { Content: { } content } part && !Accompaniment.IsDeclared(part.ContentType.MimeType))
                yield return new Member(part.FileName ?? "", () => Unpack(content, unpacking));
        }
    }

    private static ReadOnlyMemory<byte> Bytes(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }

    private static ReadOnlyMemory<byte> Unpack(IMimeContent content, Unpacking unpacking)
    {
        using var stream = content.Open();
        return unpacking.Unpack(stream, content.Stream?.Length ?? 0);
    }
}
