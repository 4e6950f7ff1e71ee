using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Finds what was said, relative to a cue whose subject is known:
/// <code>
/// after   := addressee? manner? ("," | ":")? ("that" clause | quotation … | clause)     up to the limit
/// before  := (clause | quotation) ","? subject? cue
/// manner  := time | preposition … before "that", ":" or a quotation
/// </code>
/// </summary>
internal static class ContentFinder
{
    // "told the annual meeting of the county's farmers in Elm that": a longer stretch is not addressee and manner.
    private const int MaxManner = 24;

    /// <summary>Where the content behind the cue begins; −1 when none does.</summary>
    public static int Begin(Passage passage, Cue cue, int from, int limit)
    {
        var at = SkipTime(passage, from);
        // "has read “The Long Wall”": a work, unless a comma or a colon makes it speech.
        if (cue.Frame == CueFrame.Words && passage.KindAt(at) == PieceKind.Quotation && passage.IsTitleCase(at))
            return -1;
        if (Opens(passage, at, limit) is var opened and >= 0)
            return opened;
        if (at >= limit || passage.KindAt(at) is PieceKind.Comma or PieceKind.Stop or PieceKind.Colon)
            return -1;
        if (cue.Frame == CueFrame.Tell || (passage.Is(at, WordClass.Preposition) && !passage.IsWord(at, "to")
            && cue.Frame != CueFrame.Name) || cue.Frame == CueFrame.Words)
            return BeyondManner(passage, cue, at, limit);
        return at;
    }

    /// <summary>The first piece of content when it begins right here, without doubt.</summary>
    private static int Opens(Passage passage, int at, int limit)
    {
        if (at >= limit)
            return -1;
        if (passage.IsWord(at, "that") || (passage.KindAt(at) == PieceKind.Quotation && !passage.IsTitle(at)))
            return at;
        return passage.KindAt(at) is PieceKind.Comma or PieceKind.Colon && at + 1 < limit
            && (passage.KindAt(at + 1) == PieceKind.Quotation || passage.KindAt(at) == PieceKind.Colon) ? at + 1 : -1;
    }

    private static int SkipTime(Passage passage, int at)
    {
        while (true)
        {
            if (passage.Is(at, WordClass.Time) || (passage.Is(at, WordClass.Adverb)
                && passage.Is(at + 1, WordClass.Time | WordClass.Preposition)))
                at++;
            else if (passage.IsWord(at, "on") && passage.Is(at + 1, WordClass.Time))
                at += 2;
            else
                return at;
        }
    }

    private static int BeyondManner(Passage passage, Cue cue, int from, int limit)
    {
        var verb = false;
        for (var at = from; at < Math.Min(limit, from + MaxManner); at++)
        {
            verb |= passage.Is(at, WordClass.Verb);
            if (Opens(passage, at, limit) is var opened and >= 0
                && (opened == at || passage.KindAt(opened) == PieceKind.Quotation || passage.KindAt(at) == PieceKind.Colon))
                return opened;
            if (passage.KindAt(at) is PieceKind.Comma or PieceKind.Stop or PieceKind.Semicolon)
                break;
            if (at == from)
                continue;
            if (passage.Is(at, WordClass.Subordinator) && cue.Frame != CueFrame.Say
                && passage.Word(at) is "whether" or "if" or "how" or "why" or "where")
                return at;
            // "told CNN he would", "told reporters the plan was": a new subject begins right after the addressee.
            if (cue.Frame == CueFrame.Tell && !verb && passage.KindAt(at - 1) is PieceKind.Word
                && !passage.Is(at - 1, WordClass.Determiner | WordClass.Preposition | WordClass.Subordinator)
                && passage.Is(at, WordClass.Subject | WordClass.Determiner))
                return at;
            if (cue.Frame == CueFrame.Tell && passage.IsWord(at, "to"))
                return at;
            if (cue.Frame == CueFrame.Say && passage.Is(at, WordClass.Subject)
                && !passage.Is(at - 1, WordClass.Preposition | WordClass.Determiner))
                return at;
        }

        // "told reporters work would go on": a plural without a determiner is the addressee.
        return cue.Frame == CueFrame.Tell && passage[from].Class == WordClass.None && !passage.IsCapital(from)
            && passage.Word(from)[^1] == 's' && passage.KindAt(from + 1) == PieceKind.Word
            ? from + 1
            : -1;
    }
}
