using Ingest.Text.Articles.Csv;
using Ingest.Text.Articles.Markdown;
using Ingest.Text.Articles.Xml;

namespace Ingest.Text.Articles.Files;

/// <summary>Decides which reader a text needs. The content decides; the name only where the content leaves it open.</summary>
internal static class FormatDetector
{
    // In characters. Tags of a page appear within these, though its body may come late.
    private const int Sample = 64 * 1024;

    // Characters. The fields above a text are a few lines.
    private const int FrontMatterReach = 4096;

    private static readonly WordSet PageTags = WordSet.InAnyCase(
        """
        html head body div p br span a article section main header footer nav h1 h2 h3 h4 ul ol li table tr td font b i em
        strong img meta link title script style blockquote figure figcaption center sup sub u small strike cite q abbr time hr
        pre dl dt dd h6 tbody th
        """);

    // Further tags of pages; XML of any kind may use them as its root.
    private static readonly WordSet FurtherTags = WordSet.InAnyCase(
        """
        iframe frame object embed applet video audio source picture svg math noscript form input button label select textarea s
        del ins code kbd mark big tt blink address aside details summary wbr h5 base
        """);

    /// <exception cref="ArticleFormatException">Structured data of a kind that has no reader.</exception>
    public static FileFormat Detect(string text, string name)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Sample)).TrimStart(" \t\r\n\f\v\ufeff\0");
        if (IsJson(head))
            return FileFormat.Json;
        if (RootOf(head) is { Length: > 0 } root)
        {
            if (PageTags.Contains(root) || root.Equals("!doctype", StringComparison.OrdinalIgnoreCase))
                return FileFormat.Html;
            if (XmlArticles.IsRoot(root[(root.IndexOf(':') + 1)..]))
                return FileFormat.Xml;
            if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
                throw new ArticleFormatException(
                    ArticleFormatCodes.UnknownFormat, $"XML with the root '{root}' is no format that can be read.", offset: 0);
        }

        var tags = CountPageTags(head);
        var isNamedHtml = Path.GetExtension(name.AsSpan()) is var extension
            && (extension.Equals(".html", StringComparison.OrdinalIgnoreCase)
                || extension.Equals(".htm", StringComparison.OrdinalIgnoreCase)
                || extension.Equals(".xhtml", StringComparison.OrdinalIgnoreCase));
        if (CsvHead.DelimiterOf(head, name) is not null)
            return FileFormat.Csv;
        // A fragment begins with a tag and has more of them; an article about HTML names one here and there.
        if (IsMarkdown(head, name))
            return FileFormat.Markdown;
        return isNamedHtml && tags > 0 || tags >= 3 && head is ['<', ..] || tags >= 20 ? FileFormat.Html : FileFormat.PlainText;
    }

    /// <summary>Fields between fences, a heading first of all, or the name.</summary>
    private static bool IsMarkdown(ReadOnlySpan<char> head, string name)
    {
        var extension = Path.GetExtension(name.AsSpan());
        return extension.Equals(".md", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".markdown", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("# ")
            || (FrontMatter.Of(head[..Math.Min(head.Length, FrontMatterReach)].ToString()) is { Length: > 0 } front
                && front.Text("title", "date", "author") is not null);
    }

    /// <summary>Whether an opening or closing tag of HTML stands anywhere in it.</summary>
    public static bool HasPageTags(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('<') is >= 0 and var open)
        {
            text = text[open..];
            if (TagName(text) is var name && (PageTags.Contains(name) || FurtherTags.Contains(name)))
                return true;
            text = text[1..];
        }

        return false;
    }

    /// <summary>
    /// Whether the text is an object, or an array of objects or arrays. Plain text may begin with a bracket, but not like this.
    /// </summary>
    private static bool IsJson(ReadOnlySpan<char> head)
    {
        if (head is not ['{' or '[', ..])
            return false;
        var next = head[1..].TrimStart(" \t\r\n");
        return head[0] == '{' ? next is ['"' or '}', ..] : next is ['{' or '[' or ']', ..];
    }

    /// <summary>Name of the first tag, past the XML declaration and comments; empty when the text doesn't begin with one.</summary>
    private static ReadOnlySpan<char> RootOf(ReadOnlySpan<char> head)
    {
        while (true)
        {
            var close = head.StartsWith("<!--") ? "-->" : head.StartsWith("<?") ? "?>" : IsForeignDoctype(head) ? EndOfDoctype(head) : null;
            if (close is null)
                return TagName(head);
            var end = head.IndexOf(close);
            if (end < 0)
                return [];
            head = head[(end + close.Length)..].TrimStart();
        }
    }

    private static bool IsForeignDoctype(ReadOnlySpan<char> head)
    {
        const string opener = "<!DOCTYPE";
        return head.StartsWith(opener, StringComparison.OrdinalIgnoreCase)
            && head[opener.Length..].TrimStart() is [var first, ..] name && char.IsLetter(first)
            && !name.StartsWith("html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A document type may hold declarations in brackets.</summary>
    private static string EndOfDoctype(ReadOnlySpan<char> head) =>
        head.IndexOf('[') is > 0 and var subset && subset < head.IndexOf('>') ? "]>" : ">";

    private static int CountPageTags(ReadOnlySpan<char> head)
    {
        var count = 0;
        while (head.IndexOf('<') is >= 0 and var open)
        {
            head = head[open..];
            if (PageTags.Contains(TagName(head)))
                count++;
            head = head[1..];
        }

        return count;
    }

    /// <summary>The name behind "&lt;" or "&lt;/", as far as letters, digits, "!" and ":" go.</summary>
    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> text)
    {
        if (text is not ['<', ..])
            return [];
        text = text[1..];
        if (text is ['/', ..])
            text = text[1..];
        var length = 0;
        while (length < text.Length && length < 32 && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '!' or ':'))
            length++;
        return length < text.Length && text[length] is ('>' or ' ' or '/' or '\n' or '\r' or '\t') ? text[..length] : [];
    }
}
