using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Recognises a word in small letters, "turkey", "polish", in a text that writes names with capitals: it is no place and no people.
/// </summary>
internal sealed class SmallLetters(Document doc)
{
    // The sentence read last: mentions come in order, and a sentence may contain thousands.
    private int _sentence = -1;
    private bool _hasCapitals;

    public bool IsThing(Mention mention)
    {
        var name = mention.Span.In(doc.Text);
        return mention.Type is EntityType.Location or EntityType.Group && !name.ContainsAnyExceptInRange('a', 'z')
            && (mention.Type == EntityType.Location || (Gazetteer.Default.Find(name) & WordLists.Demonym) != 0)
            && HasCapitals(doc.SentenceAt(mention.Span.Start));
    }

    private bool HasCapitals(int sentence)
    {
        if (sentence == _sentence)
            return _hasCapitals;
        _sentence = sentence;
        var whole = doc.Sentences[sentence];
        return _hasCapitals = whole.Span.In(doc.Text).ContainsAnyInRange('A', 'Z') && SentenceCases.Of(doc, whole) == SentenceCase.Normal;
    }
}
