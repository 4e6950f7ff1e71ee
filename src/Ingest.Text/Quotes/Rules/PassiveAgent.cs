using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Who calls something so speaks, and not what is called so:
/// <code>
/// passive := subject (be | ",") participle said "by" speaker          "The plan was branded “a disgrace” by lawyers"
///          | subject (be | ",") participle "by" speaker "as"? said    "The plan, described by Roe as “a disgrace”, …"
/// </code>
/// Only for words in marks.
/// </summary>
internal static class PassiveAgent
{
    private static readonly WordSet Participles = WordSet.InAnyCase(
        """
        attacked blasted branded called characterised characterized condemned criticised criticized decried denounced derided described dismissed dubbed hailed
        labelled labeled lambasted likened mocked praised slammed termed
        """);

    /// <summary>The attribution with that speaker, where its cue is such a participle.</summary>
    public static Attribution Of(Attribution attribution)
    {
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
            (int Start, int End) said = by == participle + 1 ? (behind, EndOfQuotation(passage, behind)) : (participle + 1, by);
            return behind > by + 1 && said.Start < said.End && passage.QuotationsIn(said.Start, said.End).Any()
                ? attribution with { Source = passage.SpanOf(by + 1, behind), Cue = passage.SpanOf(first, participle + 1), Content = [said] }
                : attribution;
        }

        return attribution;
    }

    /// <summary>Behind the quotation that follows, "as “a disgrace”"; 0 where none does.</summary>
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

    private static int LastIn(Passage passage, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (passage.KindAt(i) == PieceKind.Word && Participles.Contains(passage.Word(i)))
                return i;
        }

        return -1;
    }

    /// <summary>"was branded", "has been widely branded", "The plan, branded".</summary>
    private static bool IsPassive(Passage passage, int first, int participle)
    {
        for (var i = first; i < participle; i++)
        {
            if (passage.Is(i, WordClass.Be))
                return true;
        }

        return passage.Is(first - 1, WordClass.Be) || passage.KindAt(first - 1) is PieceKind.Comma or PieceKind.Dash;
    }
}
