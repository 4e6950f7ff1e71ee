using Ingest.Text.Entities.Linking.People.Titles;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// Who speaks in which quotation, by the nearest subject of a reporting verb outside quotations in the same paragraph, or, in a paragraph
/// of nothing but a quotation, who spoke last. Coarse: it only keeps a speaker from being taken for somebody spoken of.
/// </summary>
internal sealed class SpeakerMap(Scene scene, Phrase?[] phrases)
{
    private readonly Referent?[] _speakers = new Referent?[scene.QuotationCount + 1];
    private Referent? _last;

    /// <summary>Who speaks at this token; null outside quotations and where nobody is known.</summary>
    public Referent? Of(int token) => _speakers[scene.Quotations[token]];

    /// <summary>
    /// Reads the paragraph of these sentences, once its pronouns outside quotations are known; false when it holds no quotation.
    /// </summary>
    public bool Learn(int firstSentence, int endSentence)
    {
        var end = scene.Doc.Sentences[endSentence - 1].EndToken;
        var open = scene.Doc.Sentences[firstSentence].FirstToken;   // quotations from here on have no speaker yet
        var hasQuotation = false;
        Referent? speaker = null;
        for (var i = open; i < end; i++)
        {
            hasQuotation |= scene.Quotations[i] != 0;
            if (scene.Quotations[i] != 0 || phrases[i] is not { } phrase || !phrase.Speaks(scene))
                continue;
            var referent = SpokenFor(phrase) is >= 0 and var human ? phrases[human]?.Referent ?? new Referent(null, 0) : phrase.Referent;
            Give(open, i, speaker, referent);
            speaker = referent;
            open = i;
        }

        Give(open, end, speaker, speaker ?? _last);
        _last = speaker ?? _last;
        return hasQuotation;
    }

    /// <summary>
    /// "a spokesman [for] Mr. Roe said", "lawyers [for] Roe say": the noun of those who speak for somebody; −1 where he does himself.
    /// </summary>
    private int SpokenFor(Phrase phrase)
    {
        var link = phrase.First - 1;
        while (link > 0 && scene.IsCapital(link) && (scene.Is(link, WordUse.Person) || TitleWords.IsAddressForm(scene.Text(link))))
            link--;
        return scene.Text(link) is "for" or "of" or "to" && IsHuman(link - 1) ? link - 1 : -1;
    }

    /// <summary>One or many, and no office ("the Minister for Health Roe").</summary>
    private bool IsHuman(int at) =>
        (!scene.IsCapital(at) || at == scene.Doc.Sentences[scene.Doc.SentenceAt(scene.Doc.Tokens[at].Span.Start)].FirstToken)
        && (scene.Is(at, WordUse.Person | WordUse.Kin) || scene.Text(at) is "rep"
            || (scene.Text(at) is [.. var one, 's'] && (WordUses.Of(one) & WordUse.Person) != 0));

    /// <summary>
    /// Quotations between two who speak: one that ends in the sentence of the second is the second's, others are the first's, where there
    /// is one.
    /// </summary>
    private void Give(int from, int to, Referent? first, Referent? second)
    {
        var sentence = to < scene.Count ? scene.Doc.Sentences[scene.Doc.SentenceAt(scene.Doc.Tokens[to].Span.Start)].FirstToken : to;
        for (var i = to - 1; i >= from; i--)
        {
            if (scene.Quotations[i] is var quotation and > 0)
                _speakers[quotation] ??= i >= sentence ? second : first ?? second;
        }
    }
}
