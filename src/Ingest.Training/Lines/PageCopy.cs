using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Ingest.Training.Lines;

/// <summary>A page as plain text, the way a browser copies all that it shows: blocks are lines, what is within a line runs on.</summary>
internal static class PageCopy
{
    // Elements without a line of their own, and those that show nothing.
    private static readonly HashSet<string> Inline =
        [
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
            "nobr", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "button", "img", "input"];

    private static readonly HashSet<string> Hidden =
        [
            "script", "style", "noscript", "template", "head", "svg", "iframe", "object", "video", "audio", "canvas", "textarea", "select",
            "datalist", "math"];

    private static readonly HashSet<string> Spaced =
        ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "pre", "figure"];

    public static string Of(string html, CopyLayout layout)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        if (layout != CopyLayout.Browser && page.Title is { Length: > 0 } title)
            text.Append(Collapse(title)).Append('\n');
        if (page.Body is { } body)
            Write(body, text, layout);
        return text.ToString().Trim();
    }

    private static void Write(INode node, StringBuilder text, CopyLayout layout)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText { Data: var data })
                Append(text, Collapse(data));
            else if (child is IElement element && !Hidden.Contains(element.LocalName) && !IsHidden(element))
                Write(element, text, layout);
        }
    }

    private static void Write(IElement element, StringBuilder text, CopyLayout layout)
    {
        var tag = element.LocalName;
        if (tag == "br")
        {
            End(text, 1, force: true);
            return;
        }

        if (tag is "td" or "th")
        {
            if (text.Length > 0 && text[^1] != '\n')
                text.Append('\t');
            Write((INode)element, text, layout);
            return;
        }

        var isBlock = !Inline.Contains(tag);
        var ends = !isBlock ? 0 : layout == CopyLayout.Spaced || (layout == CopyLayout.Browser && Spaced.Contains(tag)) ? 2 : 1;
        End(text, ends);
        Write((INode)element, text, layout);
        End(text, ends);
    }

    /// <summary>At least so many line ends behind what is written.</summary>
    private static void End(StringBuilder text, int ends, bool force = false)
    {
        if (ends == 0 || text.Length == 0)
            return;
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        var has = 0;
        while (has < text.Length && text[text.Length - 1 - has] == '\n')
            has++;
        for (; has < ends || force; has++)
        {
            text.Append('\n');
            force = false;
        }
    }

    private static void Append(StringBuilder text, string data)
    {
        if (data.Length == 0)
            return;
        var isAtStart = text.Length == 0 || text[^1] is '\n' or ' ' or '\t';
        text.Append(isAtStart ? data.TrimStart() : data);
    }

    private static string Collapse(string data)
    {
        var collapsed = new StringBuilder(data.Length);
        foreach (var c in data)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (collapsed.Length == 0 || collapsed[^1] != ' ')
                    collapsed.Append(' ');
            }
            else
            {
                collapsed.Append(c);
            }
        }

        return collapsed.ToString();
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        var style = element.GetAttribute("style");
        return style is not null
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }
}
