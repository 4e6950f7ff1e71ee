using Ingest.Text.Articles.Lines;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Ingest.Text.Articles.Pdf;

/// <param name="Title">The lines of the largest type on the first page; null when none is larger than the text.</param>
/// <param name="Paragraphs">In reading order, columns and pages joined.</param>
/// <param name="Repeated">Head and foot lines.</param>
internal sealed record PdfText(string? Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Repeated)
{
    // The three shares were chosen by hand.
    // Times the size of most of the text, from which on type is a headline's.
    private const double HeadlineSize = 1.3;

    // Share of the largest size; smaller type is not the headline's.
    private const double SizeOfTitle = 0.95;

    // Share of the type's size by which a paragraph's first line is indented, at least.
    private const double Indent = 0.7;

    // Most blocks of a page whose reading order is found by comparing each with every other. Chosen by hand: a newspaper's page has some
    // hundred; a page with more is a map, or scattered letters.
    private const int MaxOrdered = 1_000;

    // On several threads, the library's results come in the order in which the threads end, and the same page gives different texts.
    private static readonly DocstrumBoundingBoxes OnOneThread = new(new() { MaxDegreeOfParallelism = 1 });

    /// <summary>The blocks that the library finds on the pages. The library may throw anything.</summary>
    public static List<Block> BlocksOf(IEnumerable<PageLetters> pages, PdfBounds bounds) =>
        [.. pages.SelectMany((page, number) => BlocksOf(page, bounds).Select(block => new Block(block, number)))];

    public static PdfText Of(List<Block> blocks)
    {
        var ofFirstPage = blocks.Where(block => block.Page == 0).SelectMany(block => block.Lines).ToList();
        var largest = ofFirstPage.Select(line => line.Size).DefaultIfEmpty().Max();
        var title = largest >= TextSize(blocks) * HeadlineSize
            ? string.Join(' ', ofFirstPage.Where(line => line.Size > largest * SizeOfTitle).Select(line => line.Text))
            : null;
        var repeated = RepeatedIn(blocks);
        var lines = new List<IReadOnlyList<string>>();
        foreach (var block in blocks.Where(block => !repeated.Contains(block)))
        {
            foreach (var paragraph in Cut([.. block.Lines.Where(line => title is null
                || block.Page > 0
                || line.Size <= largest * SizeOfTitle)]))
            {
                // A column or a page ends within a sentence, and the next goes on.
                if (lines.Count > 0 && GoesOn(lines[^1][^1], paragraph[0]))
                    lines[^1] = [.. lines[^1], .. paragraph];
                else
                    lines.Add(paragraph);
            }
        }

        var hyphens = new LineJoiner(lines.SelectMany(paragraph => paragraph));
        return new PdfText(
            title, [.. lines.Select(hyphens.Join)], [.. repeated.Select(block => block.Text).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The size of most characters; 0 where there are none.</summary>
    private static double TextSize(List<Block> blocks) =>
        blocks.SelectMany(block => block.Lines).GroupBy(line => Math.Round(line.Size, 1))
            .OrderByDescending(sizes => sizes.Sum(line => line.Text.Length)).FirstOrDefault()?.Key ?? 0;

    /// <summary>The same words on several pages, whatever the number beside them, and numbers alone.</summary>
    private static HashSet<Block> RepeatedIn(List<Block> blocks) =>
        blocks.Where(block => block.Lines.Count <= 2).GroupBy(block => Unnumbered(block.Text))
            .Where(same => same.Key.Length == 0 || same.Select(block => block.Page).Distinct().Count() > 1)
            .SelectMany(same => same).ToHashSet();

    private static IEnumerable<TextBlock> BlocksOf(PageLetters page, PdfBounds bounds)
    {
        bounds.ThrowIfOver();
        var words = WordsOf(bounds).GetWords(page.Letters).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        bounds.ThrowIfEnded();
        if (words.Count == 0)
            return [];
        var blocks = OnOneThread.GetBlocks(words);
        bounds.ThrowIfEnded();
        if (blocks.Count > MaxOrdered)
            return blocks;
        return UnsupervisedReadingOrderDetector.Instance.Get(blocks).OrderBy(block => block.ReadingOrder);
    }

    /// <summary>
    /// The library's finder of words, which calls <see cref="PdfBounds.ThrowIfEnded"/> for each letter: this takes the longest of a
    /// page's work.
    /// </summary>
    private static NearestNeighbourWordExtractor WordsOf(PdfBounds bounds) => new(new()
    {
        MaxDegreeOfParallelism = 1,
        FilterPivot = letter =>
        {
            bounds.ThrowIfEnded();
            return !string.IsNullOrWhiteSpace(letter.Value);
        },
    });

    private static IEnumerable<IReadOnlyList<string>> Cut(List<Line> lines)
    {
        var paragraph = new List<string>();
        var left = lines.Count == 0 ? 0 : lines.Min(line => line.Left);
        foreach (var line in lines)
        {
            if (paragraph.Count > 0 && line.Left - left > line.Size * Indent && LineShape.Of(paragraph[^1]).EndsSentence)
            {
                yield return paragraph;
                paragraph = [];
            }

            paragraph.Add(line.Text);
        }

        if (paragraph.Count > 0)
            yield return paragraph;
    }

    private static bool GoesOn(string end, string start) => !LineShape.Of(end).EndsSentence && char.IsLower(start[0]);

    private static string Unnumbered(string text) => Likeness.Fold(new string([.. text.Where(c => !char.IsDigit(c))])).Trim();

    internal sealed record Block(IReadOnlyList<Line> Lines, int Page)
    {
        public Block(TextBlock block, int page)
            : this([.. block.TextLines.Select(Line.Of).Where(line => line.Text.Length > 0)], page)
        {
        }

        public string Text => string.Join(' ', Lines.Select(line => line.Text));
    }

    internal readonly record struct Line(string Text, double Left, double Size)
    {
        public static Line Of(TextLine line) =>
            new(
                CleanText.Of(line.Text),
                line.BoundingBox.Left,
                line.Words.SelectMany(word => word.Letters).Average(letter => letter.PointSize));
    }
}
