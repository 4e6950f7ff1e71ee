namespace Ingest.Text.Entities.Linking;

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

/// <summary>Where somebody was mentioned last; tokens half-open, quotation 0 outside of all.</summary>
internal readonly record struct Sighting(int Sentence, int First, int End, int Quotation, Function Function);

/// <summary>Somebody a pronoun may mean: one of the people, or somebody without a name ("a spokesman"), for whom <see cref="Person"/> is null.</summary>
internal sealed class Referent(Person? person, Gender gender)
{
    public Person? Person { get; } = person;

    public Gender Gender => Person?.Gender ?? gender;

    public Sighting Last { get; set; } = new(-1, -1, -1, 0, Function.Object);

    /// <summary>Mentions so far, pronouns included.</summary>
    public int Count { get; set; }

    /// <summary>Mentions so far outside quotations.</summary>
    public int CountOutside { get; set; }

    public bool Agrees(Gender gender) => gender == Gender.Unknown || Gender == Gender.Unknown || gender == Gender;

    public void See(Sighting sighting)
    {
        // A second mention in the sentence takes nothing from who is its subject.
        var staysSubject = Last.Sentence == sighting.Sentence && Last.Function == Function.Subject && Last.Quotation == sighting.Quotation;
        Last = staysSubject ? sighting with { Function = Function.Subject } : sighting;
        Count++;
        if (sighting.Quotation == 0)
            CountOutside++;
    }
}
