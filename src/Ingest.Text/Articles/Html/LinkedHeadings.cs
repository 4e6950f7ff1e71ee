using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// Finds links that are headings of an article's parts and do not lead away from it, like the names of people described one by one:
/// <code>
/// heading := link of up to five words      no heading by its tag
///            label?                        "Oster, captain"
///            prose                         that has the link's last word
/// </code>
/// There are three or more of one tag and class.
/// </summary>
internal static class LinkedHeadings
{
    private const int MinHeadings = 3;
    private const int MaxWords = 5;

    // Words. A teaser below a link is shorter.
    private const int MinProse = 30;

    /// <summary>The links among the blocks of a body that are such headings.</summary>
    public static HashSet<Block> In(IReadOnlyList<(Block Block, LeftOutReason? Foreign)> blocks)
    {
        var headings = new List<Block>();
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].Foreign is null
                && IsShortLink(blocks[i].Block)
                && (IsAbout(blocks, i, i + 1) || (!IsShortLink(blocks[i + 1].Block) && IsAbout(blocks, i, i + 2))))
                headings.Add(blocks[i].Block);
        }

        return headings.GroupBy(block => (block.Tag, block.Element.ClassName))
            .Where(alike => alike.Count() >= MinHeadings)
            .SelectMany(alike => alike)
            .ToHashSet<Block>(ReferenceEqualityComparer.Instance);
    }

    private static bool IsShortLink(Block block) =>
        block is { LinkShare: > 0.9, IsHeading: false, Sign: LineSign.None, Shape: { Words: >= 2 and <= MaxWords, EndsSentence: false } };

    private static bool IsAbout(IReadOnlyList<(Block Block, LeftOutReason? Foreign)> blocks, int link, int prose)
    {
        if (prose >= blocks.Count || blocks[prose] is not { Foreign: null, Block: { IsProse: true, Shape.Words: >= MinProse } told })
            return false;
        var heading = blocks[link].Block.Text;
        return Likeness.Fold(told.Text).Contains(Likeness.Fold(heading.AsSpan(heading.LastIndexOf(' ') + 1)), StringComparison.Ordinal);
    }
}
