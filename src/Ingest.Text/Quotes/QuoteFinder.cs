using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Speakers;
using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes;

/// <summary>Finds the quotes of an article: what was said, its cue and its speaker.</summary>
public sealed class QuoteFinder
{
    // Quotes below this confidence are right fewer than three times in ten.
    private const double MinConfidence = 0.25;

    // For cues without a reporting verb, "has blanketed the airwaves", "the board was not convinced", and for deeds of nobody: fewer of
    // these quotes are right than their confidence says.
    private const double MinWithoutVerb = 0.3;

    // For one or two words such as "praised the mayor": readers see no quote in them, so the confidence must be higher.
    private const double MinOfFragment = 0.45;

    // For deeds and attitudes, "found the ruins of a palace", and for what was not said, "never said that": PolNeAR labels them, but
    // nobody says them.
    private const double MaxOfDeed = 0.4;

    // In other news, 58 pronouns below this certainty were read: 41 were given to the right person. Of 32 between it and .95, 31 were.
    private const double Doubtful = 0.85;

    private static readonly WordSet Articles = WordSet.InAnyCase("a an the");

    private readonly AttributionFinder _attributions;
    private readonly Calibration _calibration;

    public QuoteFinder() : this(QuoteModel.Default)
    {
    }

    internal QuoteFinder(QuoteModel model) => (_attributions, _calibration) = (new AttributionFinder(model), model.Calibration);

    /// <summary>The quotes, in order of their first span. No two quotes share a character of quoted words.</summary>
    /// <param name="doc">The article.</param>
    /// <param name="entities">All entities that the article names.</param>
    /// <param name="cancellationToken">Ends the work between two passages.</param>
    public IReadOnlyList<Quote> Find(Document doc, IReadOnlyList<Entity> entities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(doc);
        ArgumentNullException.ThrowIfNull(entities);
        var passages = PassagesOf(doc);
        var speakers = new SpeakerResolver(doc, entities);
        var quotes = new List<Quote>();
        var taken = new HashSet<int>();
        foreach (var turn in Turns.Find(doc, entities, speakers))
        {
            taken.UnionWith(turn.Paragraphs);
            quotes.Add(QuoteOf(QuoteKind.Direct, turn.Words, turn.Speaker, cue: null, Confidence.Of(turn.Sieve)));
        }

        passages.RemoveAll(passage => taken.Contains(passage.Paragraph));
        foreach (var draft in Drafts(doc, entities, speakers, passages, cancellationToken))
        {
            var confidence = draft.Attribution.Evidence is { } evidence
                ? _calibration.Of(evidence, draft.Kind)
                : Confidence.Of(draft.Attribution.Sieve!.Value);
            if (draft.Attribution.Evidence is not null && (confidence < Least(draft) || SaysNothing(draft) || IsOfArticle(draft)))
                continue;
            if ((draft.Kind == QuoteKind.Indirect && !draft.Attribution.IsSaid) || Unsaid.Is(draft.Attribution))
                confidence = Math.Min(confidence, MaxOfDeed);
            var speaker = draft.Attribution.Source is { } source ? speakers.Resolve(source, draft.Spans) : null;
            if (speaker?.Certainty < Doubtful)
                confidence *= speaker.Certainty;
            quotes.Add(QuoteOf(
                draft.Kind, draft.Spans, speaker, draft.Attribution.Cue is { } cue ? WithoutThen(cue, doc.Text) : null, confidence));
        }

        return speakers.TellNameless([.. quotes.OrderBy(quote => quote.Spans[0])]);
    }

    private static List<Passage> PassagesOf(Document doc) => DatelineHead.LeaveOut(doc, PassageSplitter.Split(doc));

    /// <summary>The drafts that become quotes, before their confidence is known.</summary>
    internal IReadOnlyList<Draft> Drafts(Document doc, IReadOnlyList<Entity> entities) =>
        Drafts(doc, entities, new SpeakerResolver(doc, entities), PassagesOf(doc), CancellationToken.None);

    private IReadOnlyList<Draft> Drafts(
        Document doc, IReadOnlyList<Entity> entities, SpeakerResolver speakers, IReadOnlyList<Passage> passages,
        CancellationToken cancellationToken) =>
        QuoteAssembler.Assemble(doc, _attributions, new NameMap(entities), speakers, passages, cancellationToken);

    /// <summary>The least confidence that the draft must have.</summary>
    private static double Least(Draft draft) => draft.Kind != QuoteKind.Indirect ? MinConfidence
        : IsFragment(draft) ? MinOfFragment
        : HasVerb(draft.Attribution) && (draft.Attribution.IsSaid || draft.Attribution.Source is not null) ? MinConfidence : MinWithoutVerb;

    /// <summary>Whether a word of the cue is a form of a reporting verb.</summary>
    private static bool HasVerb(Attribution attribution)
    {
        if (attribution.Cue is not { } cue)
            return false;
        var words = cue.In(attribution.Passage.Text);
        foreach (var word in words.Split(' '))
        {
            if (CueVerbs.Find(words[word]) is not null || words[word].Equals("according", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether one or two words are all that was said.</summary>
    private static bool IsFragment(Draft draft) =>
        draft.Spans is [var said] && said.In(draft.Attribution.Passage.Text).Count(' ') < 2;

    /// <summary>
    /// Whether the draft's content is only a pronoun, because the words said stand elsewhere: "denied [it]", "thinks [so]", "charges
    /// [which] she denies", "[charges, which] she denies".
    /// </summary>
    private static bool SaysNothing(Draft draft) =>
        draft.Kind == QuoteKind.Indirect && draft.Spans is [var said] && said.In(draft.Attribution.Passage.Text) is var word
        && ((WordClasses.Of(word) & (WordClass.Subject | WordClass.Object | WordClass.Determiner | WordClass.Relative)) != 0
            || word.Equals("so", StringComparison.OrdinalIgnoreCase) || word.EndsWith(", which", StringComparison.Ordinal));

    /// <summary>Whether what seems to speak is the article of another noun: "[The] alleged thief was in Elm", "[a] proposed dam".</summary>
    private static bool IsOfArticle(Draft draft) =>
        draft.Kind == QuoteKind.Indirect && draft.Attribution.Source is { Length: < 4 } source
        && Articles.Contains(source.In(draft.Attribution.Passage.Text));

    /// <summary>The cue without "then", which tells the order of events and not how something is said: "[then] noted".</summary>
    private static TextSpan WithoutThen(TextSpan cue, string text)
    {
        const string then = "then ";
        return cue.In(text).StartsWith(then, StringComparison.OrdinalIgnoreCase) ? new TextSpan(cue.Start + then.Length, cue.End) : cue;
    }

    private static Quote QuoteOf(QuoteKind kind, IReadOnlyList<TextSpan> spans, Speaker? speaker, TextSpan? cue, double confidence) =>
        new() { Kind = kind, Spans = spans, Speaker = speaker, Cue = cue, Confidence = confidence };
}
