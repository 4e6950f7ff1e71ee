using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking;

/// <summary>
/// Gives he and she to the person meant. Every paragraph is walked twice: first outside its quotations, then within them, because who speaks,
/// and so is never "he" there, is often told by a pronoun behind the quotation.
/// </summary>
internal sealed class PronounLinker
{
    private readonly Document _doc;
    private readonly Scene _scene;
    private readonly Antecedents _antecedents;

    // For each token the phrase that begins there: names and descriptions from the start, pronouns as they become known.
    private readonly Phrase?[] _phrases;

    public PronounLinker(Scene scene, IReadOnlyList<Phrase> phrases)
    {
        (_doc, _scene) = (scene.Doc, scene);
        _antecedents = new Antecedents(scene);
        _phrases = new Phrase?[scene.Count];
        foreach (var phrase in phrases)
            _phrases[phrase.First] = phrase;
        GenderEvidence.Weigh(scene, _phrases);
    }

    /// <summary>Adds what is sure to the people's mentions.</summary>
    public void Link()
    {
        var speakers = new SpeakerMap(_scene, _phrases);
        for (var first = 0; first < _doc.Sentences.Count;)
        {
            var end = first + 1;
            while (end < _doc.Sentences.Count && _doc.Sentences[end].Paragraph == _doc.Sentences[first].Paragraph)
                end++;
            _antecedents.Keep();
            Walk(first, end, speakers, inQuotations: false);
            if (speakers.Learn(first, end))
            {
                _antecedents.Return();
                Walk(first, end, speakers, inQuotations: true);
            }

            first = end;
        }
    }

    private void Walk(int first, int end, SpeakerMap speakers, bool inQuotations)
    {
        for (var s = first; s < end; s++)
        {
            var sentence = _doc.Sentences[s];
            _antecedents.Enter(s);
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (_phrases[i] is { } phrase)
                {
                    _antecedents.See(phrase, FunctionOf(phrase, sentence));
                    i = phrase.End - 1;
                }
                else if (Pronoun.Read(_scene, i) is not { } pronoun)
                {
                    _antecedents.Pass(i);
                }
                else if ((_scene.Quotations[i] != 0) == inQuotations
                    && _antecedents.Best(pronoun, Cataphora.Find(_scene, _phrases, pronoun, sentence), speakers.Of(i)) is { } meant)
                {
                    Take(pronoun, meant, sentence);
                }
            }
        }
    }

    private Function FunctionOf(Phrase phrase, Sentence sentence) =>
        Pronoun.Read(_scene, phrase.First) is not { } pronoun ? phrase.FunctionIn(_scene, sentence)
        : pronoun.Form == PronounForm.Subject ? Function.Subject : Function.Object;

    private void Take(Pronoun pronoun, Referent meant, Sentence sentence)
    {
        var phrase = new Phrase(pronoun.At, pronoun.At + 1, meant);
        _phrases[pronoun.At] = phrase;
        _antecedents.See(phrase, FunctionOf(phrase, sentence));
        if (meant.Person is not { } person)
            return;
        person.Mentions.Add(new Mention(_doc.Tokens[pronoun.At].Span, EntityType.Person, MentionKind.Pronoun));
        if (person.Gender == Gender.Unknown)
            person.Gender = pronoun.Gender;
    }
}
