using System.Text;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// A piece of a page that stands in a feed or in data. Nobody has seen it in a browser before it was sent, so that elements and comments
/// are left open in it which swallow all that follows.
/// </summary>
internal static class Fragment
{
    // What is in them is for those that can't show the rest, as no reader of text can.
    private static readonly string[] Frames = ["iframe", "object"];

    /// <summary>
    /// Without the tags of frames; a comment without an end goes to the next bracket; blank lines, where nothing else divides it, are
    /// paragraphs.
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
