using AngleSharp.Dom;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// Finds the element of the body: the one whose blocks weigh most, where prose counts for it and everything else against it. A score that
/// falls with distance needs tuning to how deep a site nests its paragraphs; this sum does not.
/// </summary>
internal sealed class BodyFinder
{
    // Weight against the element of a block that is not prose, in words of prose. Links and foreign blocks inside the body are left out
    // one by one and do little harm; a row of them surrounds the body.
    private const double OtherBlock = 1;
    private const double LinkBlock = 4;
    private const double ForeignBlock = 1;

    // A child with this share of the prose is the body; the rest around it introduces something else.
    private const double Nearly = 0.95;

    // From so many paragraphs before such a child on, they are the story's beginning; an appeal to the reader has fewer.
    private const int MinIntroduction = 2;

    // An article element with no more words of prose, and a smaller share of all, is a story's head rather than a story.
    private const int MaxHead = 80;
    private const double MaxShareOfHead = 0.25;

    // A name that a site chose says nothing about an element with this share of the page's prose.
    private const double MostOfPage = 0.4;

    private readonly Dictionary<IElement, double> _weights = [];
    private readonly Dictionary<IElement, int> _prose = [];
    private readonly IElement _root;
    private readonly Trust _trust;

    private BodyFinder(IReadOnlyList<Block> blocks, IElement root, Trust trust)
    {
        _root = root;
        _trust = trust;
        foreach (var block in blocks)
        {
            if (block.IsProse)
                Add(_prose, block, block.Shape.Words);
        }

        foreach (var block in blocks)
            Add(_weights, block, Weight(block));
    }

    /// <summary>How far an element is believed that says it contains something else than the body.</summary>
    private enum Trust
    {
        All,
        TagsAlone,
        Nothing,
    }

    /// <summary>
    /// The blocks of the body's element, in order, each with the kind of foreign content in it; empty when the page has no prose.
    /// </summary>
    /// <param name="blocks">All blocks of the page.</param>
    /// <param name="root">The page.</param>
    /// <param name="title">The headline, folded.</param>
    public static IReadOnlyList<(Block Block, LeftOutReason? Foreign)> Find(IReadOnlyList<Block> blocks, IElement root, string title)
    {
        // A site may give its whole article a name that means something else. Where prose was found, however little, the name is
        // believed: comments and footers are longer than many stories.
        foreach (var trust in Enum.GetValues<Trust>())
        {
            var found = new BodyFinder(blocks, root, trust).Find(blocks, title);
            if (found.Any(pair => pair is { Foreign: null, Block.IsProse: true }))
                return found;
        }

        return [];
    }

    private IReadOnlyList<(Block Block, LeftOutReason? Foreign)> Find(IReadOnlyList<Block> blocks, string title)
    {
        if (Heaviest(blocks) is not { } body)
            return [];
        body = OneOfSeveral(body, blocks, title);
        return [.. blocks.Where(block => IsIn(block, body)).Select(block => (block, Foreign(block)))];
    }

    private IElement? Heaviest(IReadOnlyList<Block> blocks)
    {
        if (_weights.Count == 0)
            return null;
        var (body, weight) = _weights.MaxBy(pair => pair.Value);
        if (weight <= 0)
            return null;
        var prose = _prose.GetValueOrDefault(body);
        while (body.Children.FirstOrDefault(child => _prose.GetValueOrDefault(child) >= prose * Nearly) is { } child
            && !IsIntroduced(child, body, blocks))
            body = child;
        return body;
    }

    /// <summary>Whether the body begins before the child that holds nearly all of it.</summary>
    private bool IsIntroduced(IElement child, IElement body, IReadOnlyList<Block> blocks) =>
        blocks.SkipWhile(block => !IsIn(block, body))
            .TakeWhile(block => !IsIn(block, child))
            .Count(block => block.IsProse && Foreign(block) is null) >= MinIntroduction;

    /// <summary>
    /// On a page with several articles, the one under the page's own headline. Where that contains little but the headline, the one
    /// behind it that begins without a headline and contains the story.
    /// </summary>
    private IElement OneOfSeveral(IElement body, IReadOnlyList<Block> blocks, string title)
    {
        var articles = body.Children.Where(child => child.LocalName == "article" && _prose.GetValueOrDefault(child) > 0).ToList();
        if (articles.Count < 2)
            return body;
        // The first block of each; those of a page may be thousands.
        var first = new Dictionary<IElement, Block>();
        var titled = new HashSet<IElement>();
        foreach (var block in blocks)
        {
            if (ChildAround(block, body) is not { } child)
                continue;
            first.TryAdd(child, block);
            if (block.IsHeading && Likeness.Folds(block.Text, title))
                titled.Add(child);
        }

        var own = articles.FindIndex(titled.Contains);
        if (own < 0)
            return body;
        var words = _prose[articles[own]];
        if (words > MaxHead || words >= articles.Sum(article => _prose[article]) * MaxShareOfHead)
            return articles[own];
        var bodies = articles[(own + 1)..].FindAll(article => !IsHeadline(first[article]));
        return bodies switch { [] => articles[own], [var one] => one, _ => body };
    }

    /// <summary>More than "Article content".</summary>
    private static bool IsHeadline(Block block)
    {
        const int least = 3;   // words
        return block.IsHeading && block.Shape.Words >= least;
    }

    private double Weight(Block block)
    {
        if (Foreign(block) is not null)
            return -ForeignBlock;
        if (block.IsProse)
            return block.Shape.Words * (1 - block.LinkShare);
        return block.LinkShare > 0.5 ? -LinkBlock : block.IsHeading ? 0 : -OtherBlock;
    }

    /// <summary>The kind of foreign content in a block; null for a block that may belong to the body.</summary>
    private LeftOutReason? Foreign(Block block)
    {
        if (_trust == Trust.Nothing)
            return null;
        for (var around = block.Surroundings; around is not null; around = around.Outer)
        {
            if (around.IsCertain
                || (_trust == Trust.All && _prose.GetValueOrDefault(around.Element) < _prose.GetValueOrDefault(_root) * MostOfPage))
                return around.Reason;
        }

        return null;
    }

    private static void Add(Dictionary<IElement, int> sums, Block block, int value)
    {
        for (var element = block.Element; element is not null; element = element.ParentElement)
            sums[element] = sums.GetValueOrDefault(element) + value;
    }

    private static void Add(Dictionary<IElement, double> sums, Block block, double value)
    {
        for (var element = block.Element; element is not null; element = element.ParentElement)
            sums[element] = sums.GetValueOrDefault(element) + value;
    }

    /// <summary>The body's child in which the block stands; null where it stands in none.</summary>
    private static IElement? ChildAround(Block block, IElement body)
    {
        var child = block.Element;
        while (child.ParentElement is { } parent && !ReferenceEquals(parent, body))
            child = parent;
        return child.ParentElement is null ? null : child;
    }

    private static bool IsIn(Block block, IElement body)
    {
        for (var element = block.Element; element is not null; element = element.ParentElement)
        {
            if (ReferenceEquals(element, body))
                return true;
        }

        return false;
    }
}
