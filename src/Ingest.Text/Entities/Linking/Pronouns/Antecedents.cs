using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>The people mentioned lately, weighed by <see cref="Clue"/> as antecedents of a pronoun; the gender must agree.</summary>
/// <param name="scene">The article.</param>
/// <param name="discourse">The people mentioned before the pronoun.</param>
/// <param name="binding">The people whom the pronoun cannot mean.</param>
/// <param name="evidence">Collects whom each pronoun may mean.</param>
/// <param name="neutral">The people who are called "they".</param>
internal sealed class Antecedents(
    Scene scene, Discourse discourse, Binding binding, GenderEvidence evidence, IReadOnlySet<Referent> neutral)
{
    /// <summary>The pronoun means nobody for whom its gender is less likely than this.</summary>
    private const float LeastLikelihood = 0.06f;

    private readonly List<(Referent Referent, float Score)> _candidates = [];

    /// <summary>
    /// The best antecedent that fits, except <paramref name="speaker"/>; null when the pronoun means nobody. The antecedent may be
    /// somebody without a name.
    /// </summary>
    public (Referent Referent, float Certainty)? Best(Pronoun pronoun, (Referent Referent, float Score)? ahead, Referent? speaker)
    {
        _candidates.Clear();
        var says = pronoun.Says(scene);
        if (ahead is { } cataphor)
            _candidates.Add((cataphor.Referent, cataphor.Score + cataphor.Referent.Standing));
        var people = 0;
        for (var i = discourse.Recent.Count - 1; i >= 0; i--)
        {
            var referent = discourse.Recent[i];
            if (referent == speaker || referent == ahead?.Referent || neutral.Contains(referent) || binding.IsBarred(referent, pronoun))
                continue;
            var score = Score(referent, pronoun, says: false) + referent.Standing + Clue.PeopleSince * MathF.Log2(1 + people);
            _candidates.Add((referent, score));
            if (referent.Person is not null)
                people++;
        }

        // The evidence of gender uses the weights without the clues for speakers. With them, two people of unknown gender would be
        // confused.
        evidence.Hear(pronoun.Gender, _candidates);
        if (says)
            WeighSpeakers(pronoun);
        var (best, bestScore, all) = ((Referent?)null, Clue.Nobody, MathF.Exp(Clue.Nobody));
        foreach (var (referent, standing) in _candidates)
        {
            var likelihood = referent.Likelihood(pronoun.Gender);
            var score = standing + Clue.Gender * MathF.Log(likelihood);
            all += MathF.Exp(score);
            if (likelihood >= LeastLikelihood
                && (score > bestScore || (score == bestScore && best is not null && referent.Last.First > best.Last.First)))
                (best, bestScore) = (referent, score);
        }

        return best is null ? null : (best, MathF.Exp(bestScore) / all);
    }

    /// <summary>Weighs the candidates anew as speakers. A candidate named only behind the pronoun keeps his weight.</summary>
    private void WeighSpeakers(Pronoun pronoun)
    {
        for (var i = 0; i < _candidates.Count; i++)
        {
            var referent = _candidates[i].Referent;
            if (referent.Last.First >= 0 && referent.Last.First < pronoun.At)
                _candidates[i] = (referent, Score(referent, pronoun, says: true) + referent.Standing
                    + Clue.PeopleSince * MathF.Log2(1 + discourse.PeopleToldSince(referent)));
        }
    }

    /// <summary>
    /// The person called "they" whom a "they" means: the subject, or the person named last, of this sentence or the one before; null when
    /// it means nobody.
    /// </summary>
    public Referent? Neutral(int at, Referent? speaker)
    {
        var (best, last) = ((Referent?)null, (Referent?)null);
        foreach (var referent in discourse.Recent)
        {
            if (last is null || referent.Last.First > last.Last.First)
                last = referent;
            if (neutral.Contains(referent)
                && referent != speaker
                && discourse.Sentence - referent.Last.Sentence <= 1
                && scene.Quotations[at] == referent.Last.Quotation
                && (best is null || referent.Last.First > best.Last.First))
                best = referent;
        }

        return best?.Last.Function == Function.Subject || best == last ? best : null;
    }

    /// <summary>
    /// The person whom an epithet surely means, of any gender where its noun tells none; null when it may mean another, or somebody
    /// without a name.
    /// </summary>
    /// <param name="epithet">The subject of its clause, outside quotations.</param>
    /// <param name="at">Its first token.</param>
    /// <param name="last">
    /// Where each person is mentioned last in the epithet's sentence. A person mentioned behind the epithet is not meant.
    /// </param>
    public Referent? Best(Epithet epithet, int at, IReadOnlyDictionary<Referent, int> last)
    {
        var pronoun = new Pronoun(epithet.Noun, epithet.Gender, PronounForm.Subject,
            scene.Is(epithet.Noun + 1, WordUse.AnySaying) || scene.Is(epithet.Noun - 1, WordUse.Saying));
        var (best, bestScore, second) = ((Referent?)null, float.NegativeInfinity, float.NegativeInfinity);
        var people = 0;
        for (var i = discourse.Recent.Count - 1; i >= 0; i--)
        {
            var referent = discourse.Recent[i];
            // "Lind said the striker": where the sentence mentions a person, the epithet may mean him or another.
            if ((referent.Last.Sentence == discourse.Sentence && referent.Last.Quotation == 0) || epithet.Repeats(scene, referent))
                return null;
            var since = referent.Person is null ? people : people++;
            if (referent.Last.Quotation != 0 || (last.TryGetValue(referent, out var next) && next > at)
                || (epithet.Gender != Gender.Unknown && referent.Likelihood(epithet.Gender) < LeastLikelihood))
                continue;
            if (epithet.Weigh(referent) is not { } own)
                continue;
            // The standing counts twice: epithets mostly mean the person whom the article is about.
            var score = Score(referent, pronoun, says: false) + 2 * referent.Standing + Clue.PeopleSince * MathF.Log2(1 + since) + own;
            if (score > bestScore)
                (best, bestScore, second) = (referent, score, bestScore);
            else
                second = Math.Max(second, score);
        }

        return best?.Person is { } person && bestScore >= 0 && bestScore - second >= Clue.Sure
            && epithet.MayMean(scene, person, isAlone: discourse.People == 1)
            ? best : null;
    }

    /// <param name="referent">A person mentioned before.</param>
    /// <param name="pronoun">The pronoun that may mean the person.</param>
    /// <param name="says">Whether the person is weighed as a speaker.</param>
    private float Score(Referent referent, Pronoun pronoun, bool says)
    {
        // The pronoun says the quoted words between. They add no distance, and a mention in them makes nobody the speaker.
        var last = says && referent.Told is { } told ? told : referent.Last;
        var (isHere, isSubject) = (last.Sentence == discourse.Sentence, last.Function == Function.Subject);
        var distance = says && !isHere ? Math.Max(1, discourse.ToldSince(last.Sentence)) : discourse.Sentence - last.Sentence;
        var score = last.Surroundings + distance switch
        {
            0 => Clue.SameSentence,
            1 => Clue.OneBack,
            2 => Clue.TwoBack,
            _ => Clue.FarBack,
        };
        if (scene.Doc.Sentences[last.Sentence].Paragraph != scene.Doc.Sentences[discourse.Sentence].Paragraph)
            score += Clue.OtherParagraph;
        if (last.Function is Function.Oblique or Function.Owner)
            score += isHere ? Clue.LesserHere : Clue.LesserBefore;
        if (isSubject && pronoun.Form == PronounForm.Subject)
            score += isHere ? Clue.ParallelHere : Clue.ParallelBefore;
        if (isHere && referent == discourse.Subject.Referent)
            score += WeighClauseSubject(pronoun);
        if (isHere && IsOwnerOfKin(last, pronoun))
            score += Clue.OwnerOfKin;
        if (referent == (says ? discourse.LeadBefore : discourse.TopicBefore))
            score += says && referent.Person is not null ? Clue.LeadOfSpeaker : Clue.Topic;
        if (says && isHere && referent == discourse.Lead && referent.MayLead && scene.Is(pronoun.At - 1, WordUse.Coordinator))
            score += Clue.AndHeSays;
        if (pronoun.Form == PronounForm.Possessive && last.End == pronoun.At - 1 && scene.Is(last.End, WordUse.Coordinator))
            score += Clue.AndHis;
        if (referent.Person is null && !(says && referent.IsNew && referent == discourse.LastSpeaker.Referent))
            score += isSubject ? Clue.NamelessSubject : Clue.Nameless;
        var quotation = scene.Quotations[pronoun.At];
        if (quotation != last.Quotation && (quotation != 0 || referent.CountOutside <= 1))
            score += quotation != 0 ? Clue.IntoQuotation : Clue.OnlyInQuotation;
        return score + WeighLastSpeaker(referent, pronoun, says);
    }

    private float WeighClauseSubject(Pronoun pronoun)
    {
        var score = Clue.ClauseSubject;
        if (pronoun.Form == PronounForm.Reflexive)
            score += Clue.OfReflexive;
        if (scene.Is(pronoun.At - 1, WordUse.Saying))
            score += Clue.SaidThat;
        return score;
    }

    /// <summary>Whoever spoke last speaks again, and does not who is named in the clause that is said.</summary>
    private float WeighLastSpeaker(Referent referent, Pronoun pronoun, bool says)
    {
        var score = 0f;
        var spoke = discourse.LastSpeaker;
        if (pronoun.IsSpeaker && !(says && spoke == (referent, discourse.Sentence)) && binding.IsNamedBefore(pronoun.At, referent))
            score += Clue.NamedInClauseSaid;
        if ((pronoun.IsSpeaker || says)
            && referent == spoke.Referent
            && (says ? discourse.ToldSince(spoke.Sentence) : discourse.Sentence - spoke.Sentence) is var since and <= 3)
        {
            if (!says || !discourse.IsFloorLost(pronoun.Gender))
                score += Clue.SpeaksAgain + (since == 1 ? Clue.SpokeBefore : 0);
            if (scene.Text(pronoun.At + 1) is "added" or "adds" or "continued" or "continues" or "concluded" or "concludes")
                score += Clue.SpeaksOn;
        }

        return score;
    }

    /// <summary>
    /// Whether the clause's subject is the person's kin and of the pronoun's gender: "Roe's elder sister said that she"; neither "Asked
    /// where his brother was, he" nor "Roe and his brother said that he".
    /// </summary>
    private bool IsOwnerOfKin(Sighting last, Pronoun pronoun)
    {
        const int most = 3;   // tokens between the two, the possessive among them
        return discourse.Subject is ({ IsKin: true } kin, var at)
            && kin.Likelihood(pronoun.Gender) > 0.5f
            && last.End <= at
            && at - last.End <= most
            && !scene.IsComma(pronoun.At - 1)
            && !scene.Is(pronoun.At - 1, WordUse.Coordinator)
            && !scene.Is(last.First - 1, WordUse.Coordinator);
    }
}
