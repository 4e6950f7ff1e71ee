using Ingest.Text.Documents;
using Ingest.Text.Entities.Linking.People;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// Those who were mentioned lately, weighed for a pronoun by <see cref="Clue"/>; gender must agree.
/// </summary>
/// <param name="scene">The article.</param>
/// <param name="phrases">For each token the phrase that begins there.</param>
/// <param name="evidence">Told of whom each pronoun may mean.</param>
/// <param name="neutral">Those who are neither he nor she.</param>
internal sealed class Antecedents(Scene scene, Phrase?[] phrases, GenderEvidence evidence, IReadOnlySet<Referent> neutral)
{
    /// <summary>In sentences: beyond, a pronoun is not understood without a name.</summary>
    private const int Reach = 7;

    /// <summary>In tokens: what is longer is no clause.</summary>
    private const int LongestClause = 40;

    /// <summary>So many people are a list, in which nobody is meant by a pronoun.</summary>
    private const int MaxRecent = 50;

    /// <summary>How likely the pronoun's gender must be of somebody, at least, for the pronoun to mean them.</summary>
    private const float LeastLikelihood = 0.06f;

    // Ordered by last mention, the newest last.
    private readonly List<Referent> _recent = [];
    private readonly List<(Referent Referent, float Score)> _candidates = [];
    private readonly List<(Referent Referent, Sighting Last, int CountOutside)> _kept = [];
    // Named so far.
    private readonly HashSet<Referent> _people = [];
    private Referent? _subject, _topic, _topicBefore, _lastSpeaker;
    private (Referent? Topic, Referent? Speaker) _keptFocus;
    private (Referent Referent, int End, Function Function)? _lastSeen;
    private int _subjectAt;
    private int _clauseStart;
    private int _sentence;

    /// <summary>Keeps what is known now, so that <see cref="Return"/> can walk the same stretch again.</summary>
    public void Keep()
    {
        _kept.Clear();
        foreach (var referent in _recent)
            _kept.Add((referent, referent.Last, referent.CountOutside));
        _keptFocus = (_topic, _lastSpeaker);
    }

    public void Return()
    {
        _recent.Clear();
        foreach (var (referent, last, outside) in _kept)
        {
            (referent.Last, referent.CountOutside) = (last, outside);
            _recent.Add(referent);
        }

        (_topic, _lastSpeaker) = _keptFocus;
    }

    public void Enter(int sentence)
    {
        (_sentence, _subject, _lastSeen) = (sentence, null, null);
        (_topic, _topicBefore) = (null, _topic);
        _clauseStart = scene.Doc.Sentences[sentence].FirstToken;
        _recent.RemoveAll(referent => sentence - referent.Last.Sentence > Reach);
    }

    public void See(Phrase phrase, Function function)
    {
        var quotation = scene.Quotations[phrase.First];
        // "by Roe and Poe": both are what the first is.
        if (_lastSeen is { } head && head.End == phrase.First - 1 && (scene.Is(head.End, WordUse.Coordinator) || scene.IsComma(head.End))
            && function is Function.Subject or Function.Object && !scene.IsVerb(phrase.End))
            function = head.Function == Function.Owner ? Function.Object : head.Function;
        _lastSeen = (phrase.Referent, phrase.End, function);
        phrase.Referent.See(new Sighting(_sentence, phrase.First, phrase.End, quotation, function, Surroundings(phrase)));
        if (function == Function.Subject)
        {
            _topic ??= phrase.Referent;
            (_subject, _subjectAt, _clauseStart) = (phrase.Referent, phrase.First, phrase.First);
            if (quotation == 0 && phrase.Speaks(scene))
                _lastSpeaker = phrase.Referent;
        }

        if (phrase.Referent.Person is not null)
            _people.Add(phrase.Referent);
        if (!_recent.Remove(phrase.Referent) && _recent.Count == MaxRecent)
            _recent.RemoveAt(0);
        _recent.Add(phrase.Referent);
    }

    /// <summary>Over a token that mentions nobody: another subject ends the clause.</summary>
    public void Pass(int at)
    {
        // "Roe, who had seen him": the clause has the one before it for its subject.
        if (scene.Text(at) is "who" && _lastSeen is { } head && (head.End == at || (head.End == at - 1 && scene.IsComma(head.End))))
        {
            (_subject, _subjectAt, _clauseStart) = (head.Referent, at, at);
            return;
        }

        if (scene.Is(at, WordUse.Other) && scene.IsVerb(at + 1))
            (_subject, _clauseStart) = (null, at);
        else if (scene.Is(at, WordUse.Subordinator) || scene.Text(at) is ";"
            || (scene.Is(at, WordUse.Saying) && scene.Is(at + 1, WordUse.Determiner))
            || (scene.Is(at, WordUse.Coordinator) && scene.Is(at + 1, WordUse.Determiner)))
            _clauseStart = at;
    }

    /// <summary>The best of those that fit, <paramref name="speaker"/> apart; null when it is nobody. It may be somebody without a name.</summary>
    public Referent? Best(Pronoun pronoun, (Referent Referent, float Score)? ahead, Referent? speaker)
    {
        _candidates.Clear();
        if (ahead is { } cataphor)
            _candidates.Add((cataphor.Referent, cataphor.Score + cataphor.Referent.Standing));
        var people = 0;
        for (var i = _recent.Count - 1; i >= 0; i--)
        {
            var referent = _recent[i];
            if (referent == speaker || referent == ahead?.Referent || neutral.Contains(referent) || IsBarred(referent, pronoun))
                continue;
            _candidates.Add((referent, Score(referent, pronoun) + referent.Standing + Clue.PeopleSince * MathF.Log2(1 + people)));
            if (referent.Person is not null)
                people++;
        }

        evidence.Hear(pronoun.Gender, _candidates);
        var (best, bestScore) = ((Referent?)null, Clue.Nobody);
        foreach (var (referent, standing) in _candidates)
        {
            var likelihood = referent.Likelihood(pronoun.Gender);
            var score = standing + Clue.Gender * MathF.Log(likelihood);
            if (likelihood >= LeastLikelihood && (score > bestScore || (score == bestScore && best is not null && referent.Last.First > best.Last.First)))
                (best, bestScore) = (referent, score);
        }

        return best;
    }

    /// <summary>
    /// Whom of those who are called so a "they" means: who in this sentence or the one before was its subject or was named last; null when it is nobody.
    /// </summary>
    public Referent? Neutral(int at, Referent? speaker)
    {
        var (best, last) = ((Referent?)null, (Referent?)null);
        foreach (var referent in _recent)
        {
            if (last is null || referent.Last.First > last.Last.First)
                last = referent;
            if (neutral.Contains(referent) && referent != speaker && _sentence - referent.Last.Sentence <= 1 && scene.Quotations[at] == referent.Last.Quotation
                && (best is null || referent.Last.First > best.Last.First))
                best = referent;
        }

        return best?.Last.Function == Function.Subject || best == last ? best : null;
    }

    /// <summary>
    /// The one whom an epithet surely means, gender apart where its noun tells none; null when it may be another, or somebody without a
    /// name.
    /// </summary>
    /// <param name="epithet">The subject of its clause, outside quotations.</param>
    /// <param name="ahead">Who is mentioned behind it in its sentence, and so is somebody else.</param>
    public Referent? Best(Epithet epithet, IReadOnlySet<Referent> ahead)
    {
        var pronoun = new Pronoun(epithet.Noun, epithet.Gender, PronounForm.Subject,
            scene.Is(epithet.Noun + 1, WordUse.AnySaying) || scene.Is(epithet.Noun - 1, WordUse.Saying));
        var (best, bestScore, second) = ((Referent?)null, float.NegativeInfinity, float.NegativeInfinity);
        var people = 0;
        for (var i = _recent.Count - 1; i >= 0; i--)
        {
            var referent = _recent[i];
            // "Lind said the striker": of two in a sentence it may be either.
            if ((referent.Last.Sentence == _sentence && referent.Last.Quotation == 0) || epithet.Repeats(scene, referent))
                return null;
            var since = referent.Person is null ? people : people++;
            if (referent.Last.Quotation != 0 || ahead.Contains(referent)
                || (epithet.Gender != Gender.Unknown && referent.Likelihood(epithet.Gender) < LeastLikelihood))
                continue;
            if (epithet.Weigh(referent) is not { } own)
                continue;
            // The standing counts twice: whoever the article is about is called by epithets the most.
            var score = Score(referent, pronoun) + 2 * referent.Standing + Clue.PeopleSince * MathF.Log2(1 + since) + own;
            if (score > bestScore)
                (best, bestScore, second) = (referent, score, bestScore);
            else
                second = Math.Max(second, score);
        }

        return best?.Person is { } person && bestScore >= 0 && bestScore - second >= Clue.Sure
            && epithet.MayMean(scene, person, isAlone: _people.Count == 1)
            ? best : null;
    }

    private float Score(Referent referent, Pronoun pronoun)
    {
        var last = referent.Last;
        var (isHere, isSubject) = (last.Sentence == _sentence, last.Function == Function.Subject);
        var score = last.Surroundings + (_sentence - last.Sentence) switch { 0 => Clue.SameSentence, 1 => Clue.OneBack, 2 => Clue.TwoBack, _ => Clue.FarBack };
        if (scene.Doc.Sentences[last.Sentence].Paragraph != scene.Doc.Sentences[_sentence].Paragraph)
            score += Clue.OtherParagraph;
        if (last.Function is Function.Oblique or Function.Owner)
            score += isHere ? Clue.LesserHere : Clue.LesserBefore;
        if (isSubject && pronoun.Form == PronounForm.Subject)
            score += isHere ? Clue.ParallelHere : Clue.ParallelBefore;
        if (isHere && referent == _subject)
        {
            score += Clue.ClauseSubject;
            if (pronoun.Form == PronounForm.Reflexive)
                score += Clue.OfReflexive;
            if (scene.Is(pronoun.At - 1, WordUse.Saying))
                score += Clue.SaidThat;
        }

        if (referent == _topicBefore)
            score += Clue.Topic;
        if (pronoun.Form == PronounForm.Possessive && last.End == pronoun.At - 1 && scene.Is(last.End, WordUse.Coordinator))
            score += Clue.AndHis;
        if (referent.Person is null)
            score += isSubject ? Clue.NamelessSubject : Clue.Nameless;
        var quotation = scene.Quotations[pronoun.At];
        if (quotation != last.Quotation && (quotation != 0 || referent.CountOutside <= 1))
            score += quotation != 0 ? Clue.IntoQuotation : Clue.OnlyInQuotation;
        if (pronoun.IsSpeaker && IsNamedBefore(pronoun.At, referent))
            score += Clue.NamedInClauseSaid;
        if (pronoun.IsSpeaker && referent == _lastSpeaker && _sentence - last.Sentence <= 3)
            score += Clue.SpeaksAgain + (scene.Text(pronoun.At + 1) is "added" or "adds" or "continued" or "continues" or "concluded" or "concludes" ? Clue.SpeaksOn : 0);
        return score;
    }

    /// <summary>"(Roe)", "Roe and Poe".</summary>
    private float Surroundings(Phrase phrase)
    {
        var (before, after) = (phrase.First - 1, phrase.End);
        var isListed = (scene.Is(after, WordUse.Coordinator) && scene.IsCapital(after + 1))
            || (scene.Is(before, WordUse.Coordinator) && scene.IsCapital(before - 1));
        return (isListed ? Clue.InList : 0) + (scene.Text(before) is "(" or "[" ? Clue.InBrackets : 0);
    }

    private bool IsBarred(Referent referent, Pronoun pronoun)
    {
        if (pronoun.Form == PronounForm.Subject && IsNamedBehind(referent, pronoun))
            return true;
        if (pronoun.IsSpeaker && IsNamedInWordsOf(pronoun.At, referent))
            return true;
        var last = referent.Last;
        if (last.Sentence != _sentence)
            return false;
        // "Roe told him": the object of a clause isn't its subject. But "Roe closed the door behind him".
        if (pronoun.Form == PronounForm.Object && referent == _subject && _clauseStart <= _subjectAt
            && scene.Text(pronoun.At - 1) is not ("behind" or "around" or "near" or "before" or "with" or "over"))
            return true;
        // In "Jane Roe, her sister", "her" is not Jane Roe.
        return pronoun.Form == PronounForm.Possessive && last.End == pronoun.At - 1 && scene.IsComma(last.End)
            && (scene.Is(pronoun.At + 1, WordUse.Person | WordUse.Kin) || scene.IsPlain(pronoun.At + 1));
    }

    /// <summary>“Roe is wrong,” he said: who speaks doesn't call himself by name. But “They told me, ‘Roe knows,’” he said.</summary>
    private bool IsNamedInWordsOf(int speaker, Referent referent)
    {
        const int before = 3, behind = 4;   // tokens: “…”, and he said; he told Roe: “…”
        return scene.Quotations[speaker] == 0
            && (IsNamedIn(scene.QuotationNear(speaker, -before), referent) || IsNamedIn(scene.QuotationNear(speaker, behind), referent));
    }

    /// <summary>"Roe has failed, he said": the same without marks, where no more than how and where it was said stands behind.</summary>
    private bool IsNamedBefore(int speaker, Referent referent)
    {
        var sentence = scene.Doc.Sentences[_sentence];
        var before = speaker > 0 && scene.Doc.Tokens[speaker - 1].Kind == TokenKind.QuotationMark ? speaker - 2 : speaker - 1;
        if (scene.Quotations[speaker] != 0 || !scene.IsComma(before) || scene.Is(sentence.FirstToken, WordUse.Subordinator))
            return false;
        for (var i = speaker + 2; i < sentence.EndToken && !scene.IsComma(i); i++)
        {
            if (scene.IsVerb(i) || scene.Quotations[i] != 0 || scene.Is(i, WordUse.Subordinator))
                return false;
        }

        return IsNamedIn(Math.Max(sentence.FirstToken, speaker - LongestClause)..speaker, referent);
    }

    private bool IsNamedIn(Range tokens, Referent referent)
    {
        var isNested = false;
        for (var i = tokens.Start.Value; i < tokens.End.Value; i++)
        {
            if (scene.Doc.Tokens[i].Kind == TokenKind.QuotationMark)
                isNested = !isNested;
            else if (!isNested && phrases[i] is { } phrase && phrase.Referent == referent && scene.IsCapital(i)
                && !scene.Is(i, WordUse.Determiner) && Pronoun.Read(scene, i) is null)
                return true;
        }

        return false;
    }

    /// <summary>
    /// "He was pardoned by Roe", "he said Roe had left": the subject of a clause isn't named in what is told of him (Chomsky 1981,
    /// Principle C).
    /// </summary>
    private bool IsNamedBehind(Referent referent, Pronoun pronoun)
    {
        var end = Math.Min(scene.Doc.Sentences[_sentence].EndToken, pronoun.At + LongestClause);
        for (var i = pronoun.At + 1; i < end && (scene.IsWord(i) || scene.IsPossessive(i)) && !scene.Is(i, WordUse.Coordinator); i++)
        {
            if (phrases[i] is { } phrase && phrase.Referent == referent && Pronoun.Read(scene, i) is null)
                return true;
        }

        return false;
    }
}
