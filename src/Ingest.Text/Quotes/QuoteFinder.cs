using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Quotes;

/// <summary>Finds what was said, the words that say so, and who said it.</summary>
public sealed class QuoteFinder
{
    private readonly AttributionFinder _attributions;

    public QuoteFinder() : this(QuoteModel.Default)
    {
    }

    internal QuoteFinder(QuoteModel model) => _attributions = new AttributionFinder(model);

    /// <summary>Quotes in order of their first span; no two share a character of what was said in marks.</summary>
    public IReadOnlyList<Quote> Find(Document doc, IReadOnlyList<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(doc);
        ArgumentNullException.ThrowIfNull(entities);
        var passages = PassageSplitter.Split(doc);
        var speakers = new SpeakerResolver(doc, entities);
        var labels = LabelLines.Find(doc, speakers);
        var quotes = new List<Quote>();
        foreach (var (label, words) in labels.Values)
            quotes.Add(QuoteOf(QuoteKind.Direct, [words], speakers.ResolveLabel(label), cue: null, Confidence.Of(Sieve.Label)));
        foreach (var draft in QuoteAssembler.Assemble(doc, _attributions, speakers, [.. passages.Where(passage => !labels.ContainsKey(passage.Paragraph))]))
        {
            var speaker = draft.Attribution.Source is { } source ? speakers.Resolve(source) : null;
            quotes.Add(QuoteOf(draft.Kind, draft.Spans, speaker, draft.Attribution.Cue, draft.Attribution.Confidence));
        }

        return [.. quotes.OrderBy(quote => quote.Spans[0])];
    }

    private static Quote QuoteOf(QuoteKind kind, IReadOnlyList<TextSpan> spans, Speaker? speaker, TextSpan? cue, double confidence) =>
        new() { Kind = kind, Spans = spans, Speaker = speaker, Cue = cue, Confidence = confidence };
}
