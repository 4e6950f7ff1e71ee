using System.Text;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// Drops tags that open more elements than a page closes, beyond a depth. A parser looks through all open elements at nearly every tag,
/// so twenty thousand unclosed ones would take it half a minute. As many base elements would cost as much; nobody reads them, so all are
/// dropped. A page with too many elements is refused.
/// <code>
/// page := (text | comment | raw | tag)*
/// raw  := "&lt;script" … "&lt;/script", likewise style, textarea, title
/// tag  := "&lt;" ["/"] name … ">"
/// </code>
/// </summary>
internal static class NestingLimit
{
    // Elements without children, or closed by the next of their kind; these do not accumulate.
    private static readonly WordSet Flat = WordSet.InAnyCase(
        """
        area br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th tbody thead
        tfoot option a nobr
        """);

    private static readonly WordSet Raw = WordSet.InAnyCase("script style textarea title xmp iframe noembed noframes");

    /// <summary>The page itself where it stays within <paramref name="maxDepth"/>. Linear.</summary>
    /// <exception cref="ArticleFormatException">It has more than <paramref name="maxElements"/>.</exception>
    public static string Apply(string html, int maxDepth, int maxElements)
    {
        StringBuilder? kept = null;
        int copied = 0, depth = 0, elements = 0;
        for (var open = html.IndexOf('<'); open >= 0 && open + 1 < html.Length; open = html.IndexOf('<', open))
        {
            var isEnd = html[open + 1] == '/';
            var name = Name(html.AsSpan(open + (isEnd ? 2 : 1)));
            var start = open;
            open = html.AsSpan(open).StartsWith("<!--") ? After(html, "-->", open + 4)
                : name.IsEmpty ? open + 1
                : After(html, ">", open + 1);
            if (name.IsEmpty)
                continue;
            if (!isEnd && ++elements > maxElements)
                throw TooLarge(maxElements);
            var isBase = IsBase(html.AsSpan(start + (isEnd ? 2 : 1)));
            if (Flat.Contains(name))
                continue;
            if (Raw.Contains(name))
            {
                open = isEnd ? open : After(html, $"</{name}", open);
                continue;
            }

            var isTooDeep = depth > maxDepth || (depth == maxDepth && !isEnd);
            if (!isBase)
                depth = Math.Max(0, depth + (isEnd ? -1 : html[open - 1] == '>' && html[open - 2] == '/' ? 0 : 1));
            if (!isTooDeep && !isBase)
                continue;
            (kept ??= new StringBuilder(html.Length)).Append(html, copied, start - copied);
            copied = open;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static ArticleFormatException TooLarge(int maxElements) =>
        new(ArticleFormatCodes.TooLarge, $"The page has more than {maxElements} elements (MaxElements).", ArticleFormat.Html);

    /// <summary>Not <c>base-card</c>, as an element of a site's own may be named.</summary>
    private static bool IsBase(ReadOnlySpan<char> tag) =>
        tag.StartsWith("base", StringComparison.OrdinalIgnoreCase) && tag[4..] is [' ' or '>' or '/' or '\n' or '\r' or '\t', ..];

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        return text[..length];
    }

    /// <summary>Offset behind the next <paramref name="mark"/>; the text's end when there is none.</summary>
    private static int After(string html, string mark, int from) =>
        from < html.Length && html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? at + mark.Length
            : html.Length;
}
