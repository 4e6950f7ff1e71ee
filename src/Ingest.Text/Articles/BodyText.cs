using System.Net;
using Ingest.Text.Articles.Files;
using Ingest.Text.Articles.Html;
using Ingest.Text.Articles.Lines;
using Ingest.Text.Articles.PlainText;
using Ingest.Text.Articles.Xml;

namespace Ingest.Text.Articles;

/// <summary>
/// A body that its format already separates, in paragraphs. No site's text surrounds it, but captions and credits may stand inside.
/// </summary>
internal sealed record BodyText(string Text, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<string> Captions)
{
    public static BodyText None { get; } = new("", [], []);

    public bool IsEmpty => Text.Length == 0;

    /// <summary>NITF; HTML where tags are in it, also where they are escaped; else lines.</summary>
    /// <exception cref="ArticleFormatException">It has too many elements.</exception>
    public static BodyText Of(string said, string? title, ArticleLimits limits)
    {
        if (said.StartsWith("<nitf", StringComparison.Ordinal)
            || (said.StartsWith("<?xml", StringComparison.Ordinal) && said.Contains("<nitf", StringComparison.Ordinal)))
            return NitfReader.BodyOf(said, title, limits);
        if (FormatDetector.HasPageTags(said))
            return OfHtml(said, title, limits);
        var text = WebUtility.HtmlDecode(said);
        return FormatDetector.HasPageTags(text) ? OfHtml(text, title, limits) : OfLines(text, title);
    }

    /// <summary>A line is a paragraph, once hard wraps are undone.</summary>
    public static BodyText OfLines(string text, string? title) =>
        OfParagraphs(LineSplitter.Split(text).Select(line => line.Text), title);

    /// <summary>The paragraphs as they are, without the title where it stands before them.</summary>
    public static BodyText OfParagraphs(IEnumerable<string> paragraphs, string? title)
    {
        var all = paragraphs.Where(paragraph => paragraph.Length > 0).ToList();
        if (all.Count > 1 && Likeness.Fold(all[0]) == Likeness.Fold(title))
            all.RemoveAt(0);
        return new(string.Join("\n\n", all), [], []);
    }

    /// <param name="html">A page, or a part of one.</param>
    /// <param name="title">The headline.</param>
    /// <param name="limits">What it may have.</param>
    /// <exception cref="ArticleFormatException">It has too many elements.</exception>
    public static BodyText OfHtml(string html, string? title, ArticleLimits limits)
    {
        using var page = PageParser.Parse(Fragment.Mended(html), limits);
        if (page.Body is not { } root)
            return None;
        var blocks = BlockScanner.Scan(root).Select(block => (block, Foreign(block.Surroundings))).ToList();
        var body = PageBody.Of(blocks, title, []);
        // A line that would be a label on a page is all the text that some entries have.
        var paragraphs = body.Paragraphs.Count > 0
            ? body.Paragraphs
            : blocks.Where(block => block.Item2 is null).Select(block => block.block.Text);
        return new(string.Join("\n\n", paragraphs), body.LeftOut, body.Captions);
    }

    // Names of classes say little where no site is around.
    private static LeftOutReason? Foreign(Surroundings? surroundings)
    {
        for (var outer = surroundings; outer is not null; outer = outer.Outer)
        {
            if (outer.IsCertain)
                return outer.Reason;
        }

        return null;
    }
}
