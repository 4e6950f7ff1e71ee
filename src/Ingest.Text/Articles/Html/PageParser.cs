using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// Parses what is read of a page and no more: the tree is most of what a page costs, and much of it would be comments and addresses of
/// pictures.
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

    /// <summary>The attributes that are asked for: an element doesn't have any other.</summary>
    private static bool IsRead(ref StructHtmlToken tag, ReadOnlyMemory<char> name) =>
        name.Span is "class" or "id" or "role" or "itemprop" or "name" or "property" or "content" or "rel" or "href" or "type" or "datetime"
            or "pubdate" or "lang" or "xml:lang";
}
