using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>The body that the blocks give: its paragraphs, and the blocks left out between them.</summary>
internal sealed class PageBody
{
    // Words. A shorter block that is neither paragraph nor item by its tag is a label.
    private const int MinLooseWords = 5;

    // Words of a line that only says what comes next: "Next read this:".
    private const int MaxLabelWords = 6;

    // Quoted words; fewer are a name, or a word under discussion.
    private const int MinSaidWords = 3;

    // Share of a title's words that have capitals.
    private const double CapitalsOfTitle = 0.7;

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly List<(Block Block, bool IsFollowed)> _kept = [];
    private readonly List<LeftOut> _leftOut = [];
    private readonly List<string> _captions = [];

    private readonly LinkedBody? _witness;

    private PageBody(LinkedBody? witness) => _witness = witness;

    public IReadOnlyList<string> Paragraphs => [.. _kept.Select(kept => kept.Block.Text)];

    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    public IReadOnlyList<string> Captions => _captions;

    /// <summary>The block of the first paragraph; null when there is none.</summary>
    public Block? First => _kept.Count > 0 ? _kept[0].Block : null;

    /// <param name="blocks">Those of the body's element, and what each holds that is foreign there.</param>
    /// <param name="title">The headline.</param>
    /// <param name="writers">The writers, whom a line may present.</param>
    /// <param name="witness">Another copy of the text, if there is one.</param>
    public static PageBody Of(
        IReadOnlyList<(Block Block, LeftOutReason? Foreign)> blocks,
        string? title,
        IReadOnlyList<string> writers,
        LinkedBody? witness = null)
    {
        var body = new PageBody(witness);
        var foldedTitle = Likeness.Fold(title);
        var headings = LinkedHeadings.In(blocks);
        var (isInBox, isInSummary) = (false, false);
        foreach (var (whole, foreign) in blocks)
        {
            if (whole.Sign == LineSign.CommentsHeading && body.MayEndAt(whole, foreign))
                break;
            foreach (var block in Lines(whole, foldedTitle))
            {
                // A box ends with the next paragraph; a summary's points may be sentences, but are no paragraphs.
                var endsBox = foreign is null && (isInSummary ? block.Tag != "li" : block.IsProse || block.IsHeading);
                isInSummary = block.Sign == LineSign.SummaryHeading || (isInSummary && !endsBox);
                isInBox = isInSummary || block.Sign == LineSign.RelatedHeading || (isInBox && !endsBox);
                var ownSign = block.Sign == LineSign.None && SiteNote.Presents(block.Text, block.Shape, writers)
                    ? LineSign.Credit
                    : block.Sign;
                if (headings.Contains(block))
                    body._kept.Add((block, IsFollowed: true));
                else
                    body.Take(block, foreign, isInSummary ? LineSign.SummaryHeading : isInBox ? LineSign.Related : ownSign, foldedTitle);
            }
        }

        body.DropEmptyHeadings();
        return body;
    }

    /// <summary>
    /// Whether comments may follow: below the headline, and a standfirst perhaps, stands a button that leads to them, among those for
    /// sharing.
    /// </summary>
    private bool MayEndAt(Block comments, LeftOutReason? foreign)
    {
        const int standfirst = 1;   // paragraphs
        var isButton = foreign is not null || comments.LinkShare > 0.5;
        return _kept.Count > 0 && !(isButton && _kept.Count(kept => kept.Block.IsProse) <= standfirst);
    }

    /// <summary>
    /// The lines of a block one by one where one of them is no text: headline, byline and day divided by single breaks. A credit in
    /// brackets behind the text is such a line.
    /// </summary>
    private static IEnumerable<Block> Lines(Block block, string foldedTitle)
    {
        if (EmbeddedPost.Holds(block))
            return PostWords.Of(block.Text) is { IsEmpty: false } words
                ? [new Block(block.Element, words.ToString(), block.LinkShare, block.Surroundings)]
                : [];
        var text = StaffCredit.BehindText(block.Text) is > 0 and var credit
            ? $"{block.Text[..credit].TrimEnd()}\n{block.Text[credit..]}"
            : block.Text;
        if (!text.Contains('\n'))
            return [block];
        var lines = text.Split('\n').Select(line => new Block(block.Element, line, block.LinkShare, block.Surroundings)).ToList();
        return lines.Any(line => line.Sign != LineSign.None || Likeness.Folds(line.Text, foldedTitle)) ? lines : [block];
    }

    private void Take(Block block, LeftOutReason? foreign, LineSign sign, string foldedTitle)
    {
        if (foreign is { } said)
            Leave(block, said);
        else if (Reason(block, sign, foldedTitle) is { } reason)
            Leave(block, reason);
        else if (block.Shape.Words >= 8 && !_said.Add(Likeness.Fold(block.Text)))
            Leave(block, LeftOutReason.Duplicate);
        else
        {
            _kept.Add((block, IsFollowed: true));
        }
    }

    /// <summary>Drops a heading when everything below it is gone: the end of the page or the next heading follows.</summary>
    private void DropEmptyHeadings()
    {
        for (var i = _kept.Count - 1; i > 0; i--)
        {
            var (block, isFollowed) = _kept[i];
            var isEmpty = i == _kept.Count - 1
                ? block.IsHeading || IsLabel(block)
                : !isFollowed && block.IsHeading && EndsPart(_kept[i + 1].Block, block);
            if (!isEmpty)
                continue;
            _kept.RemoveAt(i);
            _leftOut.Add(new LeftOut(block.Text, LeftOutReason.Related));
        }
    }

    /// <summary>Whether the next block is a heading, and no part of what stands below this one.</summary>
    private static bool EndsPart(Block next, Block heading) => next.IsHeading && string.CompareOrdinal(next.Tag, heading.Tag) <= 0;

    private static bool IsLabel(Block block) => block.Shape.Words <= MaxLabelWords && block.Text.EndsWith(':');

    private LeftOutReason? Reason(Block block, LineSign sign, string foldedTitle)
    {
        if (Likeness.Folds(block.Text, foldedTitle))
            return LeftOutReason.Duplicate;
        if (EmbeddedPost.Holds(block))
            return block.Shape.Words > 0 && (!EmbeddedPost.IsSignature(block) || IsOfLastPost(block)) ? null : LeftOutReason.Related;
        // A heading made of somebody's words would be taken for a quote.
        if (block.IsHeading && (block.Tag == "h1" || (IsSaid(block.Text) && _witness?.Holds(block.Text) != true)))
            return LeftOutReason.Teaser;
        if (block.IsHeading && sign is LineSign.None or LineSign.Navigation)
            return LineSigns.IsNavigationHeading(block.Text) ? LeftOutReason.Navigation : null;
        if (sign != LineSign.None)
            return OfSign(sign);
        if (block.LinkShare > 0.6 && !block.Shape.EndsSentence)
            return LeftOutReason.Related;
        // Prices, names of goods, messages of a form.
        if (_witness?.Holds(block.Text) == false
            && !block.Shape.EndsSentence
            && !block.IsHeading
            && block.Tag is not ("li" or "td" or "th" or "dt" or "dd"))
            return LeftOutReason.Related;
        var isLoose = block.Tag is not ("p" or "li" or "blockquote" or "td" or "dd" or "pre");
        return isLoose && block.Shape.Words < MinLooseWords && !block.Shape.EndsSentence ? LeftOutReason.Navigation : null;
    }

    /// <summary>Whether the signature belongs to the last post kept. A post of only a picture has no words to sign.</summary>
    private bool IsOfLastPost(Block signature) =>
        _kept.Count > 0 && ReferenceEquals(_kept[^1].Block.Element.ParentElement, signature.Element);

    /// <summary>
    /// Whether the heading contains somebody's words: it begins with quoted words, or with a name, a colon and such words. Titles, which
    /// have capitals, and one or two words do not count.
    /// </summary>
    private static bool IsSaid(ReadOnlySpan<char> heading)
    {
        var open = heading.IndexOfAny("\"“”„«‘");
        if (open < 0 || heading[..open].TrimEnd() is not ([] or [.., ':']))
            return false;
        var said = heading[(open + 1)..];
        if (said.LastIndexOfAny("\"”“»’") is > 0 and var close)
            said = said[..close];
        return LineShape.Of(said) is { Words: >= MinSaidWords } shape && shape.Capitalised < shape.Words * CapitalsOfTitle;
    }

    private static LeftOutReason OfSign(LineSign sign) => sign switch
    {
        LineSign.Legal => LeftOutReason.Legal,
        LineSign.Caption => LeftOutReason.Caption,
        LineSign.Credit or LineSign.Byline or LineSign.Date => LeftOutReason.Credit,
        LineSign.Related or LineSign.RelatedHeading => LeftOutReason.Related,
        LineSign.SummaryHeading => LeftOutReason.Teaser,
        _ => LeftOutReason.Navigation,
    };

    private void Leave(Block block, LeftOutReason reason)
    {
        if (_kept.Count > 0)
            _kept[^1] = _kept[^1] with { IsFollowed = false };
        _leftOut.Add(new LeftOut(block.Text, reason));
        if (reason == LeftOutReason.Caption)
            _captions.Add(block.Text);
    }
}
