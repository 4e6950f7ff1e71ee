using Ingest.Text.Entities.Linking.People.Titles;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// Finds the speaker of each quotation: the nearest subject of a reporting verb outside quotations in the same paragraph; in a paragraph
/// that is only a quotation, the last speaker. This is coarse: it only prevents that a speaker is taken for a person spoken of.
/// </summary>
internal sealed class SpeakerMap(Scene scene, Phrase?[] phrases)
{
    private readonly Referent?[] _speakers = new Referent?[scene.QuotationCount + 1];
    private Referent? _last;

    /// <summary>The speaker at this token; null outside quotations, and where the speaker is unknown.</summary>
    public Referent? Of(int token) => _speakers[scene.Quotations[token]];

    /// <summary>
    /// Reads the paragraph of these sentences, once its pronouns outside quotations are linked; false when it contains no quotation.
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
    /// Index of the noun for people who speak for the person, "a spokesman [for] Mr. Roe said", "lawyers [for] Roe say"; −1 where the
    /// person speaks himself.
    /// </summary>
    private int SpokenFor(Phrase phrase)
    {
        var link = phrase.First - 1;
        while (link > 0 && scene.IsCapital(link) && (scene.Is(link, WordUse.Person) || TitleWords.IsAddressForm(scene.Text(link))))
            link--;
        return scene.Text(link) is "for" or "of" or "to" && IsHuman(link - 1) ? link - 1 : -1;
    }

    /// <summary>Whether the noun means one person or several, and is no office ("the Minister for Health Roe").</summary>
    private bool IsHuman(int at) =>
        (!scene.IsCapital(at) || at == scene.Doc.Sentences[scene.Doc.SentenceAt(scene.Doc.Tokens[at].Span.Start)].FirstToken)
        && (scene.Is(at, WordUse.Person | WordUse.Kin) || scene.Text(at) is "rep"
            || (scene.Text(at) is [.. var one, 's'] && (WordUses.Of(one) & WordUse.Person) != 0));

    /// <summary>
    /// Gives the quotations between two speakers: a quotation that ends in the second one's sentence is the second one's; others are the
    /// first one's, if there is one.
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
