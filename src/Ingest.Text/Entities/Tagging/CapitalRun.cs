using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// Words with a capital that follow each other, and so are likely one name: what its last word is, and what stands on either side of it,
/// tells of each of them, however long it is.
/// <code>
/// run  := capital+                     capital := a word with a capital, but not "The" at the start of a sentence; "&amp;"
/// wide := run (joint joint? run)+      joint   := "of" | "and" | "the" …       "Ministry of Food and Rural Affairs"
/// </code>
/// </summary>
/// <param name="Start">Index of its first token.</param>
/// <param name="End">Index after its last; 0 where there is none.</param>
internal readonly record struct CapitalRun(int Start, int End)
{
    public bool IsEmpty => End == 0;

    public int Length => End - Start;

    /// <summary>Marks the runs of a sentence whose capitals tell something.</summary>
    public static void Mark(Document doc, Sentence sentence, Span<TokenTraits> traits)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var end = i;
            while (end < sentence.EndToken && IsCapital(doc, sentence, end, traits))
                end++;
            if (end == i)
                continue;
            for (var k = i; k < end; k++)
                traits[k].Run = new CapitalRun(i, end);
            i = end;
        }

        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (traits[i].Run.IsEmpty)
                continue;
            var end = traits[i].Run.End;
            while (NextRun(doc, sentence, end, traits) is var next && !next.IsEmpty)
                end = next.End;
            for (var k = i; k < end && end > traits[i].Run.End; k++)
                traits[k].Wide = new CapitalRun(i, end);
            i = end - 1;
        }
    }

    private static CapitalRun NextRun(Document doc, Sentence sentence, int at, Span<TokenTraits> traits)
    {
        var next = at;
        while (next < sentence.EndToken && next < at + 2 && IsJoint(doc.TextOf(doc.Tokens[next])))
            next++;
        return next > at && next < sentence.EndToken ? traits[next].Run : default;
    }

    private static bool IsCapital(Document doc, Sentence sentence, int token, Span<TokenTraits> traits)
    {
        if (!doc.IsCapital(token))
            return doc.Tokens[token] is (var span, TokenKind.Symbol) && doc.Text[span.Start] == '&';
        return token > sentence.FirstToken || (traits[token].Lists & WordLists.Starter) == 0;
    }

    private static bool IsJoint(ReadOnlySpan<char> text) =>
        text is "of" or "and" or "&" or "the" or "for" or "de" or "la" or "on" or "del" or "der" or "von" or "to" or "in";
}
