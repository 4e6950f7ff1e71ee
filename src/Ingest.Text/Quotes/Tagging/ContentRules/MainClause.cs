using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Ends the content of a subordinate clause at the end of that clause: "While Jane Roe said that the plan was dead[, the board met]".
/// </summary>
internal static class MainClause
{
    // In pieces: up to the verb of the main clause.
    private const int FarthestVerb = 12;

    public static Attribution Drop(Reading reading, Attribution attribution)
    {
        var (passage, cue) = (reading.Passage, reading.Cue);
        if (attribution.Content is not [var said]
            || said.Start < cue.End
            || reading.Candidate.Source is not var (source, _)
            || source > cue.Start
            || !Clauses.IsSubordinate(passage, source, cue.Start))
            return attribution;
        for (var i = said.Start + 1; i + 2 < said.End; i++)
        {
            if (ClauseEnd(passage, i) is { } end && Begins(reading.View, i + 1, said.End))
                return attribution with { Content = [said.Until(end)] };
        }

        return attribution;
    }

    /// <summary>Where the clause ends, if it ends by this piece: before a comma, or behind quoted words that end in one.</summary>
    private static int? ClauseEnd(Passage passage, int at)
    {
        if (passage.KindAt(at) == PieceKind.Comma)
            return at;
        return passage[at].Quotation is { } quotation && passage.Text[quotation.Inner.End - 1] == ',' ? at + 1 : null;
    }

    /// <summary>Whether a clause such as "the board met" begins here, up to the next comma.</summary>
    private static bool Begins(PassageView view, int start, int limit)
    {
        if (!NounPhrase.IsPhraseStart(view.Passage, start))
            return false;
        var end = start + 1;
        while (end < limit && end < start - 1 + FarthestVerb && view.Passage.KindAt(end) != PieceKind.Comma)
            end++;
        return Clauses.LooksFinite(view, new PieceSpan(start + 1, end));
    }
}
