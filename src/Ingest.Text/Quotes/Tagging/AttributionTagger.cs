using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Tagging.ContentRules;
using Ingest.Text.Quotes.Tagging.SpeechActs;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// Finds the attributions of a passage. It finds the cues first, then the likely readings of each cue: its source and its content. The
/// ranker chooses one reading of a cue, or none.
/// </summary>
internal static class AttributionTagger
{
    // Probability that some reading of a cue is right. Cues below it are not worth a second look; for the others, the confidence decides.
    private const double MinCue = 0.15;

    // Probability that the chosen reading is right.
    private const double MinReading = 0.06;

    private static readonly WordSet Messages = WordSet.InAnyCase("warning message advice word words question questions answer reply news");

    private static readonly WordSet Nobody = WordSet.InAnyCase("I we us you one nobody anyone");

    public static List<Attribution> Find(Passage passage, NameMap names, QuoteModel model)
    {
        using var view = PassageView.Of(passage, names, model.Words);
        using var first = FirstStage.Of(view, model.Cues, model.Networks);
        var found = BrokenClause.Find(view);
        if (first.Cues() is { Count: > 0 } cues)
            AddRead(view, first, model, cues, found);
        return found;
    }

    /// <summary>Adds the attributions of the cues, in so far as no attribution has them already.</summary>
    private static void AddRead(PassageView view, FirstStage first, QuoteModel model, List<FoundCue> cues, List<Attribution> found)
    {
        var passage = view.Passage;
        cues.RemoveAll(cue => found.Exists(broken => broken.Cue is { } own && own.Overlaps(passage.SpanOf(cue.Start, cue.End))));
        var likely = cues.ConvertAll(cue => CandidatesOf(passage, cue, first));
        likely.RemoveAll(candidates => candidates.Count == 0);
        var features = new CandidateFeatures(view, first.Likelihood);
        var readings =
            likely.ConvertAll(candidates => (Candidates: candidates, Probabilities: model.Ranker.Probabilities(features, candidates)));

        // The surest cue comes first. Its speaker says every word of its content, so no cue inside attributes anything. Each later cue
        // takes the best reading that the earlier ones leave.
        foreach (var (candidates, probabilities) in readings.OrderByDescending(reading => reading.Probabilities.Sum()))
        {
            var (best, evidence) = BestBeside(found, candidates, probabilities);
            if (best is null || evidence.Cue < MinCue || evidence.Reading < MinReading)
                continue;
            best = OpenQuotation.TakeIn(passage, SpeakerBounds.BehindAccording(view, WithParticle(passage, best)), found);
            var attribution = WithSubjectBehind(best.Cue, ContentBounds.Of(new Reading(view, best, found), AttributionOf(view, best)));
            if (IsTerm(attribution, best.Cue) || IsBesideNoun(attribution, best.Cue)
                || (attribution.Kind() == QuoteKind.Indirect
                    && (IsNobody(attribution) || IsOccasion(attribution, best.Cue) || IsHearer(view, attribution))))
                continue;
            // Content that a rule has lengthened replaces the attributions that it now overlaps.
            found.RemoveAll(inner => inner.Content.Any(own => attribution.Content.Any(own.Overlaps)));
            var (start, end) = CueBounds.Choose(view, first.Likelihood, best, model.Bounds);
            found.Add(WithPreposition(
                attribution, ref end) with
            { Evidence = evidence, Cue = passage.SpanOf(start, end), IsSaid = SpeechAct.Is(view, best) });
        }
    }

    private static List<Candidate> CandidatesOf(Passage passage, FoundCue cue, FirstStage first)
    {
        using var roles = first.RolesOf(cue);
        return Candidate.Of(passage, cue, roles);
    }

    /// <summary>The reading with the verb's particle in its cue, and not in its source: "points [out] Jane Roe".</summary>
    private static Candidate WithParticle(Passage passage, Candidate candidate) =>
        candidate.Source is { } source
            && source.Start == candidate.Cue.End
            && source.End > source.Start + 1
            && passage.KindAt(source.Start) == PieceKind.Word
        && CueVerbs.Readings(passage.Word(source.Start - 1))
            .Any(reading => reading.Verb.HasParticle(passage, source.Start))
            ? candidate with { Cue = candidate.Cue with { End = source.Start + 1 }, Source = source.From(source.Start + 1) } : candidate;

    /// <summary>
    /// The attribution with the preposition between verb and content in its cue, "warned [of] cracks", as in 1,386 of 1,451 labels of
    /// PolNeAR's training part.
    /// </summary>
    private static Attribution WithPreposition(Attribution attribution, ref int cueEnd)
    {
        var (passage, next) = (attribution.Passage, cueEnd);
        var at = attribution.Content.ToList().FindIndex(said => said.Start == next && said.End > next + 1);
        if (at < 0
            || !(passage.IsWord(next, "of")
                || passage.IsWord(next, "about")
                || passage.IsWord(next, "for")
                || passage.IsWord(next, "against")))
            return attribution;
        cueEnd++;
        return attribution with { Content = [.. attribution.Content.Select((said, k) => k == at ? said.From(said.Start + 1) : said)] };
    }

    /// <summary>
    /// The likeliest reading that is compatible with the other attributions, and its evidence; null where there is none.
    /// </summary>
    private static (
        Candidate? Best, Evidence Evidence) BestBeside(List<Attribution> others, List<Candidate> candidates, double[] probabilities)
    {
        var (best, most, sum) = (-1, 0.0, 0.0);
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (IsWithinAny(candidates[i], others))
                continue;
            sum += probabilities[i];
            if (probabilities[i] > most)
                (best, most) = (i, probabilities[i]);
        }

        return best < 0 ? (null, default) : (candidates[best], new Evidence(sum, most));
    }

    /// <summary>Whether the candidate's cue stands in the content of another attribution, or both say the same words.</summary>
    private static bool IsWithinAny(Candidate candidate, List<Attribution> others)
    {
        foreach (var other in others)
        {
            foreach (var said in other.Content)
            {
                if (said.Contains(candidate.Cue.Start) || candidate.Says(said))
                    return true;
            }
        }

        return false;
    }

    public static Attribution AttributionOf(PassageView view, Candidate candidate) => new()
    {
        Passage = view.Passage,
        Cue = view.Passage.SpanOf(candidate.Cue.Start, candidate.Cue.End),
        Source = candidate.Source is { } source && !IsImpersonal(view.Passage, candidate.Cue, source.Start, source.End)
            ? SpeakerBounds.Of(view, source, candidate.Cue) : null,
        Content = [.. candidate.Content.Select(said => Daytime.Drop(view.Passage, said))],
    };

    /// <summary>"It is said that", "It should be noted that"; not "It is warning that".</summary>
    private static bool IsImpersonal(Passage passage, FoundCue cue, int start, int end)
    {
        if (end - start != 1 || end != cue.Start || !passage.IsWord(start, "it"))
            return false;
        for (var i = cue.Start; i < cue.End - 1; i++)
        {
            if (passage.Is(i, WordClass.Be))
                return !passage.Word(cue.End - 1).EndsWith("ing", StringComparison.Ordinal);
        }

        return false;
    }

    /// <summary>
    /// Whether the source is the writer, the reader or nobody, which are no speakers: "We asked", "you know", "no one denies".
    /// </summary>
    private static bool IsNobody(Attribution attribution) =>
        attribution.Source is { } source && source.In(attribution.Passage.Text) is var words
        && (Nobody.Contains(words) || words.Equals("no one", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the attribution is only the occasion of another: it begins the sentence and has no source, "Asked about the gate, Roe said
    /// …".
    /// </summary>
    private static bool IsOccasion(Attribution attribution, FoundCue cue) => attribution.Content.Count > 0
        && ((cue.Start == 0 && (attribution.Source is null || attribution.Passage.IsWord(0, "asked")))
            || (cue.Start == 1 && attribution.Passage.IsWord(0, "when") && attribution.Passage.IsWord(1, "asked")));

    /// <summary>The attribution with the subject of the main clause behind it as its source: "Saying it was over, [Roe] left".</summary>
    private static Attribution WithSubjectBehind(FoundCue cue, Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Source is not null
            || cue.Start > 0
            || !Aside.IsParticiple(passage, cue.Start)
            || attribution.Content is not [.., var (_, end)])
            return attribution;
        var isClosed = passage.KindAt(end) == PieceKind.Comma
            || (passage[end - 1].Quotation is { } quotation && passage.Text[quotation.Inner.End - 1] == ',');
        var at = passage.KindAt(end) == PieceKind.Comma ? end + 1 : end;
        return isClosed && SourceFinder.First(passage, at, passage.Count) is var (start, behind) && start == at
            ? attribution with { Source = passage.SpanOf(start, behind) } : attribution;
    }

    /// <summary>Whether the content is only the hearer: "had a warning for [the board]", "had a message to [voters]".</summary>
    private static bool IsHearer(PassageView view, Attribution attribution)
    {
        var passage = attribution.Passage;
        return attribution.Content is [var (start, end)] && (passage.IsWord(start - 1, "for") || passage.IsWord(start - 1, "to"))
            && passage.KindAt(start - 2) == PieceKind.Word
            && Messages.Contains(passage.Word(start - 2))
            && !Enumerable.Range(start, end - start).Any(view.IsFinite);
    }

    /// <summary>Whether the cue is a participle beside a noun, and reports nothing: "The plan announced by the council".</summary>
    private static bool IsBesideNoun(Attribution attribution, FoundCue cue) =>
        attribution.Content is [var said] && said.End == cue.Start && cue.End == cue.Start + 1
        && attribution.Passage.IsWord(cue.End, "by") && attribution.Kind() == QuoteKind.Indirect;

    /// <summary>
    /// Whether the content is a quoted term, and the cue no reporting verb: "signed a 'de-escalation agreement'". A term is no sentence.
    /// </summary>
    private static bool IsTerm(Attribution attribution, FoundCue cue)
    {
        const int sentence = 30;   // in letters and signs
        var passage = attribution.Passage;
        for (var i = cue.Start; i < cue.End; i++)
        {
            if (passage.KindAt(i) != PieceKind.Word || CueVerbs.Find(passage.Word(i)) is not null || passage.IsWord(i, "according"))
                return false;
        }

        var quotations = passage.QuotationsIn(attribution.Content);
        return quotations.Count > 0 && quotations.TrueForAll(quotation => quotation.Inner.Length < sentence);
    }
}
