using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Takes in the rest of the content behind a comma, up to the end of the sentence or to another speaker's words:
/// <code>
/// words := said "," ("and" | "but") "that" …      "said the gate was shut[, but that it would open]"
///        | "that"? fronted "," clause             "said that when it rained[, the gate was shut]"
///        | subject "," aside "," predicate        "said the mayor, who was ill[, would resign]"
/// </code>
/// </summary>
internal static class Rest
{
    // Words that may begin a fronted clause of the content, behind "that".
    private static readonly WordSet Fronts =
        WordSet.InAnyCase("after although as because before if once since though unless until when whenever while");

    public static Attribution TakeIn(Reading reading, Attribution attribution)
    {
        var (view, passage) = (reading.View, reading.Passage);
        if (attribution.Content is not [.., var said]
            || said.Start < reading.Cue.End
            || said.End + 2 >= passage.Count
            || !IsCutShort(reading, said))
            return attribution;
        var isFronted = IsFronted(view, said);
        var rest = new PieceSpan(said.End, Clauses.EndOfSaid(view, said.End + 1));
        if (isFronted)
            rest = BeforeParticiple(reading, rest);
        return rest.Length <= 1 || IsTaken(reading, rest, isFronted) ? attribution : attribution.WithLast(said.Until(rest.End));
    }

    /// <summary>The rest, up to the cue of another attribution: "that when it rained, the gate was shut[, saying it was old]".</summary>
    private static PieceSpan BeforeParticiple(Reading reading, PieceSpan rest)
    {
        var passage = reading.Passage;
        return rest.Until(reading.Found.Select(other => passage.At(other.Cue!.Value.Start))
            .Where(cue => cue > rest.Start + 1
                && cue < rest.End
                && Aside.IsParticiple(passage, cue)
                && passage.KindAt(cue - 1) == PieceKind.Comma)
            .Select(cue => cue - 1)
            .Append(rest.End)
            .Min());
    }

    /// <summary>
    /// Whether another attribution contains some of the rest. Behind a fronted clause, only its quoted words count; its other words
    /// belong to this speaker.
    /// </summary>
    private static bool IsTaken(Reading reading, PieceSpan rest, bool isFronted) => reading.Found.Exists(other =>
        other.Content.Any(said => said.Overlaps(rest) && (!isFronted || reading.Passage.HasQuotation(said))));

    /// <summary>Whether a second "that" follows the content, or the content must be a clause and has no verb yet.</summary>
    private static bool IsCutShort(Reading reading, PieceSpan said)
    {
        var (view, passage) = (reading.View, reading.Passage);
        var hasComma = passage.KindAt(said.End) == PieceKind.Comma;
        var next = hasComma ? said.End + 1 : said.End;
        if (BeginsSecondThat(view, next))
            return Clauses.HasFiniteVerb(view, said.Start, said.End);
        if (!hasComma
            || said.Length < 2
            || reading.Candidate.Source is not var (source, _)
            || passage.Is(source, WordClass.Relative)
            || Clauses.IsSubordinate(passage, source, reading.Cue.Start))
            return false;
        if (IsFronted(view, said))
            return Clauses.BeginsClause(view, next);
        return MustBeClause(reading, said)
            && !HasVerb(view, said)
            && (Clauses.BeginsPredicate(view, next) || Clauses.BeginsClause(view, next));
    }

    /// <summary>"and that it"; not "and that was".</summary>
    private static bool BeginsSecondThat(PassageView view, int at) => view.Passage.Is(at, WordClass.Coordinator)
        && view.Passage.IsWord(at + 1, "that")
        && view.Passage.KindAt(at + 2) == PieceKind.Word
        && !view.IsFinite(at + 2);

    /// <summary>Whether the content must be a clause: it stands behind "that" or "say".</summary>
    private static bool MustBeClause(Reading reading, PieceSpan said)
    {
        var (passage, verb) = (reading.Passage, reading.Cue.End - 1);
        return passage.IsWord(said.Start, "that")
            || (passage.KindAt(verb) == PieceKind.Word && CueVerbs.Find(passage.Word(verb)) is { Verb.Lemma: "say" });
    }

    /// <summary>Whether the content has a verb, by tag or by form, before any relative clause.</summary>
    private static bool HasVerb(PassageView view, PieceSpan said)
    {
        if (Clauses.HasFiniteVerb(view, said.Start, said.End))
            return true;
        for (var i = said.Start; i < said.End && !view.Passage.Is(i, WordClass.Relative); i++)
        {
            if (view.IsFinite(i))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the content begins with a subordinate clause, which is never all of it: "that when it rained[, the gate was shut]", "that
    /// afterward, if it rained", "while it rained".
    /// </summary>
    private static bool IsFronted(PassageView view, PieceSpan said)
    {
        var passage = view.Passage;
        var clause = said.From(BehindThat(passage, said.Start));
        if (clause.IsEmpty)   // "that afterward", and the clause behind it stands beyond
            return false;
        var conjunctions = clause.Start > said.Start ? Fronts : Condition.Conjunctions;
        var isSubordinate = passage.IsWord(clause.Start, conjunctions) && !passage.IsWord(said.Start, "if");
        return (isSubordinate || (passage.IsWord(clause.Start, "no") && passage.IsWord(clause.Start + 1, "matter")))
            && Enumerable.Range(clause.Start, clause.Length)
                .All(i => passage.KindAt(i) is not (PieceKind.Comma or PieceKind.Quotation))
            && Clauses.LooksFinite(view, clause);
    }

    /// <summary>Index behind "that", "that afterward,", "even".</summary>
    private static int BehindThat(Passage passage, int start)
    {
        var at = start;
        if (passage.IsWord(start, "that"))
        {
            var hasTime = passage.Is(start + 1, WordClass.Time | WordClass.Adverb) && passage.KindAt(start + 2) == PieceKind.Comma;
            at = hasTime ? start + 2 : start + 1;
            if (passage.KindAt(at) == PieceKind.Comma)
                at++;
        }

        return passage.IsWord(at, "even") ? at + 1 : at;
    }
}
