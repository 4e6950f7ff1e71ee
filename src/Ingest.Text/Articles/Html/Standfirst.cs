using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// The standfirst: the text that editors put between headline and body to summarise the article. It is found by its element's name, by
/// the page's description of itself, or as the sentence right below the headline.
/// </summary>
internal static class Standfirst
{
    // Blocks below the headline: byline, day, buttons and the lead picture's caption may stand before it.
    private const int Reach = 16;

    // Words. What is shorter is a label.
    private const int MinWords = 4;

    // Characters at the beginning that the first paragraph has too.
    private const int MinRepeated = 40;

    // Elements around the block whose names are looked at.
    private const int Levels = 3;

    // Newsrooms' words for it, as they stand in classes and ids; small letters, without hyphens.
    private static readonly string[] Names =
    [
        "deck", "dek", "subtitle", "subheadline", "subheading", "subhead", "subline", "standfirst", "strapline", "excerpt", "summary",
        "intro",
        "lede", "description", "chapo", "kickerline",
    ];

    /// <param name="blocks">All blocks of the page.</param>
    /// <param name="title">The headline, folded.</param>
    /// <param name="first">Index of the body's first paragraph.</param>
    /// <param name="description">What the page declares as its description, folded.</param>
    /// <param name="writers">The writers, whom a line may present.</param>
    public static Block? Find(IReadOnlyList<Block> blocks, string title, int first, string description, IReadOnlyList<string> writers)
    {
        var headline = first - 1;
        while (headline >= 0 && !(blocks[headline].IsHeading && Likeness.Folds(blocks[headline].Text, title)))
            headline--;
        if (headline < 0)
            return null;
        for (var i = headline + 1; i < first && i <= headline + Reach; i++)
        {
            var block = blocks[i];
            if (IsSentence(block, writers) && !Repeats(block, blocks[first], title)
                && (IsRightBelow(block, i - headline) || IsNamed(block) || IsDescription(block, description)))
                return block;
        }

        return null;
    }

    private static bool IsSentence(Block block, IReadOnlyList<string> writers) =>
        block.Sign is LineSign.None
        && !SiteNote.Presents(block.Text, block.Shape, writers)
        && block.LinkShare < 0.5
        && block.Shape.Words >= MinWords
        && !block.Text.Contains('\n')
        && !IsElsewhere(block);

    private static bool IsElsewhere(Block block)
    {
        for (var around = block.Surroundings; around is not null; around = around.Outer)
        {
            if (around.IsCertain
                || around.Reason is LeftOutReason.Caption or LeftOutReason.Related
                || around.Element.LocalName is "aside" or "figure" or "form")
                return true;
        }

        return false;
    }

    private static bool Repeats(Block block, Block first, string title)
    {
        var (folded, paragraph) = (Likeness.Fold(block.Text), Likeness.Fold(first.Text));
        return folded == title
            || Likeness.IsSameOrBeginning(paragraph, folded)
            || folded.AsSpan().CommonPrefixLength(paragraph) >= MinRepeated;
    }

    private static bool IsRightBelow(Block block, int distance) => distance == 1 && (block.IsHeading || block.Shape.EndsSentence);

    private static bool IsNamed(Block block)
    {
        var element = block.Element;
        for (var level = 0;
            level < Levels && element is not null and not { LocalName: "article" or "main" or "body" };
            level++, element = element.ParentElement)
        {
            if (element.GetAttribute("itemprop") == "description" || HasName(element.ClassName) || HasName(element.Id))
                return true;
        }

        return false;
    }

    private static bool HasName(string? names)
    {
        if (string.IsNullOrEmpty(names))
            return false;
        var folded = names.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return Names.Any(name => folded.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsDescription(Block block, string description) =>
        description.Length > 0 && Likeness.IsSameOrBeginning(Likeness.Fold(block.Text), description);
}
