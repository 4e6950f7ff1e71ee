using Ingest.Text.Quotes.Words;
using static Ingest.Text.Quotes.Words.NounPhrase;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Finds the source beside a cue, which is a noun phrase:
/// <code>
/// before    := phrase ("," aside ",")? cue            "Jane Roe, who heads the council, said"
/// after     := cue phrase ("," aside)?                "said Jane Roe, who heads the council"
/// </code>
/// Pieces are counted by index, half-open.
/// </summary>
internal static class SourceFinder
{
    /// <summary>The subject in front of the cue, not reaching before <paramref name="floor"/>.</summary>
    public static PieceSpan? Before(Passage passage, int cue, int floor)
    {
        var end = cue;
        if (end <= floor)
            return null;
        if (passage.Is(end - 1, WordClass.Relative))
        {
            end--;   // "Republicans who said", "Jane Roe, who said"
            if (end > floor && passage.KindAt(end - 1) is PieceKind.Comma)
                end--;
        }
        else if (passage.KindAt(end - 1) is PieceKind.Comma or PieceKind.Dash)
        {
            return AroundAside(passage, end, floor);
        }

        if (end > floor && passage.KindAt(end - 1) == PieceKind.CloseBracket)
            return BeforeBracket(passage, end, floor);
        if (passage.Is(end - 1, WordClass.Coordinator))
            return null;
        end = WithoutTime(passage, floor, end);
        var start = PhraseStart(passage, end, floor);
        if (!passage.Is(start, WordClass.Subject) && AroundRelative(passage, start, end, floor) is { } around)
            return around;
        return start < end && IsSource(passage, start, end) ? new(start, end) : null;
    }

    /// <summary>The subject behind the cue: "said Jane Roe".</summary>
    public static PieceSpan? After(Passage passage, int cueEnd, int limit)
    {
        if (!IsPhraseStart(passage, cueEnd)
            || (passage.Is(cueEnd, WordClass.Object) && !passage.Is(cueEnd, WordClass.Subject) && !IsHer(passage, cueEnd)))
            return null;
        var end = PhraseEnd(passage, cueEnd, limit);
        if (end == cueEnd || !IsSource(passage, cueEnd, end))
            return null;
        end = Aside.AfterBracket(passage, end, limit);
        if (passage.Is(end, WordClass.Relative) || (passage.KindAt(end) == PieceKind.Comma && Aside.Begins(passage, end + 1)))
            end = Aside.End(passage, end + 1, limit);
        return new(cueEnd, end);
    }

    /// <summary>Whether the piece is "her" as a determiner, "[her] brother". No other object pronoun begins a phrase.</summary>
    private static bool IsHer(Passage passage, int at) => passage.Is(at, WordClass.Determiner) && IsWordy(passage, at + 1);

    /// <summary>The first subject of the passage: that of a participle ("…, saying") or of a second verb ("… and said").</summary>
    public static PieceSpan? First(Passage passage, int floor, int limit)
    {
        for (var start = floor; start < limit; start++)
        {
            if (!IsPhraseStart(passage, start) || (start > floor && passage.Is(start - 1, WordClass.Preposition)))
                continue;
            var end = SubjectEnd(passage, start, limit);
            if (end > start && IsSource(passage, start, end)
                && (passage.IsCapital(start) || passage.IsCapital(end - 1) || passage.Is(start, WordClass.Subject | WordClass.Determiner)))
                return new(start, end);
            start = Math.Max(start, end);
        }

        return null;
    }

    /// <summary>Where the subject that begins at <paramref name="start"/> ends: before its verb.</summary>
    private static int SubjectEnd(Passage passage, int start, int limit)
    {
        if (passage.Is(start, WordClass.Subject))
            return start + 1;
        var isName = !passage.Is(start, WordClass.Determiner);
        var end = start;
        for (; end < limit && end - start < MaxPhrase && IsWordy(passage, end); end++)
        {
            if (passage.Is(end, WordClass.Verb | WordClass.Relative | WordClass.Adverb) || (end > start && IsVerb(passage, end)))
                break;
            // Behind a name, a word that is neither a name nor a link is its verb.
            if (isName && end > start && passage.IsCapital(end - 1) && !passage.IsCapital(end)
                && passage.KindAt(end) == PieceKind.Word && passage[end].Class == WordClass.None)
                break;
        }

        return WithoutTime(passage, start, end);
    }

    /// <summary>"Jane Roe (D-Ohio) said".</summary>
    private static PieceSpan? BeforeBracket(Passage passage, int end, int floor)
    {
        var open = end - 1;
        while (open > floor && end - open < MaxPhrase && passage.KindAt(open) != PieceKind.OpenBracket)
            open--;
        var start = PhraseStart(passage, open, floor);
        return passage.KindAt(open) == PieceKind.OpenBracket && start < open && IsSource(passage, start, open) ? new(start, end) : null;
    }

    /// <summary>The subject, where a relative clause about it stands before the cue: "One aide who asked not to be named said".</summary>
    private static PieceSpan? AroundRelative(Passage passage, int start, int end, int floor)
    {
        for (var i = start - 1; i > floor && end - i < MaxPhrase && IsWordy(passage, i); i--)
        {
            if (!passage.Is(i, WordClass.Relative))
                continue;
            var antecedent = PhraseStart(passage, i, floor);
            return antecedent < i && IsSource(passage, antecedent, i) ? new(antecedent, end) : null;
        }

        return null;
    }

    private static PieceSpan? AroundAside(Passage passage, int end, int floor)
    {
        // Go back to the start of the clause. From there go forward, past a lead-in ("On Monday, …"), to the first phrase with an aside
        // behind it.
        var clause = end - 1;
        while (clause > floor && end - clause < Aside.MaxLength
            && passage.KindAt(clause - 1) is not (PieceKind.Quotation or PieceKind.Semicolon or PieceKind.Colon))
            clause--;
        var start = clause;
        for (var i = clause; i < end - 1; i++)
        {
            if (passage.KindAt(i) is not (PieceKind.Comma or PieceKind.OpenBracket or PieceKind.Dash))
                continue;
            var phrase = PhraseStart(passage, i, start);
            if (phrase < i && IsSource(passage, phrase, i) && (phrase == start || !passage.Is(phrase - 1, WordClass.Preposition))
                && (Aside.Begins(passage, i + 1) || Aside.IsParticiple(passage, i + 1)))
                return new(phrase, passage.Is(i + 1, WordClass.Preposition) ? i : end);
            start = i + 1;
        }

        return null;
    }
}
