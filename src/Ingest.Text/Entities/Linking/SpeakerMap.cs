namespace Ingest.Text.Entities.Linking;

/// <summary>
/// Who speaks in which quotation, by the nearest subject of a reporting verb outside quotations in the same paragraph, or, in a paragraph of
/// nothing but a quotation, who spoke last. Coarse: it only keeps a speaker from being taken for somebody spoken of.
/// </summary>
internal sealed class SpeakerMap(Scene scene, Phrase?[] phrases)
{
    private readonly Referent?[] _speakers = new Referent?[scene.QuotationCount + 1];
    private Referent? _last;

    /// <summary>Who speaks at this token; null outside quotations and where nobody is known.</summary>
    public Referent? Of(int token) => _speakers[scene.Quotations[token]];

    /// <summary>Reads the paragraph of these sentences, once its pronouns outside quotations are known; false when it holds no quotation.</summary>
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
            speaker = phrase.Referent;
            Give(open, i, speaker);
            open = i;
        }

        Give(open, end, speaker ?? _last);
        _last = speaker ?? _last;
        return hasQuotation;
    }

    private void Give(int from, int to, Referent? referent)
    {
        for (var i = from; i < to; i++)
        {
            if (scene.Quotations[i] is var quotation and > 0)
                _speakers[quotation] ??= referent;
        }
    }
}
