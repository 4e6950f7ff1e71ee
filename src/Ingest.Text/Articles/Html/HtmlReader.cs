using AngleSharp.Html.Parser;

namespace Ingest.Text.Articles.Html;

/// <summary>A page: its body by its blocks, its fields by what it declares and else by what it shows.</summary>
internal static class HtmlReader
{
    // Levels. Pages of newsrooms stay below 60; what nests deeper is read as if it didn't.
    private const int MaxDepth = 256;

    /// <exception cref="ArticleFormatException">The page has no text that could be an article.</exception>
    public static Article Read(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = MaxDepth, SkipComments = true });
        using var page = parser.ParseDocument(NestingLimit.Apply(html, MaxDepth));
        var root = page.DocumentElement;
        var blocks = BlockScanner.Scan(root);
        var declared = PageFields.Of(page);
        var title = declared.Title(blocks);
        var foldedTitle = Likeness.Fold(title);
        var body = PageBody.Of(BodyFinder.Find(blocks, root, foldedTitle), title, declared.Byline);
        if (body.Paragraphs.Count == 0)
            throw new ArticleFormatException(ArticleFormatCodes.NoArticle, "The page holds no paragraph of an article.", ArticleFormat.Html);
        var shown = ShownFields.Of(blocks, foldedTitle, Math.Max(0, blocks.FindIndex(block => ReferenceEquals(block.Element, body.First!.Element))));
        return new Article
        {
            Format = ArticleFormat.Html,
            Text = string.Join("\n\n", body.Paragraphs),
            Title = title,
            Byline = declared.Byline is { Count: > 0 } names ? names : shown.Names,
            Publisher = declared.Publisher,
            Section = declared.Section,
            Published = shown.AsShown(declared.Published, declared.Modified) ?? shown.Published ?? declared.PagePublished ?? shown.Above,
            Modified = declared.Modified ?? shown.Modified,
            Language = declared.Language,
            Url = declared.Url,
            LeftOut = body.LeftOut,
            Captions = body.Captions,
            Origins = declared.Origins(title),
        }.From(FieldOrigin.VisibleText);
    }
}
