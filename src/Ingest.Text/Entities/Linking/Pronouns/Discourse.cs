using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>The people mentioned up to a place in the article, and the speaker who has the floor there.</summary>
internal sealed class Discourse(Scene scene)
{
    /// <summary>In sentences; beyond, readers do not understand a pronoun without a name.</summary>
    private const int Reach = 7;

    /// <summary>More people are a list, and no pronoun means anybody in it.</summary>
    private const int MaxRecent = 50;

    private readonly List<Referent> _recent = [];
    private readonly List<(Referent Referent, Sighting Last, Sighting? Told, int CountOutside)> _kept = [];
    private readonly HashSet<Referent> _people = [];
    private Referent? _topic;
    private Focus _keptFocus;
    private (Referent Referent, int End, Function Function)? _lastSeen;

    /// <summary>The people mentioned lately, by last mention, the newest last.</summary>
    public IReadOnlyList<Referent> Recent => _recent;

    /// <summary>How many people were named.</summary>
    public int People => _people.Count;

    /// <summary>The sentence that is read.</summary>
    public int Sentence { get; private set; }

    /// <summary>The last subject of a clause, and its place.</summary>
    public (Referent? Referent, int At) Subject { get; private set; }

    /// <summary>The token where the clause begins.</summary>
    public int ClauseStart { get; private set; }

    /// <summary>The first subject of the sentence before.</summary>
    public Referent? TopicBefore { get; private set; }

    /// <summary>The last speaker, and the sentence.</summary>
    public (Referent? Referent, int Sentence) LastSpeaker { get; private set; }

    /// <summary>The first subject outside quotations of the sentence that is read, up to where it is read.</summary>
    public Referent? Lead { get; private set; }

    /// <summary>The first subject outside quotations of the last sentence before that has words there.</summary>
    public Referent? LeadBefore { get; private set; }

    /// <summary>Keeps what is known now, so that <see cref="Return"/> can walk the same stretch again.</summary>
    public void Keep()
    {
        _kept.Clear();
        foreach (var referent in _recent)
            _kept.Add((referent, referent.Last, referent.Told, referent.CountOutside));
        _keptFocus = new Focus(_topic, Lead, LeadBefore, LastSpeaker);
    }

    public void Return()
    {
        _recent.Clear();
        foreach (var (referent, last, told, outside) in _kept)
        {
            (referent.Last, referent.Told, referent.CountOutside) = (last, told, outside);
            _recent.Add(referent);
        }

        (_topic, Lead, LeadBefore, LastSpeaker) = _keptFocus;
    }

    public void Enter(int sentence)
    {
        (Sentence, Subject, _lastSeen) = (sentence, default, null);
        (_topic, TopicBefore) = (null, _topic);
        if (sentence > 0 && scene.IsTold(sentence - 1))
            (Lead, LeadBefore) = (null, Lead);
        ClauseStart = scene.Doc.Sentences[sentence].FirstToken;
        for (var i = _recent.Count - 1; i >= 0; i--)
        {
            if (sentence - _recent[i].Last.Sentence > Reach)
                _recent.RemoveAt(i);
        }
    }

    public void See(Phrase phrase, Function function)
    {
        var quotation = scene.Quotations[phrase.First];
        // "by Roe and Poe": both have the function of the first.
        if (_lastSeen is { } head && head.End == phrase.First - 1 && (scene.Is(head.End, WordUse.Coordinator) || scene.IsComma(head.End))
            && function is Function.Subject or Function.Object && !scene.IsVerb(phrase.End))
            function = head.Function == Function.Owner ? Function.Object : head.Function;
        _lastSeen = (phrase.Referent, phrase.End, function);
        phrase.Referent.See(new Sighting(Sentence, phrase.First, phrase.End, quotation, function, Surroundings(phrase)));
        if (function == Function.Subject)
        {
            _topic ??= phrase.Referent;
            (Subject, ClauseStart) = ((phrase.Referent, phrase.First), phrase.First);
            if (quotation == 0 && phrase.Referent.Last.Surroundings == 0 && phrase.Leads(scene))
                Lead ??= phrase.Referent;
        }

        if (quotation == 0 && (function == Function.Subject
                ? phrase.Speaks(scene) || (phrase.Referent.MayLead && phrase.Voices(scene))
                : phrase.IsSource(scene)))
            LastSpeaker = (phrase.Referent, Sentence);

        if (phrase.Referent.Person is not null)
            _people.Add(phrase.Referent);
        if (!_recent.Remove(phrase.Referent) && _recent.Count == MaxRecent)
            _recent.RemoveAt(0);
        _recent.Add(phrase.Referent);
    }

    /// <summary>Number of sentences with words outside quotations that began after this sentence.</summary>
    public int ToldSince(int sentence) => scene.Told[Sentence] - scene.Told[sentence];

    /// <summary>Number of people named outside quotations since this person was.</summary>
    public int PeopleToldSince(Referent referent)
    {
        var (people, first) = (0, (referent.Told ?? referent.Last).First);
        foreach (var other in _recent)
        {
            if (other.Person is not null && other.Told?.First > first)
                people++;
        }

        return people;
    }

    /// <summary>
    /// Whether the last speaker has lost the floor: he does not lead the sentence before, and another person was told of whom the pronoun
    /// may mean.
    /// </summary>
    public bool IsFloorLost(Gender gender)
    {
        const float least = 0.3f;   // likelihood of the gender
        var (speaker, spoke) = LastSpeaker;
        return speaker != (Lead ?? LeadBefore) && _recent.Exists(other =>
            other != speaker
            && other.Told is { } told
            && told.Sentence > spoke
            && (other.Person is not null || told.Function == Function.Subject)
            && other.Likelihood(gender) > least);
    }

    private readonly record struct Focus(
        Referent? Topic, Referent? Lead, Referent? LeadBefore, (Referent? Referent, int Sentence) Speaker);

    /// <summary>Passes a token that mentions nobody; another subject ends the clause.</summary>
    public void Pass(int at)
    {
        // "Roe, who had seen him": the person before "who" is the subject of the clause.
        if (scene.Text(at) is "who" && _lastSeen is { } head && (head.End == at || (head.End == at - 1 && scene.IsComma(head.End))))
        {
            (Subject, ClauseStart) = ((head.Referent, at), at);
            return;
        }

        if (scene.Is(at, WordUse.Other) && scene.IsVerb(at + 1))
            (Subject, ClauseStart) = ((null, Subject.At), at);
        else if (scene.Is(at, WordUse.Subordinator) || scene.Text(at) is ";"
            || (scene.Is(at, WordUse.Saying) && scene.Is(at + 1, WordUse.Determiner))
            || (scene.Is(at, WordUse.Coordinator) && scene.Is(at + 1, WordUse.Determiner)))
            ClauseStart = at;
    }

    /// <summary>"(Roe)", "Roe and Poe", "Roe, Poe and Coe".</summary>
    private float Surroundings(Phrase phrase)
    {
        var (before, after) = (phrase.First - 1, phrase.End);
        var isListed = (scene.Is(after, WordUse.Coordinator) && scene.IsCapital(after + 1)) || BeginsList(after)
            || (scene.Is(before, WordUse.Coordinator) && scene.IsCapital(before - 1));
        return (isListed ? Clue.InList : 0) + (scene.Text(before) is "(" or "[" ? Clue.InBrackets : 0);
    }

    /// <summary>", Poe and Coe", ", Poe, Coe and": names with commas between, the last behind "and".</summary>
    private bool BeginsList(int comma)
    {
        const int longest = 12;   // tokens
        if (!scene.IsComma(comma))
            return false;
        for (var i = comma + 1; i < comma + longest; i++)
        {
            if (scene.Is(i, WordUse.Coordinator))
                return scene.IsCapital(i - 1) && scene.IsCapital(i + 1);
            if (!scene.IsCapital(i) && !(scene.IsComma(i) && scene.IsCapital(i - 1)))
                return false;
        }

        return false;
    }
}
