using System.Text;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// Repairs a piece of a page in a feed or in data. Nobody has checked it in a browser, so it may contain unclosed elements and comments
/// that swallow everything behind them.
/// </summary>
internal static class Fragment
{
    // Their content is for programs that cannot show the rest, like a reader of text.
    private static readonly string[] Frames = ["iframe", "object"];

    /// <summary>
    /// The fragment without the tags of frames. An unclosed comment ends at the next bracket. Blank lines divide paragraphs where nothing
    /// else does.
    /// </summary>
    public static string Mended(string html) => Paragraphed(WithoutFrames(WithEndOfComment(html)));

    private static string WithEndOfComment(string html)
    {
        var closed = html.LastIndexOf("-->", StringComparison.Ordinal);
        var open = html.IndexOf("<!--", closed + 1, StringComparison.Ordinal);
        if (open < 0)
            return html;
        var end = html.IndexOf('>', open);
        return end < 0 ? html[..open] : html.Remove(open, end + 1 - open);
    }

    private static string WithoutFrames(string html)
    {
        StringBuilder? kept = null;
        var copied = 0;
        for (var open = html.IndexOf('<'); open >= 0 && open + 1 < html.Length; open = html.IndexOf('<', Math.Max(copied, open + 1)))
        {
            if (!IsFrame(html.AsSpan(html[open + 1] == '/' ? open + 2 : open + 1)))
                continue;
            var end = html.IndexOf('>', open);
            if (end < 0)
                break;
            (kept ??= new StringBuilder(html.Length)).Append(html, copied, open - copied);
            copied = end + 1;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool IsFrame(ReadOnlySpan<char> tag)
    {
        foreach (var name in Frames)
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && tag[name.Length..] is [' ' or '>' or '/' or '\n' or '\r' or '\t', ..])
                return true;
        }

        return false;
    }

    private static string Paragraphed(string html) =>
        html.Contains("\n\n", StringComparison.Ordinal)
            && !html.Contains("<p", StringComparison.OrdinalIgnoreCase)
            && !html.Contains("<br", StringComparison.OrdinalIgnoreCase)
            ? html.Replace("\n\n", "<p>", StringComparison.Ordinal)
            : html;
}
