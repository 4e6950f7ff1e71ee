using Ingest.Text.Entities.Linking.People;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>What a noun phrase is to its verb.</summary>
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
/// Where somebody was mentioned last; tokens half-open, quotation 0 outside of all; what brackets and lists around it weigh
/// (<see cref="Clue"/>).
/// </summary>
internal readonly record struct Sighting(int Sentence, int First, int End, int Quotation, Function Function, float Surroundings);

/// <summary>
/// Somebody a pronoun may mean: one of the people, or somebody without a name ("a spokesman"), for whom <see cref="Person"/> is null.
/// </summary>
/// <param name="person">One of the people; null for somebody without a name.</param>
/// <param name="prior">Log-odds of a man against a woman, by title, noun or first name.</param>
internal sealed class Referent(Person? person, float prior)
{
    private static readonly Sighting Nowhere = new(-1, -1, -1, 0, Function.Object, 0);

    // Kept, for they are read far more often than the odds change.
    private (float Man, float Woman) _likelihoods = LikelihoodsOf(prior);

    public Person? Person { get; } = person;

    public float Prior { get; } = prior;

    /// <summary>What somebody without a name is called, where it may stand for somebody who has one.</summary>
    public Epithet? Epithet { get; init; }

    /// <summary>Whether somebody without a name is somebody's: "his wife", "Roe's brother".</summary>
    public bool IsKin { get; init; }

    /// <summary>Whether somebody without a name is nobody who was named: "a lawyer", "another woman".</summary>
    public bool IsNew { get; set; }

    /// <summary>Whether somebody is surely nobody else who was named: "the nominee" may be.</summary>
    public bool MayLead => Person is not null || IsNew;

    /// <summary>What speaks for somebody wherever a pronoun stands, by <see cref="Clue"/>.</summary>
    public float Standing { get; set; }

    /// <summary>Log-odds of a man, once the article was read; the prior until then.</summary>
    public float Odds
    {
        get;
        set => (field, _likelihoods) = (value, LikelihoodsOf(value));
    } = prior;

    public Sighting Last { get; set; } = Nowhere;

    /// <summary>Where somebody was mentioned last outside quotations; null where nowhere yet.</summary>
    public Sighting? Told { get; set; }

    /// <summary>Mentions so far outside quotations.</summary>
    public int CountOutside { get; set; }

    /// <summary>How likely somebody of this gender is meant by a pronoun of <paramref name="gender"/>, from 0 to 1.</summary>
    public float Likelihood(Gender gender) => gender == Gender.Male ? _likelihoods.Man : _likelihoods.Woman;

    private static (float Man, float Woman) LikelihoodsOf(float odds) => (1 / (1 + MathF.Exp(-odds)), 1 / (1 + MathF.Exp(odds)));

    /// <summary>As before the article was walked; what is known of the gender stays.</summary>
    public void Forget() => (Last, Told, CountOutside) = (Nowhere, null, 0);

    public void See(Sighting sighting)
    {
        Last = Behind(Last, sighting);
        if (sighting.Quotation != 0)
            return;
        Told = Told is { } told ? Behind(told, sighting) : sighting;
        CountOutside++;
    }

    /// <summary>A second mention in the sentence takes nothing from who is its subject.</summary>
    private static Sighting Behind(Sighting last, Sighting next) =>
        last.Sentence == next.Sentence && last.Function == Function.Subject && last.Quotation == next.Quotation
            ? next with { Function = Function.Subject } : next;
}
