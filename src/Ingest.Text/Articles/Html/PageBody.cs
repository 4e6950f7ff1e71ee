namespace Ingest.Text.Articles.Html;

/// <summary>What the blocks around the body come down to: its paragraphs, and what stands between them.</summary>
internal sealed class PageBody
{
    // Words. A shorter block that a site calls neither paragraph nor item is a label.
    private const int MinLooseWords = 5;

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly List<string> _paragraphs = [];
    private readonly List<LeftOut> _leftOut = [];
    private readonly List<string> _captions = [];

    private PageBody()
    {
    }

    public IReadOnlyList<string> Paragraphs => _paragraphs;

    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    public IReadOnlyList<string> Captions => _captions;

    /// <summary>The block of the first paragraph; null when there is none.</summary>
    public Block? First { get; private set; }

    public static PageBody Of(IReadOnlyList<(Block Block, LeftOutReason? Foreign)> blocks, string? title, IReadOnlyList<string> writers)
    {
        var body = new PageBody();
        var foldedTitle = Likeness.Fold(title);
        var (isInBox, isInSummary) = (false, false);
        foreach (var (whole, foreign) in blocks)
        {
            if (body._paragraphs.Count > 0 && whole.Sign == LineSign.CommentsHeading)
                break;
            foreach (var block in Lines(whole, foldedTitle))
            {
                // A box ends with the next paragraph; a summary's points may be sentences, but are no paragraphs.
                var endsBox = foreign is null && (isInSummary ? block.Tag != "li" : block.IsProse || block.IsHeading);
                isInSummary = block.Sign == LineSign.SummaryHeading || (isInSummary && !endsBox);
                isInBox = isInSummary || block.Sign == LineSign.RelatedHeading || (isInBox && !endsBox);
                var ownSign = block.Sign == LineSign.None && SiteNote.Presents(block.Text, block.Shape, writers) ? LineSign.Credit : block.Sign;
                body.Take(block, foreign, isInSummary ? LineSign.SummaryHeading : isInBox ? LineSign.Related : ownSign, foldedTitle);
            }
        }

        return body;
    }

    /// <summary>The lines of a block one by one where one of them is no text: headline, byline and day divided by single breaks.</summary>
    private static IEnumerable<Block> Lines(Block block, string foldedTitle)
    {
        if (!block.Text.Contains('\n'))
            return [block];
        var lines = block.Text.Split('\n').Select(line => Block.Of(block.Element, line, block.LinkShare, block.Surroundings)).ToList();
        return lines.Any(line => line.Sign != LineSign.None || Likeness.Fold(line.Text) == foldedTitle) ? lines : [block];
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
            First ??= block;
            _paragraphs.Add(block.Text);
        }
    }

    private static LeftOutReason? Reason(Block block, LineSign sign, string foldedTitle)
    {
        if (Likeness.Fold(block.Text) == foldedTitle)
            return LeftOutReason.Duplicate;
        // A heading made of somebody's words would be taken for a quote.
        if (block.IsHeading && (block.Tag == "h1" || block.Text.AsSpan().IndexOfAny("\"“”„«‘") >= 0))
            return LeftOutReason.Teaser;
        if (block.IsHeading && sign is LineSign.None or LineSign.Navigation)
            return null;
        if (sign != LineSign.None)
            return OfSign(sign);
        if (block.LinkShare > 0.6 && !block.Shape.EndsSentence)
            return LeftOutReason.Related;
        var isLoose = block.Tag is not ("p" or "li" or "blockquote" or "td" or "dd" or "pre");
        return isLoose && block.Shape.Words < MinLooseWords && !block.Shape.EndsSentence ? LeftOutReason.Navigation : null;
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
        _leftOut.Add(new LeftOut(block.Text, reason));
        if (reason == LeftOutReason.Caption)
            _captions.Add(block.Text);
    }
}
