using Ingest.Text.Documents;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>A quote of an article that its model did not learn from.</summary>
/// <param name="Evidence">What the model thinks of it.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="IsRight">Whether a label's content is overlapped by 0.8, and its source touched.</param>
internal readonly record struct JudgedQuote(Evidence Evidence, QuoteKind Kind, bool IsRight)
{
    /// <summary>Those that the model found; the rules' own are left out.</summary>
    public static IEnumerable<JudgedQuote> In(ReadArticle article, QuoteModel model)
    {
        foreach (var draft in new QuoteFinder(model).Drafts(article.Doc, article.Entities))
        {
            if (draft.Attribution.Evidence is not { } evidence)
                continue;
            var nearest = article.Labelled.Attributions.MaxBy(label => Overlap(article.Doc.Text, draft.Spans, label.Content));
            yield return new JudgedQuote(
                evidence, draft.Kind, nearest is not null && Overlap(article.Doc.Text, draft.Spans, nearest.Content) >= 0.8
                && (draft.Attribution.Source is { } source ? nearest.Source.Any(source.Overlaps) : nearest.Source.Length == 0));
        }
    }

    /// <summary>Letters and digits common to both, of those in either.</summary>
    public static double Overlap(string text, IReadOnlyList<TextSpan> first, IReadOnlyList<TextSpan> second)
    {
        if (first.Count == 0 || second.Count == 0 || first[0].Start >= second[^1].End || second[0].Start >= first[^1].End)
            return 0;
        HashSet<int> Letters(IReadOnlyList<TextSpan> spans) =>
            [.. spans.SelectMany(span => Enumerable.Range(span.Start, span.Length)).Where(i => char.IsLetterOrDigit(text[i]))];
        var (a, b) = (Letters(first), Letters(second));
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : common / (double)(a.Count + b.Count - common);
    }
}
