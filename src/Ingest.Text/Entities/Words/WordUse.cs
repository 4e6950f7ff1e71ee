namespace Ingest.Text.Entities.Words;

/// <summary>
/// What a word does in its sentence, as far as its form alone tells and those who find and link names have to know. A word may do several
/// things.
/// </summary>
[Flags]
internal enum WordUse
{
    None = 0,
    Determiner = 1 << 0,
    Preposition = 1 << 1,

    /// <summary>Begins a clause: "because", "that", "who".</summary>
    Subordinator = 1 << 2,
    Coordinator = 1 << 3,

    /// <summary>"is", "has", "would" and other verbs that stand in a finite form.</summary>
    Finite = 1 << 4,

    /// <summary>Reports what somebody says: "said", "added".</summary>
    Saying = 1 << 5,

    /// <summary>Reports it and names next who listens or of whom it is said: "told", "accused".</summary>
    Telling = 1 << 6,
    Adverb = 1 << 7,
    Time = 1 << 8,

    /// <summary>A noun for a man, a woman, or a person of either kind.</summary>
    Man = 1 << 9,
    Woman = 1 << 10,
    Human = 1 << 11,

    /// <summary>A noun for somebody who is somebody's: "wife", "friend".</summary>
    Kin = 1 << 12,

    /// <summary>"he" and its forms, "she" and its forms.</summary>
    He = 1 << 13,
    She = 1 << 14,
    Subjective = 1 << 15,
    Objective = 1 << 16,
    Possessive = 1 << 17,

    /// <summary>"it", "they", "I": somebody or something else is the subject.</summary>
    Other = 1 << 18,

    /// <summary>"who", "whose".</summary>
    Relative = 1 << 19,

    HeOrShe = He | She,
    Nobody = Determiner | Preposition | Subordinator | Coordinator | Finite | Adverb | Other,
    AnySaying = Saying | Telling,
    Person = Man | Woman | Human,
}
