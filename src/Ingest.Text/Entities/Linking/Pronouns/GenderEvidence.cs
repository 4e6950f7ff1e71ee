using System.Runtime.InteropServices;
using Ingest.Text.Entities.Linking.People;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// Decides for the whole article which people are men and which are women, so that all its pronouns together are as likely as possible:
/// <code>
/// likelihood := prior of each × share of each pronoun
/// share      := weights of those whom it may mean that are of its gender / weights of all whom it may mean
/// </code>
/// Many first names tell nothing or mislead ("Lindsey"), so pronouns go before lists; titles go before both. The search climbs from the
/// priors. In each step it changes the gender of one or two people whom one pronoun may mean.
/// </summary>
internal sealed class GenderEvidence
{
    /// <summary>Weight of meaning nobody mentioned, against a candidate of score 0.</summary>
    private const float Nobody = 1;

    /// <summary>
    /// Share of the weight that candidates of the other gender keep: one pronoun can tell at most a likelihood of 1 to 20.
    /// </summary>
    private const float Error = 0.05f;

    // With a sure prior: the likelihood of the prior's gender, and of the other.
    private static readonly float Likely = 1 / (1 + MathF.Exp(-GenderPrior.Sure)), Unlikely = 1 / (1 + MathF.Exp(GenderPrior.Sure));

    private const int MaxRounds = 5;

    // A person is doubtful whose log-odds are below the one, and whom at least as many pronouns as the other may mean.
    private const float Doubt = 3;
    private const int LeastPronouns = 3;

    /// <summary>A likelihood that changes by more than this may change what a pronoun means.</summary>
    private const float News = 0.15f;

    // All: the sum of the candidates' weights.
    private readonly List<(Gender Gender, int First, int End, float All)> _pronouns = [];
    private readonly List<(Referent Referent, float Weight)> _candidates = [];
    private readonly Dictionary<Referent, List<int>> _pronounsOf = [];
    private readonly HashSet<Referent> _tried = [];

    /// <summary>The people whose gender the last reading of the article does not tell for sure.</summary>
    public List<Referent> Doubtful { get; } = [];

    /// <summary>Whether a person's gender has changed so much that the article should be read again.</summary>
    public bool IsNews { get; private set; }

    /// <summary>Notes a pronoun and the people whom it may mean, whatever their gender.</summary>
    public void Hear(Gender gender, List<(Referent Referent, float Score)> candidates)
    {
        var (first, all) = (_candidates.Count, Nobody);
        foreach (var (referent, score) in candidates)
        {
            var weight = MathF.Exp(score);
            all += weight;
            _candidates.Add((referent, weight));
            if (MathF.Abs(referent.Prior) >= GenderPrior.Sure || referent.Person is null)
                continue;
            ref var pronouns = ref CollectionsMarshal.GetValueRefOrAddDefault(_pronounsOf, referent, out _);
            (pronouns ??= []).Add(_pronouns.Count);
        }

        _pronouns.Add((gender, first, _candidates.Count, all));
    }

    /// <summary>
    /// Sets each person's log-odds by the pronouns noted, and forgets these pronouns. Returns the log-likelihood of the whole.
    /// </summary>
    public float Settle()
    {
        var before = new List<float>(_pronounsOf.Count);
        foreach (var referent in _pronounsOf.Keys)
        {
            before.Add(referent.Likelihood(Gender.Male));
            referent.Odds = referent.Odds > 0 ? GenderPrior.Sure : -GenderPrior.Sure;
        }

        var isSettled = false;
        for (var round = 0; round < MaxRounds && !isSettled; round++)
        {
            isSettled = true;
            foreach (var (referent, pronouns) in _pronounsOf)
                isSettled &= !Turn(referent) && !TurnBoth(referent, pronouns);
        }

        var likelihood = 0f;
        for (var pronoun = 0; pronoun < _pronouns.Count; pronoun++)
            likelihood += LogShare(pronoun);
        var gains = new List<(Referent Referent, float Gain)>(_pronounsOf.Count);
        Doubtful.Clear();
        foreach (var (referent, pronouns) in _pronounsOf)
        {
            likelihood += referent.Odds > 0 ? referent.Prior / 2 : -referent.Prior / 2;
            var gain = GainOfMan(referent);
            gains.Add((referent, gain));
            if (Math.Abs(gain) < Doubt && pronouns.Count >= LeastPronouns)
                Doubtful.Add(referent);
        }

        IsNews = false;
        var at = 0;
        foreach (var (referent, gain) in gains)
        {
            referent.Odds = gain;
            IsNews |= Math.Abs(referent.Likelihood(Gender.Male) - before[at++]) > News;
        }

        _pronouns.Clear();
        _candidates.Clear();
        _pronounsOf.Clear();
        return likelihood;
    }

    private bool Turn(Referent referent)
    {
        if (GainOfMan(referent) * referent.Odds >= 0)
            return false;
        referent.Odds = -referent.Odds;
        return true;
    }

    /// <summary>Changes the genders of this person and of the first other person for whom the change of both is better.</summary>
    private bool TurnBoth(Referent referent, List<int> pronouns)
    {
        _tried.Clear();
        foreach (var pronoun in pronouns)
        {
            foreach (var (other, _) in CandidatesOf(pronoun))
            {
                if (other == referent || other.Odds * referent.Odds > 0 || !_tried.Add(other) || !_pronounsOf.ContainsKey(other))
                    continue;
                // The other's loss when changed alone, and this person's gain once the other has changed.
                var gain = -Math.Abs(GainOfMan(other));
                other.Odds = -other.Odds;
                gain -= GainOfMan(referent) * MathF.Sign(referent.Odds);
                if (gain > 1e-3f)
                {
                    referent.Odds = -referent.Odds;
                    return true;
                }

                other.Odds = -other.Odds;
            }
        }

        return false;
    }

    /// <summary>The gain in log-likelihood if this person is a man.</summary>
    private float GainOfMan(Referent referent)
    {
        var gain = 0f;
        foreach (var pronoun in _pronounsOf[referent])
        {
            var (gender, _, _, all) = _pronouns[pronoun];
            var (man, woman) = gender == Gender.Male ? (Likely, Unlikely) : (Unlikely, Likely);
            var (fittingMan, fittingWoman) = (Nobody, Nobody);
            foreach (var (other, weight) in CandidatesOf(pronoun))
            {
                var likelihood = other.Likelihood(gender);
                fittingMan += Fitting(weight, other == referent ? man : likelihood);
                fittingWoman += Fitting(weight, other == referent ? woman : likelihood);
            }

            gain += MathF.Log(fittingMan / all);
            gain -= MathF.Log(fittingWoman / all);
        }

        return referent.Prior + gain;
    }

    private float LogShare(int pronoun)
    {
        var (gender, _, _, all) = _pronouns[pronoun];
        var fitting = Nobody;
        foreach (var (referent, weight) in CandidatesOf(pronoun))
            fitting += Fitting(weight, referent.Likelihood(gender));
        return MathF.Log(fitting / all);
    }

    private static float Fitting(float weight, float likelihood) => weight * (Error + (1 - Error) * likelihood);

    private ReadOnlySpan<(Referent Referent, float Weight)> CandidatesOf(int pronoun) =>
        CollectionsMarshal.AsSpan(_candidates)[_pronouns[pronoun].First.._pronouns[pronoun].End];
}
