using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;
using Ingest.Text.Articles.PlainText;

namespace Ingest.Training.Lines;

/// <summary>The lines of a copied page, each with its features and with what the page's truth makes of it.</summary>
internal sealed class LineExamples
{
    // Words of a piece by which a line is looked up in the truth.
    private const int Piece = 4;

    public List<uint[]> Features { get; } = [];

    public List<LineClass> Classes { get; } = [];

    public List<float> Weights { get; } = [];

    /// <summary>On how many pages each feature was seen.</summary>
    public Dictionary<uint, int> Pages { get; } = [];

    /// <summary>Adds the page in all layouts, cut down to a few lines around its article as well, and the article alone.</summary>
    public void Add(LabelledPage page, Random random)
    {
        var truth = new Truth(page);
        var before = Features.Count;
        foreach (var layout in Enum.GetValues<CopyLayout>())
        {
            var text = PageCopy.Of(page.Html, layout);
            var lines = LineSplitter.Split(text);
            Add(lines, truth, weight: 1);
            if (Cut(lines, truth, random) is { } cut)
                Add(cut, truth, weight: 1);
        }

        string?[] alone =
        [
            page.Title,
            page.Authors is null ? null : "By " + page.Authors,
            page.Date,
            page.Text.Replace("\n", "\n\n", StringComparison.Ordinal),
        ];
        Add(LineSplitter.Split(string.Join("\n\n", alone.OfType<string>())), truth, weight: 0.5f);
        foreach (var feature in Features.Skip(before).SelectMany(own => own).ToHashSet())
            Pages[feature] = Pages.GetValueOrDefault(feature) + 1;
    }

    private void Add(List<TextLine> lines, Truth truth, float weight)
    {
        if (lines.Count == 0)
            return;
        var features = new LineFeatures(lines);
        var own = new List<uint>();
        var classes = truth.Label(lines);
        if (!classes.Contains(LineClass.Body))
            return;
        for (var i = 0; i < lines.Count; i++)
        {
            if (classes[i] is not { } labelled)
                continue;
            features.Fill(i, own);
            Features.Add([.. own]);
            Classes.Add(labelled);
            // A paragraph counts by its words where the body is judged.
            Weights.Add(weight * (float)Math.Clamp(Math.Sqrt(lines[i].Shape.Words) / 2, 0.5, 4));
        }
    }

    private static List<TextLine>? Cut(List<TextLine> lines, Truth truth, Random random)
    {
        var classes = truth.Label(lines);
        var (first, last) = (Array.IndexOf(classes, LineClass.Title), Array.LastIndexOf(classes, LineClass.Body));
        if (first < 0 || last < first)
            return null;
        var from = Math.Max(0, first - random.Next(12));
        var to = Math.Min(lines.Count, last + 1 + random.Next(12));
        return lines[from..to];
    }

    /// <summary>What is said of a page, folded.</summary>
    private sealed class Truth
    {
        private readonly HashSet<string> _pieces = new(StringComparer.Ordinal);
        private readonly HashSet<string> _paragraphs = new(StringComparer.Ordinal);
        private readonly string _title;
        private readonly HashSet<string> _authors;
        private readonly string? _date;

        public Truth(LabelledPage page)
        {
            _title = Likeness.Fold(page.Title);
            _authors =
                [.. Likeness.Fold(page.Authors)
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Where(word => word is not ("by" or "and"))];
            _date = page.Date?[..Math.Min(10, page.Date.Length)];
            foreach (var paragraph in page.Text.Split('\n'))
                _paragraphs.Add(Likeness.Fold(paragraph));
            _pieces.UnionWith(Pieces(Likeness.Fold(page.Text)));
        }

        /// <summary>Null for a line of which the truth says too little.</summary>
        public LineClass?[] Label(List<TextLine> lines)
        {
            var classes = new LineClass?[lines.Count];
            for (var i = 0; i < lines.Count; i++)
                classes[i] = Label(lines[i]);
            // A short line of the article is one only beside its paragraphs; elsewhere it is a link.
            var isBody = classes.Select(label => label == LineClass.Body).ToArray();
            for (var i = 0; i < lines.Count; i++)
            {
                if (classes[i] == LineClass.Body && lines[i].Shape.Words < 8 && !IsNearParagraph(i))
                    classes[i] = LineClass.Other;
            }

            return classes;

            bool IsNearParagraph(int i) =>
                Enumerable.Range(i - 4, 9).Any(j => j >= 0 && j < lines.Count && isBody[j] && lines[j].Shape.Words >= 12);
        }

        private LineClass? Label(TextLine line)
        {
            if (_title.Length > 4 && line.Folded == _title)
                return LineClass.Title;
            if (_paragraphs.Contains(line.Folded))
                return LineClass.Body;
            if (line.Shape.Words <= 15)
            {
                if (_authors.Count > 0 && IsAuthors(line.Text))
                    return LineClass.Byline;
                if (_date is not null && WrittenDate.Find(line.Text)?.ToString().StartsWith(_date, StringComparison.Ordinal) == true)
                    return LineClass.Date;
            }

            if (line.Shape.Words < Piece)
                return LineClass.Other;
            int all = 0, common = 0;
            foreach (var piece in Pieces(line.Folded))
            {
                all++;
                common += _pieces.Contains(piece) ? 1 : 0;
            }

            var share = all == 0 ? 0 : (double)common / all;
            return share > 0.7 ? LineClass.Body : share > 0.3 ? null : LineClass.Other;
        }

        private bool IsAuthors(string line)
        {
            var said = Byline.NamesOf(line)
                .SelectMany(name => Likeness.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .ToHashSet();
            return said.Count > 0 && said.Intersect(_authors).Count() * 2 >= said.Union(_authors).Count();
        }

        private static IEnumerable<string> Pieces(string folded)
        {
            var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i + Piece <= words.Length; i++)
                yield return string.Join(' ', words, i, Piece);
        }
    }
}
