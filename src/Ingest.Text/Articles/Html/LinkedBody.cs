using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// The article's text in a page's JSON-LD. It is a witness for the page's blocks, where both tell the same story. It is the body where
/// the page shows none, because of a paywall or because a script builds the page.
/// </summary>
internal sealed class LinkedBody
{
    // Words. A shorter text is a summary.
    private const int MinWords = 80;

    // Share of the page's prose that the text must hold to be a witness; some give only the beginning, and some another text.
    private const double Agreement = 0.9;

    // From this multiple of the shown words on, the page shows only a beginning.
    private const double FarMore = 2;

    private readonly string _said;
    private readonly string _folded;
    private readonly ArticleLimits _limits;

    private LinkedBody(string said, ArticleLimits limits)
    {
        (_said, _limits) = (said, limits);
        _folded = Likeness.Fold(BodyText.Of(said, null, limits).Text);
    }

    /// <summary>Null where the page declares none.</summary>
    public static LinkedBody? Of(string? said, ArticleLimits limits) =>
        said is not null && LineShape.Of(said).Words >= MinWords ? new LinkedBody(said, limits) : null;

    /// <summary>Whether the text agrees with the page's prose, and so may judge the other blocks.</summary>
    public bool Agrees(IEnumerable<(Block Block, LeftOutReason? Foreign)> blocks)
    {
        int all = 0, held = 0;
        foreach (var (block, _) in blocks.Where(pair => pair is { Foreign: null, Block.IsProse: true }))
        {
            all += block.Shape.Words;
            held += Holds(block.Text) ? block.Shape.Words : 0;
        }

        return all >= MinWords && held >= all * Agreement;
    }

    public bool Holds(string text) => _folded.Contains(Likeness.Fold(text), StringComparison.Ordinal);

    /// <summary>The text in paragraphs, where the page shows far less; null where the page's own text is enough.</summary>
    public BodyText? InPlaceOf(IReadOnlyList<string> paragraphs, string? title)
    {
        var shown = paragraphs.Sum(paragraph => LineShape.Of(paragraph).Words);
        return LineShape.Of(_said).Words > shown * FarMore && BodyText.Of(_said, title, _limits) is { IsEmpty: false } body ? body : null;
    }
}
