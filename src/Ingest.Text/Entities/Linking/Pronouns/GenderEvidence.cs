using System.Runtime.InteropServices;
using Ingest.Text.Entities.Linking.People;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// Decides over the whole article who in it is a man and who a woman, so that all its pronouns together are as likely as can be:
/// <code>
/// likelihood := prior of each × share of each pronoun
/// share      := weights of those whom it may mean that are of its gender / weights of all whom it may mean
/// </code>
/// Many first names tell nothing or mislead ("Lindsey"), so that pronouns go before lists; titles go before both. The search goes uphill
/// from the priors by turning one or two of those that one pronoun may mean.
/// </summary>
internal sealed class GenderEvidence
{
    /// <summary>Of a pronoun that means nobody who was seen, against a candidate of score 0.</summary>
    private const float Nobody = 1;

    /// <summary>Of the weight of those of the other gender: the most that one pronoun can tell is a likelihood of 1 to 20.</summary>
    private const float Error = 0.05f;

    // Where the prior is sure: the likelihood of its own gender, and of the other.
    private static readonly float Likely = 1 / (1 + MathF.Exp(-GenderPrior.Sure)), Unlikely = 1 / (1 + MathF.Exp(GenderPrior.Sure));

    private const int MaxRounds = 5;

    // Whose log-odds are below the one, and whom at least so many pronouns may mean, is in doubt.
    private const float Doubt = 3;
    private const int LeastPronouns = 3;

    /// <summary>A likelihood that has moved by more may change what a pronoun means.</summary>
    private const float News = 0.15f;

    // All: the sum of the weights of its candidates.
    private readonly List<(Gender Gender, int First, int End, float All)> _pronouns = [];
    private readonly List<(Referent Referent, float Weight)> _candidates = [];
    private readonly Dictionary<Referent, List<int>> _pronounsOf = [];
    private readonly HashSet<Referent> _tried = [];

    /// <summary>Of whom the article, as it was read last, doesn't tell for sure.</summary>
    public List<Referent> Doubtful { get; } = [];

    /// <summary>Whether somebody's gender is now so different from what it was that the article should be read again.</summary>
    public bool IsNews { get; private set; }

    /// <summary>A pronoun and whom it may mean, gender apart.</summary>
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
    /// Gives everybody the log-odds that follow from what was heard, and begins anew. Returns the log-likelihood of the whole.
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

    /// <summary>Turns the first other with whom together it is better to turn.</summary>
    private bool TurnBoth(Referent referent, List<int> pronouns)
    {
        _tried.Clear();
        foreach (var pronoun in pronouns)
        {
            foreach (var (other, _) in CandidatesOf(pronoun))
            {
                if (other == referent || other.Odds * referent.Odds > 0 || !_tried.Add(other) || !_pronounsOf.ContainsKey(other))
                    continue;
                // What the other loses by turning alone, and what this one wins when the other has turned.
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

    /// <summary>By how much the log-likelihood is greater where this one is a man.</summary>
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
