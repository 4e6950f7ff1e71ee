namespace Ingest.Text.Quotes.Tagging;

/// <summary>Parts of speech, as far as they tell clauses apart.</summary>
internal enum WordTag : byte
{
    /// <summary>Punctuation, quotations, coordinators and what is left.</summary>
    Other,

    /// <summary>An article, a possessive: what a noun phrase begins with.</summary>
    Determiner,

    /// <summary>An adjective or a number.</summary>
    Adjective,

    Noun,

    Name,

    /// <summary>"he", "there".</summary>
    Pronoun,

    Preposition,

    /// <summary>Begins a clause: "that", "because".</summary>
    Conjunction,

    /// <summary>"who", "which", "what".</summary>
    Wh,

    /// <summary>"not", "later"; "up" of "give up".</summary>
    Adverb,

    /// <summary>"will"; "to" before a verb.</summary>
    Modal,

    /// <summary>An infinitive.</summary>
    Base,

    /// <summary>"says", "say".</summary>
    Present,

    /// <summary>"said" that is the clause's own verb.</summary>
    Past,

    /// <summary>"said" behind "was", or without a clause of its own.</summary>
    Participle,

    /// <summary>"saying".</summary>
    Ing,
}
