using System.Buffers;
using Ingest.Text.Documents;
using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// Links "he" and "she" to the person meant, and "they" to a person of whom the article says so. It walks the article several times,
/// because only at the article's end is known what its pronouns tell about gender; only the last walk counts. In each walk it reads each
/// paragraph twice: first outside its quotations, then inside. A speaker is never "he" in his own words, and often only a pronoun behind
/// the quotation tells who he is.
/// </summary>
internal sealed class PronounLinker : IDisposable
{
    // At most so many walks until the genders settle. Then, at most so many doubtful people whose other gender is tried.
    private const int MaxWalks = 3, MaxDoubtful = 4;

    private readonly Document _doc;
    private readonly Scene _scene;
    private readonly IReadOnlyList<Phrase> _named;
    private readonly GenderEvidence _evidence = new();
    private readonly HashSet<Referent> _neutral;

    // For each token, the phrase that begins there: names and descriptions from the start, pronouns once they are linked.
    private readonly Phrase?[] _phrases;   // rented, so longer than needed
    private readonly List<(Phrase Pronoun, float Certainty)> _linked = [];

    // Epithets found to mean one of the people, as the phrases were before.
    private readonly List<Phrase> _described = [];
    private Discourse _discourse;
    private Antecedents _antecedents;

    // Whether the links were made with the present genders.
    private bool _isRead;

    public PronounLinker(Scene scene, IReadOnlyList<Phrase> phrases)
    {
        (_doc, _scene, _named) = (scene.Doc, scene, phrases);
        _neutral = NeutralPeople.In(scene, phrases);
        _phrases = ArrayPool<Phrase?>.Shared.Rent(scene.Count);
        (_discourse, _antecedents) = Begin();
        foreach (var phrase in phrases)
            _phrases[phrase.First] = phrase;
    }

    // Left clean, for the next article, and so that nothing of this one stays.
    public void Dispose() => ArrayPool<Phrase?>.Shared.Return(_phrases, clearArray: true);

    /// <summary>Adds the sure links to the people's mentions.</summary>
    public void Link(CancellationToken cancellationToken = default)
    {
        var likelihood = Read(cancellationToken);
        foreach (var referent in _evidence.Doubtful.Take(MaxDoubtful).ToList())
        {
            var odds = Referents.Select(other => (other, other.Odds)).ToList();
            referent.Odds = referent.Odds > 0 ? -GenderPrior.Sure : GenderPrior.Sure;
            if (Read(cancellationToken) is var turned && turned > likelihood)
            {
                likelihood = turned;
                continue;
            }

            foreach (var (other, was) in odds)
                other.Odds = was;
            _isRead = false;
        }

        if (!_isRead)
            WalkAll(cancellationToken);
        foreach (var (phrase, certainty) in _linked)
        {
            phrase.Referent.Person?.Mentions.Add(
                new Mention(_doc.Tokens[phrase.First].Span, EntityType.Person, MentionKind.Pronoun) { Certainty = certainty });
        }

        foreach (var phrase in _described)
            _phrases[phrase.First]!.Value.Referent.Person!.Mentions.Add(new Mention(
                _doc.Tokens[phrase.First].Span, EntityType.Person, MentionKind.Nominal));
    }

    private IEnumerable<Referent> Referents => _named.Select(phrase => phrase.Referent).Distinct();

    /// <summary>Walks until the genders settle; returns how likely the article is with them.</summary>
    private float Read(CancellationToken cancellationToken)
    {
        var likelihood = 0f;
        _isRead = false;
        for (var walk = 0; walk < MaxWalks && !_isRead; walk++)
        {
            WalkAll(cancellationToken);
            likelihood = _evidence.Settle();
            _isRead = !_evidence.IsNews;
        }

        return likelihood;
    }

    private void WalkAll(CancellationToken cancellationToken)
    {
        Forget();
        var speakers = new SpeakerMap(_scene, _phrases);
        for (var first = 0; first < _doc.Sentences.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = first + 1;
            while (end < _doc.Sentences.Count && _doc.Sentences[end].Paragraph == _doc.Sentences[first].Paragraph)
                end++;
            _discourse.Keep();
            Walk(first, end, speakers, inQuotations: false);
            if (speakers.Learn(first, end))
            {
                _discourse.Return();
                Walk(first, end, speakers, inQuotations: true);
            }

            first = end;
        }
    }

    private void Forget()
    {
        foreach (var (phrase, _) in _linked)
            _phrases[phrase.First] = null;
        _linked.Clear();
        foreach (var phrase in _described)
            _phrases[phrase.First] = phrase;
        _described.Clear();
        foreach (var phrase in _named)
            phrase.Referent.Forget();
        (_discourse, _antecedents) = Begin();
    }

    private (Discourse Discourse, Antecedents Antecedents) Begin()
    {
        var discourse = new Discourse(_scene);
        return (discourse, new Antecedents(_scene, discourse, new Binding(_scene, _phrases, discourse), _evidence, _neutral));
    }

    private void Walk(int first, int end, SpeakerMap speakers, bool inQuotations)
    {
        for (var s = first; s < end; s++)
        {
            var sentence = _doc.Sentences[s];
            _discourse.Enter(s);
            Dictionary<Referent, int>? lastNamed = null;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (_phrases[i] is { } phrase)
                {
                    if (!inQuotations && phrase.Referent.Epithet is { } epithet && IsSubject(phrase, sentence)
                        && _antecedents.Best(epithet, i, lastNamed ??= LastBehind(i, sentence)) is { } described)
                    {
                        _described.Add(phrase);
                        _phrases[i] = phrase = phrase with { Referent = described };
                    }

                    _discourse.See(phrase, FunctionOf(phrase, sentence));
                    i = phrase.End - 1;
                }
                else if (_neutral.Count > 0 && NeutralPeople.IsPronoun(_scene, i))
                {
                    if ((_scene.Quotations[i] != 0) == inQuotations && _antecedents.Neutral(i, speakers.Of(i)) is { } one)
                        Take(i, one, certainty: 1, sentence);
                    else
                        _discourse.Pass(i);
                }
                else if (Pronoun.Read(_scene, i) is not { } pronoun)
                {
                    _discourse.Pass(i);
                }
                else if ((_scene.Quotations[i] != 0) == inQuotations
                    && _antecedents.Best(pronoun, Cataphora.Find(_scene, _phrases, pronoun, sentence), speakers.Of(i)) is { } meant)
                {
                    Take(i, meant.Referent, meant.Certainty, sentence);
                }
            }
        }
    }

    private Function FunctionOf(Phrase phrase, Sentence sentence) =>
        Pronoun.Read(_scene, phrase.First) is not { } pronoun ? phrase.FunctionIn(_scene, sentence)
        : pronoun.Form == PronounForm.Subject ? Function.Subject : Function.Object;

    /// <summary>
    /// Whether a description outside quotations is surely the subject of the words behind it, or of the quotation before it.
    /// </summary>
    private bool IsSubject(Phrase phrase, Sentence sentence) =>
        _scene.Quotations[phrase.First] == 0 && phrase.FunctionIn(_scene, sentence) == Function.Subject
        && (_scene.IsVerb(phrase.End)
            || _scene.IsComma(phrase.End)
            || _scene.Is(phrase.End, WordUse.Adverb)
            || _scene.Quotations[sentence.FirstToken] != 0);

    /// <summary>
    /// The people mentioned in the sentence behind this token, each with the last place. It holds for later tokens, too: nothing there
    /// changes until they are walked.
    /// </summary>
    private Dictionary<Referent, int> LastBehind(int at, Sentence sentence)
    {
        var last = new Dictionary<Referent, int>();
        for (var i = at + 1; i < sentence.EndToken; i++)
        {
            if (_phrases[i] is { } phrase)
                last[phrase.Referent] = i;
        }

        return last;
    }

    private void Take(int at, Referent meant, float certainty, Sentence sentence)
    {
        var phrase = new Phrase(at, at + 1, meant);
        _phrases[at] = phrase;
        _discourse.See(phrase, FunctionOf(phrase, sentence));
        _linked.Add((phrase, certainty));
    }
}
