using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// Parses only the parts of a page that are read. The tree is most of the cost of a page, and comments and addresses of pictures would be
/// much of it.
/// </summary>
internal static class PageParser
{
    // Levels. Pages of newsrooms stay below 60; what nests deeper is read as if it didn't.
    private const int MaxDepth = 256;

    private static readonly HtmlParserOptions Options = new()
    {
        MaximumDepth = MaxDepth,
        DisableElementPositionTracking = true,
        SkipComments = true,
        ShouldEmitAttribute = IsRead,
    };

    /// <exception cref="ArticleFormatException">It has too many elements.</exception>
    public static IHtmlDocument Parse(string html, ArticleLimits limits) =>
        new HtmlParser(Options).ParseDocument(NestingLimit.Apply(html, MaxDepth, limits.MaxElements).AsMemory());

    /// <summary>Whether the attribute is read later; elements keep no other.</summary>
    private static bool IsRead(ref StructHtmlToken tag, ReadOnlyMemory<char> name) =>
        name.Span is "class" or "id" or "role" or "itemprop" or "name" or "property" or "content" or "rel" or "href" or "type" or "datetime"
            or "pubdate" or "lang" or "xml:lang";
}
