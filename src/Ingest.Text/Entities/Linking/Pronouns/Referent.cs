using Ingest.Text.Entities.Linking.People;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>The function of a noun phrase for its verb.</summary>
internal enum Function : byte
{
    Subject,
    Object,

    /// <summary>After a preposition.</summary>
    Oblique,

    /// <summary>Before "'s".</summary>
    Owner,
}

/// <summary>
/// Where a person was mentioned last: tokens half-open; quotation 0 outside all quotations; surroundings are the weights of brackets and
/// lists around (<see cref="Clue"/>).
/// </summary>
internal readonly record struct Sighting(int Sentence, int First, int End, int Quotation, Function Function, float Surroundings);

/// <summary>
/// A person whom a pronoun may mean: one with a name, or one without ("a spokesman"), for whom <see cref="Person"/> is null.
/// </summary>
/// <param name="person">One of the people; null for somebody without a name.</param>
/// <param name="prior">Log-odds of a man against a woman, by title, noun or first name.</param>
internal sealed class Referent(Person? person, float prior)
{
    private static readonly Sighting Nowhere = new(-1, -1, -1, 0, Function.Object, 0);

    // Stored, because they are read far more often than the odds change.
    private (float Man, float Woman) _likelihoods = LikelihoodsOf(prior);

    public Person? Person { get; } = person;

    public float Prior { get; } = prior;

    /// <summary>The epithet of a person without a name, where it may mean a person with one.</summary>
    public Epithet? Epithet { get; init; }

    /// <summary>Whether a person without a name is another's kin: "his wife", "Roe's brother".</summary>
    public bool IsKin { get; init; }

    /// <summary>Whether a person without a name is surely none of those named: "a lawyer", "another woman".</summary>
    public bool IsNew { get; set; }

    /// <summary>Whether the person is surely no other named person, as "the nominee" may be.</summary>
    public bool MayLead => Person is not null || IsNew;

    /// <summary>The person's weight for a pronoun at any place, by <see cref="Clue"/>.</summary>
    public float Standing { get; set; }

    /// <summary>Log-odds of a man: the prior until the article has been read.</summary>
    public float Odds
    {
        get;
        set => (field, _likelihoods) = (value, LikelihoodsOf(value));
    } = prior;

    public Sighting Last { get; set; } = Nowhere;

    /// <summary>The last mention outside quotations; null where there is none yet.</summary>
    public Sighting? Told { get; set; }

    /// <summary>Mentions so far outside quotations.</summary>
    public int CountOutside { get; set; }

    /// <summary>How likely a pronoun of <paramref name="gender"/> fits the person's gender, from 0 to 1.</summary>
    public float Likelihood(Gender gender) => gender == Gender.Male ? _likelihoods.Man : _likelihoods.Woman;

    private static (float Man, float Woman) LikelihoodsOf(float odds) => (1 / (1 + MathF.Exp(-odds)), 1 / (1 + MathF.Exp(odds)));

    /// <summary>Resets the mentions to before the walk; what is known of the gender stays.</summary>
    public void Forget() => (Last, Told, CountOutside) = (Nowhere, null, 0);

    public void See(Sighting sighting)
    {
        Last = Behind(Last, sighting);
        if (sighting.Quotation != 0)
            return;
        Told = Told is { } told ? Behind(told, sighting) : sighting;
        CountOutside++;
    }

    /// <summary>
    /// The last mention, as the next one leaves it: a second mention in a sentence does not end the person's being its subject.
    /// </summary>
    private static Sighting Behind(Sighting last, Sighting next) =>
        last.Sentence == next.Sentence && last.Function == Function.Subject && last.Quotation == next.Quotation
            ? next with { Function = Function.Subject } : next;
}
