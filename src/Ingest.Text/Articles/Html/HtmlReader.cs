using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>Reads a page: its body from its blocks, its fields from declarations and else from what it shows.</summary>
internal static class HtmlReader
{
    // Words. A page that shows so many is its own source. One that shows fewer, but more than a notice of its paywall, may show an
    // article's beginning.
    private const int MinShownWords = 300;
    private const int MinBeginning = 120;

    /// <exception cref="ArticleFormatException">The page has no text that could be an article, or too many elements.</exception>
    public static Article Read(string html, ArticleLimits limits)
    {
        using var page = PageParser.Parse(html, limits);
        var root = page.DocumentElement;
        var blocks = BlockScanner.Scan(root);
        var declared = PageFields.Of(page);
        var title = declared.Title(blocks);
        var foldedTitle = Likeness.Fold(title);
        var found = BodyFinder.Find(blocks, root, foldedTitle);
        var linked = declared.Body(limits);
        var body = PageBody.Of(found, title, declared.Byline, linked?.Agrees(found) == true ? linked : null);
        var hidden = (linked ?? StateOf(declared, body, limits))?.InPlaceOf(body.Paragraphs, title);
        if (body.Paragraphs.Count == 0 && hidden is null)
            throw new ArticleFormatException(
                ArticleFormatCodes.NoArticle, "The page holds no paragraph of an article.", ArticleFormat.Html);
        var first = body.First is { } paragraph
            ? blocks.FindIndex(block => ReferenceEquals(block.Element, paragraph.Element))
            : blocks.FindIndex(block => block.IsHeading && Likeness.Folds(block.Text, foldedTitle));
        var shown = ShownFields.Of(blocks, foldedTitle, Math.Max(0, first));
        var standfirst = hidden is null
            ? Standfirst.Find(blocks, foldedTitle, first, Likeness.Fold(declared.Description), declared.Byline)?.Text
            : null;
        return new Article
        {
            Format = ArticleFormat.Html,
            Text = hidden?.Text ?? string.Join("\n\n", standfirst is null ? body.Paragraphs : body.Paragraphs.Prepend(standfirst)),
            Title = declared.HeadlineOf(title),
            Byline = Writers(declared, shown.Names),
            Publisher = declared.Publisher,
            Section = declared.Section,
            Published = shown.AsShown(declared.Published, declared.Modified) ?? shown.Published ?? declared.PagePublished ?? shown.Above,
            Modified = declared.Modified ?? shown.Modified,
            Language = declared.Language,
            Url = declared.Url,
            LeftOut = hidden is null ? body.LeftOut : [.. hidden.LeftOut, .. body.LeftOut],
            Captions = body.Captions,
            Origins = declared.Origins(title),
        }.From(FieldOrigin.VisibleText);
    }

    /// <summary>
    /// The declared writers. The shown writers replace them where none are declared, where the publisher signs for its writers, and where
    /// more writers are shown, the declared ones among them.
    /// </summary>
    private static IReadOnlyList<string> Writers(PageFields declared, IReadOnlyList<string> shown)
    {
        var names = declared.Byline;
        if (names.Count == 0 || (shown.Count > 0 && names.All(name => IsOf(declared.Publisher, name))))
            return shown;
        var persons = shown.Where(name => !IsOf(declared.Publisher, name) && !IsOf(name, declared.Publisher)).ToList();
        return persons.Count > names.Count && names.All(name => persons.Contains(name, StringComparer.OrdinalIgnoreCase)) ? persons : names;
    }

    /// <summary>Whether the publisher's name contains the other name.</summary>
    private static bool IsOf(string? house, string? name) =>
        house is not null && name is not null && Likeness.Fold(house).Contains(Likeness.Fold(name), StringComparison.Ordinal);

    /// <summary>
    /// The text in the page's data. It is not searched where the page shows a whole article, and not used where it is another article
    /// than the one whose beginning the page shows.
    /// </summary>
    private static LinkedBody? StateOf(PageFields declared, PageBody body, ArticleLimits limits)
    {
        var shown = body.Paragraphs.Sum(paragraph => LineShape.Of(paragraph).Words);
        if (shown >= MinShownWords)
            return null;
        var state =
            LinkedBody.Of(
                PageState.Body(declared.Scripts(type => type is null or "" or "application/json" or "text/javascript" or "module")),
                limits);
        return shown < MinBeginning || body.Paragraphs.Any(paragraph => LineShape.Of(paragraph).IsProse && state?.Holds(paragraph) == true)
            ? state
            : null;
    }
}
