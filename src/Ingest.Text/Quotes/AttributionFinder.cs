using Ingest.Text.Documents;
using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes;

/// <summary>
/// Finds the attributions of a passage. The model reads first. Rules fill in where the model finds no speaker, or no cue for words that
/// stand in quotation marks or were plainly said.
/// </summary>
internal sealed class AttributionFinder(QuoteModel model)
{
    // Probability that a reading of the model is right. Below it, the rule for quoted words beside their speaker is far surer.
    private const double Doubtful = 0.3;

    /// <summary>The attributions, the surest first.</summary>
    public IReadOnlyList<Attribution> Find(Passage passage, NameMap names)
    {
        var found = AttributionTagger.Find(passage, names, model);
        Attribution? inner = null;
        foreach (var own in AttributionRules.Find(passage))
        {
            var rule = Before(found, Closed(own).Apart());
            if (inner is not null && IsAround(rule, inner))
                continue;
            if (IsInner(rule))
            {
                inner = rule;
                found.RemoveAll(outer => IsAround(outer, rule));
            }

            var same = found.FindIndex(other => rule.Cue is { } cue && other.Cue is { } taken && cue.Overlaps(taken));
            if (same >= 0 && Better(rule, found[same]) is { } better && IsApart(rule, [.. found.Where((_, i) => i != same)]))
                found[same] = better;
            else if (same >= 0 && TwoCues.Part(rule, found[same]) is var (first, second) && IsApart(first, found))
            {
                found[same] = second;
                found.Add(first);
            }
            else if (same < 0 && IsPlain(rule) && IsApart(rule, found))
                found.Add(rule);
            // BrokenClause has already found the speaker that stands in the middle of a clause.
            else if (same >= 0 && found[same].Evidence is not null && rule.Source is { } source
                && (found[same].Source is not { } narrow
                    || (IsPart(narrow, source, passage.Text) && !SaysClause(found[same], source, names)
                        && !HoldsClause(found[same], source, names))))
                found[same] = (found[same] with { Source = source, Content = Without(source, found[same]) }).Apart();
        }

        if (found.Count == 0)
            return found;
        found.RemoveAll(attribution => NoQuote.Is(attribution) || Idiom.Is(attribution));
        found = found.ConvertAll(attribution => PassiveSubject.Drop(PassiveAgent.Of(QuotedSpeaker.Of(Programme.Drop(attribution)))));
        if (passage.KindAt(passage.Count - 1) != PieceKind.Colon)
            found.RemoveAll(attribution => attribution.Content.Count == 0);
        return found;
    }

    /// <summary>
    /// The rule's attribution, where the rule finds quoted words and the model is unsure of its own reading, "“…,” fumed a resident", or
    /// where the model's content is only a word or two, "[After all], as some mayors noted, “there is none”", or what the quoted words are
    /// about, "“It is safe,” Roe said of [the bridge on Elm Street]". Null elsewhere.
    /// </summary>
    private static Attribution? Better(Attribution rule, Attribution own)
    {
        const int words = 3;
        if ((rule.Source ?? own.Source) is null || own.Evidence is not { } evidence || rule.Kind() != QuoteKind.Direct)
            return null;
        if (rule.Sieve == Sieve.QuotationThenCue && evidence.Reading < Doubtful)
            return rule;
        return own.Kind() == QuoteKind.Indirect && (own.Content.Sum(said => said.Length) < words || IsTopic(rule, own))
            ? rule with { Source = own.Source ?? rule.Source } : null;
    }

    /// <summary>Whether a preposition ties the model's content to the cue that stands behind the rule's quotation.</summary>
    private static bool IsTopic(Attribution rule, Attribution own) =>
        rule is { Sieve: Sieve.QuotationThenCue, Cue: { } cue } && own.Content is [var (start, _)]
        && own.Passage[start].Span.Start > cue.End && own.Passage.Is(start - 1, WordClass.Preposition);

    /// <summary>
    /// Whether the sentence begins with quoted words and their speaker: "“I shot him,” Roe told police[, according to court papers]".
    /// </summary>
    private static bool IsInner(Attribution rule) =>
        rule is { Source: not null, Cue: not null, Sieve: Sieve.QuotationThenCue, Content: [var (start, end), ..] }
        && end == start + 1 && rule.Passage.KindAt(start) == PieceKind.Quotation && rule.Passage.KindAt(start - 1) == PieceKind.Stop;

    /// <summary>
    /// Whether the outer attribution's speaker stands behind the rule's cue, and its content is the same words or what stands between the
    /// two cues.
    /// </summary>
    private static bool IsAround(Attribution outer, Attribution rule) =>
        outer.Cue is { } cue && cue.Start > rule.Cue!.Value.End && (outer.Source is null || outer.Source.Value.Start > rule.Cue.Value.End)
        && outer.Content.Count > 0 && outer.Content.All(said => rule.Passage[said.Start].Span.Start < cue.Start)
        && rule.Passage.At(cue.Start) is var at
        && Enumerable.Range(rule.Content[0].End, at - rule.Content[0].End)
            .All(i => rule.Passage.KindAt(i) is not (PieceKind.Stop or PieceKind.Quotation));

    /// <summary>
    /// Whether quotation marks or "said" show that something was said. With other verbs alone, the rules are right only once in four
    /// times.
    /// </summary>
    private static bool IsPlain(Attribution rule) => rule.Content.Count == 0 || rule.Kind() != QuoteKind.Indirect
        || (rule.Source is not null && rule.Cue is { } cue && cue.In(rule.Passage.Text) is var words
            && CueVerbs.Find(words[(words.LastIndexOf(' ') + 1)..]) is { Verb.Lemma: "say" });

    private static Attribution Closed(Attribution rule) =>
        rule with { Content = [.. rule.Content.Select(said => Brackets.Close(rule.Passage, said))] };

    /// <summary>
    /// The rule's attribution, cut before the comma behind which another attribution's content begins: "He said …, [a figure the company
    /// disputes]".
    /// </summary>
    private static Attribution Before(List<Attribution> found, Attribution rule)
    {
        if (rule.Content is not [var (start, end)])
            return rule;
        var passage = rule.Passage;
        foreach (var other in found)
        {
            for (var i = start + 1; i < end; i++)
            {
                if (passage.KindAt(i - 1) == PieceKind.Comma && other.Content.Any(said => said.Start == i))
                    end = i - 1;
            }
        }

        return end == rule.Content[0].End ? rule : rule with { Content = [new(start, end)] };
    }

    /// <summary>
    /// Whether the model's source is only the beginning or a single word of the rule's source. A pronoun behind something else is a whole
    /// source.
    /// </summary>
    private static bool IsPart(TextSpan own, TextSpan source, string text) =>
        source.Contains(own) && own.Length < source.Length
        && (own.Start == source.Start
            || !(own.In(text).Contains(' ')
                || (WordClasses.Of(own.In(text)) & (WordClass.Subject | WordClass.Relative)) == WordClass.Subject));

    /// <summary>
    /// Whether the rule's source, as in "Roe, the mayor", includes words that begin or continue a clause of the content: "According to
    /// Roe, [the gate is shut, as are others]", "[the gate, which is old, is shut]".
    /// </summary>
    private bool SaysClause(Attribution attribution, TextSpan source, NameMap names)
    {
        var passage = attribution.Passage;
        if (attribution is not { Cue: { } cue, Content: [var (start, end)] }
            || !passage.IsWord(passage.At(cue.Start), "according")
            || passage.KindAt(start - 1) != PieceKind.Comma
            || passage[start].Span.Start < cue.End || !passage.SpanOf(start, end).Overlaps(source))
            return false;
        using var view = PassageView.Of(passage, names, model.Words);
        var rest = passage.At(source.End);
        if (passage.KindAt(rest) == PieceKind.Comma)
            rest++;
        return Clauses.BeginsClause(view, start)
            || (rest < end && (passage.IsWord(rest, "such") || view.TagAt(rest) is WordTag.Wh or WordTag.Participle or WordTag.Ing));
    }

    /// <summary>
    /// Whether the rule's source holds a clause around the model's: "[Roe] pulled Poe aside and said", "The news comes after [Acme] said",
    /// "according to the [Elm Courier] Roe has left"; not "[Roe, who was ill], said", "the [paper] issued on Monday", "a [memo] Roe wrote".
    /// </summary>
    private bool HoldsClause(Attribution attribution, TextSpan source, NameMap names)
    {
        var passage = attribution.Passage;
        if (attribution is not { Source: { } own, Cue: { } cue })
            return false;
        var (first, end) = (passage.At(source.Start), passage.At(source.End - 1) + 1);
        if (source.Start > cue.Start && !passage.IsCapital(first) && !passage.IsWord(first, "the"))
            return false;
        using var view = PassageView.Of(passage, names, model.Words);
        for (var i = first; i < end && NounPhrase.IsWordy(passage, i) && !passage.Is(i, WordClass.Relative); i++)
        {
            if (!own.Overlaps(passage[i].Span) && !passage.IsCapital(i) && IsPredicate(view, i, end))
                return true;
        }

        return false;
    }

    /// <summary>Whether a finite verb stands there; not "to", nor what may be the participle of a noun, "a letter [sent] to Roe".</summary>
    private static bool IsPredicate(PassageView view, int at, int end) => view.TagAt(at) switch
    {
        WordTag.Past => view.Passage.Is(at, WordClass.Be) || view.TagAt(at - 1) == WordTag.Name
            || (at + 1 < end && !view.Passage.Is(at + 1, WordClass.Preposition)),
        WordTag.Present => true,
        WordTag.Modal => !view.Passage.IsWord(at, "to"),
        _ => false,
    };

    /// <summary>The content, without the pieces that stand in the source.</summary>
    private static List<PieceSpan> Without(TextSpan source, Attribution attribution)
    {
        var content = new List<PieceSpan>();
        foreach (var (from, end) in attribution.Content)
        {
            var start = from;
            while (start < end
                && (source.Overlaps(attribution.Passage[start].Span) || attribution.Passage.KindAt(start) == PieceKind.Comma))
                start++;
            if (start < end)
                content.Add(new(start, end));
        }

        return content;
    }

    /// <summary>Whether the rule's content overlaps none of the other attributions' content, and its cue stands in none of it.</summary>
    private static bool IsApart(Attribution rule, List<Attribution> found) =>
        !found.Exists(other => other.Content.Any(said => !said.IsEmpty
            && ((rule.Cue is { } cue && rule.Passage.SpanOf(said).Overlaps(cue)) || rule.Content.Any(said.Overlaps))));
}
