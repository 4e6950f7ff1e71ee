using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// In the passive, the agent behind "by" is the speaker, and not the subject:
/// <code>
/// passive := subject (be | ",")? participle said "by" speaker         "The plan was branded “a disgrace” by lawyers"
///          | subject (be | ",")? participle "by" speaker "as"? said   "The plan, described by Roe as “a disgrace”, …"
///          | said be participle "by" speaker                          "Roe was praised by those who had come"
///          | said be cue "to" hearer "by" speaker                     "The deal was announced to reporters by Roe"
///          | said be cue "by" speaker "and" participle "by" …         "The plan was criticised by farmers and welcomed by the mayor"
/// </code>
/// The first two forms hold only for quoted words.
/// </summary>
internal static class PassiveAgent
{
    private static readonly WordSet Participles = WordSet.InAnyCase(
        """
        attacked blasted branded called characterised characterized condemned criticised criticized decried denounced derided described dismissed dubbed hailed
        labelled labeled lambasted lauded likened mocked praised slammed termed thanked welcomed
        """);

    /// <summary>The attribution with the agent as its source, where its cue is such a participle.</summary>
    public static Attribution Of(Attribution attribution)
    {
        attribution = Parted(Turned(attribution));
        var passage = attribution.Passage;
        if (attribution.Cue is not { } cue || attribution.Content.Count == 0)
            return attribution;
        var (first, end) = (passage.At(cue.Start), passage.At(cue.End - 1) + 1);
        var participle = LastIn(passage, first, end);
        if (participle < 0 || !IsPassive(passage, first, participle))
            return attribution;
        var last = Math.Max(attribution.Content[^1].End, end);
        for (var by = participle + 1; by <= last && by < passage.Count; by++)
        {
            if (!passage.IsWord(by, "by"))
                continue;
            var behind = NounPhrase.PhraseEnd(passage, by + 1, passage.Count);
            var said = by == participle + 1 ? new PieceSpan(behind, EndOfQuotation(passage, behind)) : new PieceSpan(participle + 1, by);
            if (behind <= by + 1 || said.IsEmpty || !passage.HasQuotation(said))
                return attribution;
            var (agent, passive) = (passage.SpanOf(by + 1, behind), passage.SpanOf(first, participle + 1));
            return attribution with { Source = agent, Cue = passive, Content = [said] };
        }

        return attribution;
    }

    /// <summary>
    /// The attribution with the agent as its source, where a reading takes the agent for content: "Roe was praised [by those who had
    /// come]".
    /// </summary>
    private static Attribution Turned(Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution is not { Cue: { } cue, Source: { } subject, Content: [var (start, end)] } || subject.End > cue.Start || passage.HasQuotation(start, end))
            return attribution;
        var (first, behind) = (passage.At(cue.Start), passage.At(cue.End - 1) + 1);
        return start == behind + 1 && passage.IsWord(behind, "by") && passage.KindAt(behind - 1) == PieceKind.Word && Participles.Contains(passage.Word(behind - 1))
            && Enumerable.Range(first, behind - first).Any(i => passage.Is(i, WordClass.Be))
                ? attribution with
                {
                    Source = passage.SpanOf(start, end),
                    Content = [new(passage.At(subject.Start), passage.At(subject.End - 1) + 1)],
                }
                : attribution;
    }

    /// <summary>
    /// The attribution with the agent alone as its source: without the hearer before it, and without a second participle and its agent
    /// behind it.
    /// </summary>
    private static Attribution Parted(Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution is not { Cue: { } cue, Source: { } source } || source.Start < cue.End)
            return attribution;
        var (start, end) = (passage.At(source.Start), passage.At(source.End - 1) + 1);
        var (isBehindTo, isBehindBy) = (passage.IsWord(start - 1, "to"), passage.IsWord(start - 1, "by"));
        if (passage[start - 1].Span.Start < cue.End)   // "according to a study by Poe"
            return attribution;
        for (var i = start + 1; i + 1 < end; i++)
        {
            if (isBehindTo && passage.IsWord(i, "by"))
                return attribution with { Source = passage.SpanOf(i + 1, end) };
            if (isBehindBy && passage.Is(i, WordClass.Coordinator) && passage.IsWord(i + 2, "by"))
                return attribution with { Source = passage.SpanOf(start, i) };
        }

        return attribution;
    }

    /// <summary>Index behind the quotation that follows, as in "as “a disgrace”"; 0 where none follows.</summary>
    private static int EndOfQuotation(Passage passage, int start)
    {
        const int near = 3;
        for (var i = start; i < Math.Min(passage.Count, start + near); i++)
        {
            if (passage.KindAt(i) == PieceKind.Quotation)
                return i + 1;
        }

        return 0;
    }

    /// <summary>
    /// Whether a noun stands before the participle, and is not the subject of a relative clause: "what police [described] as".
    /// </summary>
    private static bool IsOfNoun(Passage passage, int participle) =>
        passage.KindAt(participle - 1) == PieceKind.Word
        && !passage.IsCapital(participle - 1)
        && !passage.Is(participle - 1, WordClass.Subject)
        && !passage.Is(NounPhrase.PhraseStart(passage, participle, 0) - 1, WordClass.Relative);

    /// <summary>Whether an object follows, as behind an active verb: "described [it] as".</summary>
    private static bool HasObject(Passage passage, int verb) =>
        !(passage.KindAt(verb + 1) == PieceKind.Quotation || passage.IsWord(verb + 1, "as") || passage.IsWord(verb + 1, "by"));

    private static int LastIn(Passage passage, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (passage.KindAt(i) == PieceKind.Word && Participles.Contains(passage.Word(i)))
                return i;
        }

        return -1;
    }

    /// <summary>"was branded", "has been widely branded", "The plan, branded", "a plan described as"; not "Roe described it as".</summary>
    private static bool IsPassive(Passage passage, int first, int participle)
    {
        for (var i = first; i < participle; i++)
        {
            if (passage.Is(i, WordClass.Be))
                return true;
        }

        return passage.Is(first - 1, WordClass.Be) || passage.KindAt(first - 1) is PieceKind.Comma or PieceKind.Dash
            || (IsOfNoun(passage, first) && !HasObject(passage, participle));
    }
}
