using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Parts a reading that takes two verbs of one speaker for one cue, or the first for the second, and so misses the quotation before them.
/// The first verb has the quotation, the second what stands behind it:
/// <code>
/// said := quotation speaker cue participle words          "“It is safe,” Roe [said] [adding] that the gate was shut"
///       | quotation speaker cue "and" verb words          "“It is safe,” Roe [said] and [stressed] that the gate was shut"
/// </code>
/// </summary>
internal static class TwoCues
{
    /// <param name="rule">The quotation with its speaker and the first verb.</param>
    /// <param name="reading">What the model reads there.</param>
    /// <returns>The two attributions; null where the reading takes one verb, or the quotation, too.</returns>
    public static (Attribution First, Attribution Second)? Part(Attribution rule, Attribution reading)
    {
        if (rule is not { Sieve: Sieve.QuotationThenCue, Source: { } source, Cue: { } first }
            || reading is not { Evidence: not null, Cue: { } both }
            || both.Start > first.Start)
            return null;
        var passage = rule.Passage;
        var second = passage.At(first.End);
        if (passage.Is(second, WordClass.Coordinator))
            second++;
        else if (!Aside.IsParticiple(passage, second))
            return null;
        if (second >= passage.Count)
            return null;
        var end = Math.Max(passage.At(both.End - 1), second) + 1;
        if (CueVerbs.Find(passage.Word(end - 1)) is null || reading.Content is not [var (start, _), ..] || start != end)
            return null;
        return (
            rule with { Source = reading.Source ?? source, Content = [rule.Content[0]] },
            reading with { Cue = passage.SpanOf(second, end), Source = reading.Source ?? source });
    }
}
