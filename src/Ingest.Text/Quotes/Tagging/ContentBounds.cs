using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// What is said, without what a reading takes along of the clauses around it, and with what it leaves out of the clause:
/// <code>
/// words := ("to" hearer | hearer "," | hearer)? said          "to me [how it was built]", "a friend, [“I am here.”]", "the inquiry [it was shut]"
///        | said ("," time "after" …)?                        "[it would not happen], hours after the board had met"
///        | "while" …                                         "said [while he ran it there would be no toll]"
///        | ("While" …)? cue said "," clause                  "While Roe said [that it was dead], the board met"
///        | said "," ("and" | "but") "that" …                 "[it was shut, but that it would open]"
///        | "that" "when" clause "," clause                   "[that when it rained, the gate was shut]"
///        | subject "," aside "," predicate                   "[the mayor, who was ill, would resign]"
/// </code>
/// </summary>
internal static class ContentBounds
{
    // In letters and signs: shorter ones are names and terms.
    private const int LeastSaid = 15;

    private static readonly WordSet Conjunctions = WordSet.InAnyCase("after although because before though when while");

    // Which hear what is told.
    private static readonly WordSet Bodies = WordSet.InAnyCase("inquiry enquiry inquest court hearing tribunal committee jury panel commission conference meeting parliament");

    // Of what is said, they turn the sense: "said while he ran it".
    private static readonly WordSet Conditions = WordSet.InAnyCase("if unless while until although because");

    // What a clause that stands first in what is said may begin with, behind "that".
    private static readonly WordSet Fronts =
        WordSet.InAnyCase("after although as because before if once since though unless until when whenever while");

    /// <param name="view">Of the passage.</param>
    /// <param name="candidate">The reading.</param>
    /// <param name="found">The attributions of the passage that are surer.</param>
    /// <param name="attribution">Of the reading, as it stands.</param>
    public static Attribution Of(PassageView view, Candidate candidate, List<Attribution> found, Attribution attribution)
    {
        attribution = WithoutOccasion(view, WithoutHalfName(view, candidate, attribution));
        attribution = WithoutHearer(view, candidate, attribution);
        attribution = WithConjunction(candidate, attribution);
        attribution = WithoutTie(WithoutScene(view, attribution));
        attribution = RunOn.Cut(view, candidate, attribution);
        attribution = WithoutMainClause(view, candidate, attribution);
        attribution = WithoutAftermath(view, attribution);
        return WithRest(view, candidate, found, attribution);
    }

    /// <summary>
    /// "[“It is closed,”] Jane Roe said to end the debate": what a comma leaves open is said by whoever stands right behind it.
    /// </summary>
    public static Candidate WithQuotation(Passage passage, Candidate candidate, List<Attribution> found)
    {
        if (candidate.Source is not var (source, sourceEnd) || (sourceEnd != candidate.Cue.Start && candidate.Cue.End != source))
            return candidate;
        var at = Math.Min(source, candidate.Cue.Start) - 1;
        var isFirst = at == 0 || (at > 0 && passage.KindAt(at - 1) == PieceKind.Stop);
        if (!isFirst
            || passage[at].Quotation is not { } quotation
            || passage.Text[quotation.Inner.End - 1] != ','
            || quotation.Inner.Length < LeastSaid
            || candidate.Content.Any(said => said.Start <= at || passage.QuotationsIn(said).Any())
            || found.Exists(other => other.Content.Any(said => said.Start <= at && at < said.End)))
            return candidate;
        return candidate with { Content = [new(at, at + 1)] };
    }

    /// <summary>"[But,] “it is closed,” said Roe": what ties words in marks to the sentence before is the writer's.</summary>
    private static Attribution WithoutTie(Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Content is not [var (start, end), ..]
            || passage.KindAt(start - 1) != PieceKind.Stop
            || !BrokenClause.IsTie(passage, start))
            return attribution;
        var behind = passage.KindAt(start + 1) == PieceKind.Comma ? start + 2 : start + 1;
        return behind < end && Enumerable.Range(behind, end - behind).All(i => passage.KindAt(i) is PieceKind.Quotation or PieceKind.Comma)
            ? attribution with { Content = [new(behind, end), .. attribution.Content.Skip(1)] } : attribution;
    }

    /// <summary>"[Roe took out a key:] “Here it is,” she said": what is told before the colon is not said.</summary>
    private static Attribution WithoutScene(PassageView view, Attribution attribution)
    {
        var passage = attribution.Passage;
        return attribution.Content is [var (start, end), ..]
            && end - 2 > start
            && passage.KindAt(end - 2) == PieceKind.Colon
            && passage[end - 1].Quotation is { } quotation
            && attribution.Cue is { } cue
            && cue.Start >= quotation.Outer.End
            && HasFinite(view, start, end - 2)
            && !passage.QuotationsIn(start, end - 2).Any()
            ? attribution with { Content = [new(end - 1, end), .. attribution.Content.Skip(1)] } : attribution;
    }

    /// <summary>"explained [to me] how it was built", "texted [a friend], “I am here.”": who hears it.</summary>
    private static Attribution WithoutHearer(PassageView view, Candidate candidate, Attribution attribution)
    {
        const int longest = 5;   // pieces: "a friend of the family"
        var passage = view.Passage;
        if (attribution.Content is not [.., var (start, end)])
            return attribution;
        if (start >= candidate.Cue.End && start <= candidate.Cue.End + 1 && passage.IsWord(start - 1, "to") && passage.Is(start, WordClass.Determiner)
            && passage.IsWord(start + 1, Bodies) && passage.IsWord(start + 2, "that") && start + 3 < end)
            return attribution with { Content = [.. attribution.Content.SkipLast(1), new(start + 2, end)] };   // "admitted to [the inquiry] that"
        if (start != candidate.Cue.End)
            return attribution;
        var behind = start;
        if (IsBody(view, candidate.Cue, start))
            behind = start + 2;
        else if (IsToHearer(passage, start))
            behind = passage.KindAt(start + 2) == PieceKind.Comma ? start + 3 : start + 2;
        else if (passage.KindAt(end - 2) == PieceKind.Comma
            && end - 2 - start is > 0 and <= longest
            && passage[end - 1].Quotation is { } quotation
            && char.IsUpper(passage.Text[quotation.Inner.Start])
            && !char.IsLetterOrDigit(passage.Text[quotation.Inner.End - 1])
            && !HasFinite(view, start, end - 2))
            behind = end - 1;
        return behind > start && behind < end
            ? attribution with { Content = [.. attribution.Content.SkipLast(1), new(behind, end)] }
            : attribution;
    }

    /// <summary>"told [Friends of Elm it was shut]": a name is all of it the hearer's, or behind another verb what is said.</summary>
    private static Attribution WithoutHalfName(PassageView view, Candidate candidate, Attribution attribution)
    {
        if (attribution.Content is not [.., var (start, end)] || start < candidate.Cue.End || !IsWithinName(view, start))
            return attribution;
        var at = start;
        if (IsTold(view.Passage, candidate.Cue) && start > candidate.Cue.End)
        {
            while (at < end && IsWithinName(view, at))
                at++;
        }
        else
        {
            while (at > candidate.Cue.End && IsWithinName(view, at))
                at--;
        }

        return at < end ? attribution with { Content = [.. attribution.Content.SkipLast(1), new(at, end)] } : attribution;
    }

    private static bool IsWithinName(PassageView view, int at) => view.Name[at] is not NameMap.None and var kind && kind % 2 == 0;

    private static bool IsTold(Passage passage, FoundCue cue) =>
        passage.KindAt(cue.End - 1) == PieceKind.Word && CueVerbs.Find(passage.Word(cue.End - 1)) is { Verb.Frame: CueFrame.Tell };

    /// <summary>"told [the inquiry] it was shut".</summary>
    private static bool IsBody(PassageView view, FoundCue cue, int at) => IsTold(view.Passage, cue)
        && (view.Passage.IsWord(at, "the") || view.Passage.IsWord(at, "a")) && view.Passage.KindAt(at + 1) == PieceKind.Word && Bodies.Contains(view.Passage.Word(at + 1))
        && (view.Passage.KindAt(at + 2) == PieceKind.Quotation || Clauses.BeginsClause(view, at + 2));

    /// <summary>"explained [to me]"; not "referred [to it] as", "spoke [to her] brother".</summary>
    private static bool IsToHearer(Passage passage, int at) => passage.IsWord(at, "to") && passage.Is(at + 1, WordClass.Object)
        && !(passage.Is(at + 1, WordClass.Determiner) && NounPhrase.IsWordy(passage, at + 2))
        && !(passage.KindAt(at - 1) == PieceKind.Word
            && CueVerbs.Readings(passage.Word(at - 1)).Any(reading => reading.Verb.Particles.Contains("to")));

    /// <summary>
    /// "Roe had a warning for the board:" leads in to what comes next; what it says itself without a verb is to whom or where.
    /// </summary>
    private static Attribution WithoutOccasion(PassageView view, Attribution attribution)
    {
        var passage = attribution.Passage;
        return passage.KindAt(passage.Count - 1) == PieceKind.Colon && attribution.Kind() == QuoteKind.Indirect
            && !attribution.Content.Any(said => Enumerable.Range(said.Start, said.End - said.Start).Any(view.IsFinite))
                ? attribution with { Content = [] } : attribution;
    }

    /// <summary>"said [while] he ran it there would be no toll": without it the sense is another.</summary>
    private static Attribution WithConjunction(Candidate candidate, Attribution attribution)
    {
        var passage = attribution.Passage;
        return attribution.Content is [var (start, end), ..]
            && start == candidate.Cue.End + 1
            && passage.KindAt(start - 1) == PieceKind.Word
            && Conditions.Contains(passage.Word(start - 1))
                ? attribution with { Content = [new(start - 1, end), .. attribution.Content.Skip(1)] }
                : attribution;
    }

    /// <summary>"While Jane Roe said that the plan was dead[, the board met]": the words of a subordinate clause end with it.</summary>
    private static Attribution WithoutMainClause(PassageView view, Candidate candidate, Attribution attribution)
    {
        const int longest = 12;   // pieces up to the verb of the main clause
        var (passage, cue) = (view.Passage, candidate.Cue);
        if (attribution.Content is not [var said] || said.Start < cue.End || candidate.Source is not var (source, _) || source > cue.Start
            || !IsSubordinate(passage, source, cue.Start))
            return attribution;
        for (var i = said.Start + 1; i + 2 < said.End; i++)
        {
            var isComma = passage.KindAt(i) == PieceKind.Comma;
            if ((isComma || (passage[i].Quotation is { } quotation && passage.Text[quotation.Inner.End - 1] == ','))
                && NounPhrase.IsPhraseStart(passage, i + 1))
            {
                var end = i + 2;
                while (end < said.End && end < i + longest && passage.KindAt(end) != PieceKind.Comma)
                    end++;
                if (HasFinite(view, i + 2, end))
                    return attribution with { Content = [new(said.Start, isComma ? i : i + 1)] };
            }
        }

        return attribution;
    }

    /// <summary>"said that it would not happen[, hours after the board had met]": when it was said, and not what.</summary>
    private static Attribution WithoutAftermath(PassageView view, Attribution attribution)
    {
        const int longest = 3;   // words: "just two days"
        var passage = attribution.Passage;
        if (attribution.Content is not [.., var said])
            return attribution;
        for (var i = said.Start + 1; i + 2 < said.End; i++)
        {
            if (passage.KindAt(i) != PieceKind.Comma || passage.QuotationsIn(i, said.End).Any())
                continue;
            if (Enumerable.Range(i + 2, Math.Min(longest, said.End - i - 2)).Any(k => IsAfterTime(passage, k))
                && HasFinite(view, said.Start, i))
                return attribution with { Content = [.. attribution.Content.SkipLast(1), new(said.Start, i)] };
        }

        return attribution;
    }

    /// <summary>"hours [after]", "a day [before]".</summary>
    private static bool IsAfterTime(Passage passage, int at) => (passage.IsWord(at, "after") || passage.IsWord(at, "before"))
        && passage.KindAt(at - 1) == PieceKind.Word && SpeakerBounds.Times.Contains(passage.Word(at - 1));

    /// <summary>
    /// "said the gate was shut[, but that it would open]", "said the mayor, who was ill[, would resign]", "said that in May[, Poe had
    /// left]": up to the end of the sentence, or to what another says.
    /// </summary>
    private static Attribution WithRest(PassageView view, Candidate candidate, List<Attribution> found, Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Content is not [.., var (start, end)]
            || start < candidate.Cue.End
            || end + 2 >= passage.Count
            || !IsCutShort(view, candidate, start, end))
            return attribution;
        // Who speaks in the rest is told of, where the clause that is said has only its lead-in yet; words in marks are still his.
        var isFronted = IsFronted(view, start, end);
        var rest = Clauses.EndOfSaid(view, end + 1);
        if (isFronted)
            rest = found.Select(other => passage.At(other.Cue!.Value.Start))
                .Where(at => at > end + 1 && at < rest && Aside.IsParticiple(passage, at) && passage.KindAt(at - 1) == PieceKind.Comma)
                .Select(at => at - 1).Append(rest).Min();
        return rest <= end + 1
            || found.Exists(other => other.Content.Any(said => said.Start < rest
                && end < said.End
                && (!isFronted || passage.QuotationsIn(said).Any())))
            ? attribution : attribution with { Content = [.. attribution.Content.SkipLast(1), new(start, rest)] };
    }

    /// <summary>Whether a second "that" follows, or what is said has no verb yet where a clause is said.</summary>
    private static bool IsCutShort(PassageView view, Candidate candidate, int start, int end)
    {
        var passage = view.Passage;
        var hasComma = passage.KindAt(end) == PieceKind.Comma;
        var next = hasComma ? end + 1 : end;
        if (passage.Is(next, WordClass.Coordinator)
            && passage.IsWord(next + 1, "that")
            && passage.KindAt(next + 2) == PieceKind.Word
            && !view.IsFinite(next + 2))
            return Clauses.HasFiniteVerb(view, start, end);
        if (!hasComma
            || end < start + 2
            || candidate.Source is not var (source, _)
            || passage.Is(source, WordClass.Relative)
            || IsSubordinate(passage, source, candidate.Cue.Start))
            return false;
        var head = candidate.Cue.End - 1;
        if (IsFronted(view, start, end))
            return Clauses.BeginsClause(view, next);
        var isClause = passage.IsWord(start, "that")
            || (passage.KindAt(head) == PieceKind.Word && CueVerbs.Find(passage.Word(head)) is { Verb.Lemma: "say" });
        return isClause
            && !Clauses.HasFiniteVerb(view, start, end)
            && !Enumerable.Range(start, end - start).TakeWhile(i => !passage.Is(i, WordClass.Relative)).Any(view.IsFinite)
            && (Clauses.BeginsPredicate(view, next) || Clauses.BeginsClause(view, next));
    }

    /// <summary>
    /// "that when it rained[, the gate was shut]", "that afterward, if it rained", "while it rained": a subordinate clause, which is never
    /// all of what is said.
    /// </summary>
    private static bool IsFronted(PassageView view, int start, int end)
    {
        var passage = view.Passage;
        var at = start;
        if (passage.IsWord(start, "that"))
        {
            at = passage.Is(start + 1, WordClass.Time | WordClass.Adverb) && passage.KindAt(start + 2) == PieceKind.Comma
                ? start + 2
                : start + 1;
            if (passage.KindAt(at) == PieceKind.Comma)
                at++;
        }

        if (passage.IsWord(at, "even"))
            at++;
        if (at >= end)   // "that afterward", and the clause behind it stands beyond
            return false;
        var isSubordinate = passage.KindAt(at) == PieceKind.Word
            && (at > start ? Fronts : Conditions).Contains(passage.Word(at))
            && !passage.IsWord(start, "if");
        return (isSubordinate || (passage.IsWord(at, "no") && passage.IsWord(at + 1, "matter")))
            && Enumerable.Range(at, end - at).All(i => passage.KindAt(i) is not (PieceKind.Comma or PieceKind.Quotation))
            && HasFinite(view, at, end);
    }

    /// <summary>Whether a conjunction leads in the sentence up to the cue, as in "Hours after Jane Roe said".</summary>
    private static bool IsSubordinate(Passage passage, int source, int cue)
    {
        const int lead = 4;   // pieces: "A few hours after"
        for (var i = 0; i < source && i < lead; i++)
        {
            if (passage.KindAt(i) == PieceKind.Word && Conjunctions.Contains(passage.Word(i)))
                return !Enumerable.Range(i, cue - i).Any(k => passage.KindAt(k) is PieceKind.Comma or PieceKind.Quotation);
        }

        return false;
    }

    private static bool HasFinite(PassageView view, int start, int end) =>
        Enumerable.Range(start, Math.Max(end - start, 0)).Any(view.IsFinite);

    /// <summary>"said yesterday [morning] the gate was open": when it was said.</summary>
    public static PieceSpan WithoutDaytime(Passage passage, PieceSpan said) =>
        said.End > said.Start + 1 && passage.Is(said.Start - 1, WordClass.Time)
        && (passage.IsWord(said.Start, "morning") || passage.IsWord(said.Start, "afternoon") || passage.IsWord(said.Start, "evening")
            || passage.IsWord(said.Start, "night"))
            ? new(said.Start + 1, said.End) : said;
}
