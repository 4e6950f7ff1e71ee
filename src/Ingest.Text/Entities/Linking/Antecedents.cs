namespace Ingest.Text.Entities.Linking;

/// <summary>
/// Those who were mentioned lately, weighed for a pronoun: nearness, who is the subject, who spoke last, who is named often; gender must agree.
/// The weights are set by hand; one unit is about what being the subject is worth.
/// </summary>
/// <param name="scene">The article.</param>
/// <param name="evidence">Told of whom each pronoun may mean.</param>
/// <param name="neutral">Those who are neither he nor she.</param>
internal sealed class Antecedents(Scene scene, GenderEvidence evidence, IReadOnlySet<Referent> neutral)
{
    /// <summary>In sentences: beyond, a pronoun is not understood without a name.</summary>
    private const int Reach = 7;

    /// <summary>So many people are a list, in which nobody is meant by a pronoun.</summary>
    private const int MaxRecent = 50;

    // Nearness by sentences between mention and pronoun.
    private static readonly float[] Nearness = [3.4f, 2.6f, 1.6f, 1.0f, 0.5f, 0.2f, 0.1f, 0.0f];

    /// <summary>What each halving of the likelihood of a gender costs: so much is a sure one worth against one of which nothing is known.</summary>
    private const float Agreement = 0.8f;

    /// <summary>Of a score no greater, nobody is meant.</summary>
    private const float Least = -0.4f;

    /// <summary>Less likely than so, nobody of that gender is meant.</summary>
    private const float LeastLikelihood = 0.06f;

    private readonly List<Referent> _recent = [];
    private readonly List<(Referent Referent, float Score)> _candidates = [];
    private readonly List<(Referent Referent, Sighting Last, int Count, int CountOutside)> _kept = [];
    private Referent? _subject;
    private Referent? _lastSpeaker;
    private Referent? _keptSpeaker;
    private (Referent Referent, int End)? _lastSeen;
    private int _subjectAt;
    private int _clauseStart;
    private int _sentence;

    /// <summary>Keeps what is known now, so that <see cref="Return"/> can walk the same stretch again.</summary>
    public void Keep()
    {
        _kept.Clear();
        foreach (var referent in _recent)
            _kept.Add((referent, referent.Last, referent.Count, referent.CountOutside));
        _keptSpeaker = _lastSpeaker;
    }

    public void Return()
    {
        _recent.Clear();
        foreach (var (referent, last, count, outside) in _kept)
        {
            (referent.Last, referent.Count, referent.CountOutside) = (last, count, outside);
            _recent.Add(referent);
        }

        _lastSpeaker = _keptSpeaker;
    }

    public void Enter(int sentence)
    {
        (_sentence, _subject, _lastSeen) = (sentence, null, null);
        _clauseStart = scene.Doc.Sentences[sentence].FirstToken;
        _recent.RemoveAll(referent => sentence - referent.Last.Sentence > Reach);
    }

    public void See(Phrase phrase, Function function)
    {
        var quotation = scene.Quotations[phrase.First];
        _lastSeen = (phrase.Referent, phrase.End);
        phrase.Referent.See(new Sighting(_sentence, phrase.First, phrase.End, quotation, function));
        if (function == Function.Subject)
        {
            (_subject, _subjectAt, _clauseStart) = (phrase.Referent, phrase.First, phrase.First);
            if (quotation == 0 && phrase.Speaks(scene))
                _lastSpeaker = phrase.Referent;
        }

        if (_recent.Contains(phrase.Referent))
            return;
        if (_recent.Count == MaxRecent)
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
        else if (scene.Is(at, WordUse.Subordinator) || scene.Text(at) is ";" || (scene.Is(at, WordUse.Saying) && scene.Is(at + 1, WordUse.Determiner)) || (scene.Is(at, WordUse.Coordinator) && scene.Is(at + 1, WordUse.Determiner)))
            _clauseStart = at;
    }

    /// <summary>The best of those that fit, <paramref name="speaker"/> apart; null when it is nobody. It may be somebody without a name.</summary>
    public Referent? Best(Pronoun pronoun, (Referent Referent, float Score)? ahead, Referent? speaker)
    {
        _candidates.Clear();
        if (ahead is { } cataphor)
            _candidates.Add((cataphor.Referent, cataphor.Score + Standing(cataphor.Referent)));
        foreach (var referent in _recent)
        {
            if (referent != speaker && referent != ahead?.Referent && !neutral.Contains(referent) && !IsBarred(referent, pronoun))
                _candidates.Add((referent, Score(referent, pronoun)));
        }

        evidence.Hear(pronoun.Gender, _candidates);
        var (best, bestScore) = ((Referent?)null, Least);
        foreach (var (referent, standing) in _candidates)
        {
            var likelihood = referent.Likelihood(pronoun.Gender);
            var score = standing + Agreement * MathF.Log2(likelihood);
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

    private float Score(Referent referent, Pronoun pronoun)
    {
        var last = referent.Last;
        var quotation = scene.Quotations[pronoun.At];
        var isHere = last.Sentence == _sentence;
        var score = Nearness[_sentence - last.Sentence] + Standing(referent);
        if (scene.Doc.Sentences[last.Sentence].Paragraph == scene.Doc.Sentences[_sentence].Paragraph)
            score += 0.3f;
        if (last.Function == Function.Subject)
            score += isHere && IsInfinitive(pronoun) ? -0.5f : 1;
        else if (last.Function != Function.Object)
            score -= 0.3f;
        // Somebody without a name is soon forgotten, but for a subject.
        if (referent.Person is null)
            score -= last.Function == Function.Subject ? 0.1f : 1;
        if (quotation != last.Quotation)
            score -= quotation != 0 || referent.CountOutside > 1 ? 0.6f : 1.5f;
        if (pronoun.IsSpeaker && referent == _lastSpeaker && _sentence - last.Sentence <= 3)
            score += 0.5f;
        // "Roe and his brother".
        if (pronoun.Form == PronounForm.Possessive && last.End == pronoun.At - 1 && scene.Is(last.End, WordUse.Coordinator))
            score += 2;
        if (!isHere || referent != _subject)
            return score;
        // "Roe said he", "Roe shook his head", "Roe hurt himself".
        return score + (pronoun.Form is PronounForm.Possessive or PronounForm.Reflexive || scene.Is(pronoun.At - 1, WordUse.Saying) ? 1 : 0.3f);
    }

    /// <summary>"to read her": who reads is seldom she.</summary>
    private bool IsInfinitive(Pronoun pronoun) => pronoun.Form == PronounForm.Object && scene.IsPlain(pronoun.At - 1) && scene.Text(pronoun.At - 2) is "to";

    /// <summary>What speaks for somebody wherever the pronoun stands.</summary>
    private static float Standing(Referent referent) =>
        referent.Person is { } person ? 0.27f * MathF.Log2(1 + Math.Max(person.NameCount, referent.Count)) : 0;

    private bool IsBarred(Referent referent, Pronoun pronoun)
    {
        var last = referent.Last;
        if (last.Sentence != _sentence)
            return false;
        // "Roe told him": the object of a clause isn't its subject. But "Roe closed the door behind him".
        if (pronoun.Form == PronounForm.Object && referent == _subject && _clauseStart <= _subjectAt
            && scene.Text(pronoun.At - 1) is not ("behind" or "around" or "near" or "before" or "with" or "over"))
            return true;
        // "Jane Roe, her sister": the phrase is about her whom it isn't.
        return pronoun.Form == PronounForm.Possessive && last.End == pronoun.At - 1 && scene.IsComma(last.End)
            && (scene.Is(pronoun.At + 1, WordUse.Person | WordUse.Kin) || scene.IsPlain(pronoun.At + 1));
    }
}
