using Ingest.Text.Documents;
using Ingest.Text.Quotes.Rules;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the speaker of a quotation without an attribution: the one who spoke last, in this paragraph or the one before. If a sentence
/// after that, in this paragraph, tells of somebody else, that one speaks. Where nobody spoke, the last one told of speaks.
/// <code>Roe shook her head. "…"</code>
/// </summary>
internal sealed class LastSpeaker(SpeakerResolver speakers)
{
    private readonly record struct Trace(TextSpan Words, int Paragraph, int At);

    private Trace? _spoke;
    private Trace? _acted;

    /// <summary>
    /// Notes who spoke. Words of the writer, "…, I say.", do not replace the last speaker: the next quotation answers them.
    /// </summary>
    public void Spoke(TextSpan words, Passage passage)
    {
        if (!SpeakerPhrase.IsWriter(words.In(passage.Text)) || _spoke is null)
            _spoke = new Trace(words, passage.Paragraph, passage[0].Span.Start);
        else
            _spoke = _spoke.Value with { Paragraph = passage.Paragraph };
    }

    /// <summary>Notes the subject of a passage without attributions.</summary>
    public void Read(Passage passage)
    {
        if (SourceFinder.First(passage, 0, passage.Count) is var (start, end)
            && passage.SpanOf(start, end) is var words
            && speakers.IsSomebody(words))
            _acted = new Trace(words, passage.Paragraph, passage[0].Span.Start);
    }

    /// <summary>The speaker's words and the rule; null when nobody is near.</summary>
    public (TextSpan Words, Sieve Sieve)? Of(Passage passage)
    {
        if (_acted is { } acted && acted.Paragraph == passage.Paragraph && acted.At > (_spoke?.At ?? -1))
            return (acted.Words, Sieve.FloatingAfterSubject);
        if (_spoke is { } spoke && IsNear(spoke, passage))
            return (spoke.Words, Sieve.Floating);
        return _acted is { } before && IsNear(before, passage) ? (before.Words, Sieve.FloatingAfterSubject) : null;
    }

    private static bool IsNear(Trace trace, Passage passage) => passage.Paragraph - trace.Paragraph <= 1;
}
