using AngleSharp.Dom;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// The writers as a page shows them between headline and text: behind "By", as links to their pages, or in an element named for them.
/// </summary>
internal static class ShownByline
{
    // Elements around the block whose names are looked at.
    private const int Levels = 3;

    // Parts of an address under which sites keep the pages of their writers.
    private static readonly string[] WritersPaths =
    [
        "/author/", "/authors/", "/staff/", "/profile/", "/profiles/", "/people/", "/person/", "/by/", "/writer/", "/writers/",
        "/contributor/", "/contributors/", "/reporter/", "/journalist/", "/journalists/", "/columnist/",
    ];

    // Words. A sentence of this length describes the person that it links to.
    private const int MinSentence = 5;

    /// <param name="blocks">Those between headline and text.</param>
    /// <param name="below">The first blocks of the text, among which a byline may stand below a standfirst.</param>
    /// <param name="title">The headline, folded.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Block> blocks, IReadOnlyList<Block> below, string title)
    {
        foreach (var find in new Func<Block, IReadOnlyList<string>>[] { Signed, Linked, Named })
        {
            var names = blocks.Where(block => !Likeness.Folds(block.Text, title)).Select(find).FirstOrDefault(names => names.Count > 0);
            if (names is not null)
                return names;
        }

        return below.Where(block => block.Sign == LineSign.Byline).Select(Signed).FirstOrDefault(names => names.Any(Byline.IsBareName))
            ?? [];
    }

    private static IReadOnlyList<string> Signed(Block block)
    {
        var bylines = block.Text.Split('\n').Where(line => ShownFields.IsLabel(line) && BylineOpener.LengthIn(line) > 0);
        return bylines.Select(line => Byline.NamesOf(line)).FirstOrDefault(names => names.Count > 0) ?? [];
    }

    private static IReadOnlyList<string> Linked(Block block)
    {
        var isSentence = block.Shape is { EndsSentence: true, Words: >= MinSentence };
        if (isSentence || block.Surroundings is { IsCertain: true, Reason: LeftOutReason.Navigation or LeftOutReason.Related })
            return [];
        var links = block.Element.QuerySelectorAll("a[href]").Concat(block.Element.LocalName == "a" ? [block.Element] : []);
        return [.. links.Where(IsToWriter).Select(link => CleanText.Of(link.TextContent)).Where(Byline.IsBareName).Distinct()];
    }

    private static bool IsToWriter(IElement link) =>
        link.GetAttribute("rel")?.Contains("author", StringComparison.OrdinalIgnoreCase) == true
        || (link.GetAttribute("href") is { } address
            && WritersPaths.Any(path => address.Contains(path, StringComparison.OrdinalIgnoreCase)));

    private static IReadOnlyList<string> Named(Block block)
    {
        var element = block.Element;
        for (var level = 0;
            level < Levels && element is not null and not { LocalName: "article" or "main" or "body" };
            level++, element = element.ParentElement)
        {
            if (MeansWriters(element.ClassName) || MeansWriters(element.Id))
                return block.Text.Split('\n').FirstOrDefault(Byline.IsBareName) is { } name ? [name] : [];
        }

        return [];
    }

    private static bool MeansWriters(string? name) =>
        name is not null
        && (name.Contains("author", StringComparison.OrdinalIgnoreCase)
            || name.Contains("byline", StringComparison.OrdinalIgnoreCase)
            || name.Contains("writer", StringComparison.OrdinalIgnoreCase));
}
