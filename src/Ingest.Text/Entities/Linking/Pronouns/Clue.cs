namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// Weights for and against a person as the one whom a pronoun means, in natural log-odds. They are the weights of a log-linear choice
/// among the people mentioned lately. Fitted by maximum likelihood to the pronouns of GAP development and validation (Webster et al.
/// 2018, 2,153 of Wikipedia), of GUM (Zeldes 2017, 1,825 of eleven genres, those of news weighing six times those of lives) and of the
/// articles labelled here (300). Ten were set by hand, as their comments say.
/// </summary>
internal static class Clue
{
    /// <summary>The last mention stands in the same sentence, one back, two back, further.</summary>
    public const float SameSentence = 2.61f, OneBack = 1.45f, TwoBack = 0.23f, FarBack = -0.54f;

    public const float OtherParagraph = -0.36f;

    /// <summary>Factor of log₂(1 + the number of people mentioned since).</summary>
    public const float PeopleSince = -0.31f;

    /// <summary>The last mention is behind a preposition or before "'s".</summary>
    public const float LesserHere = -0.29f, LesserBefore = -0.8f;

    /// <summary>Both mention and pronoun are subjects.</summary>
    public const float ParallelHere = 0.37f, ParallelBefore = 1;

    /// <summary>
    /// The person is the subject of the pronoun's clause; the second weight is added for "himself", the third for "Roe said he".
    /// </summary>
    public const float ClauseSubject = 0.39f, OfReflexive = 0.36f, SaidThat = 0.54f;

    /// <summary>The person was the first subject of the sentence before.</summary>
    public const float Topic = 0.23f;

    /// <summary>
    /// Factor of log₂(1 + the number of mentions by name in the whole article). Below the fit's .71, because a life tells of one person.
    /// </summary>
    public const float Names = 0.65f;

    /// <summary>The last mention is "(Roe)", or one of "Roe and Poe".</summary>
    public const float InBrackets = -0.62f, InList = -1.7f;

    /// <summary>"Roe and his brother".</summary>
    public const float AndHis = 0.75f;

    /// <summary>Somebody without a name.</summary>
    public const float NamelessSubject = -1, Nameless = -0.2f;

    /// <summary>The last mention is outside the pronoun's quotation, or all mentions are in other quotations than the pronoun.</summary>
    public const float IntoQuotation = -0.48f, OnlyInQuotation = -0.65f;

    /// <summary>
    /// The clause's subject is the person's sister or brother, of the pronoun's gender: "Roe's sister said that she". By hand: the fit
    /// has too few.
    /// </summary>
    public const float OwnerOfKin = -2;

    /// <summary>The person spoke last, and the pronoun speaks.</summary>
    public const float SpeaksAgain = 1;

    /// <summary>
    /// The person was the first subject of the last sentence with words outside quotations, and the pronoun says something. By hand: the
    /// fit has too few.
    /// </summary>
    public const float LeadOfSpeaker = 1;

    /// <summary>
    /// The person is the first subject of the sentence, and the pronoun continues it: "Roe nodded, and he said". By hand.
    /// </summary>
    public const float AndHeSays = 1.5f;

    /// <summary>The person also spoke in the sentence before. By hand: with 1, fewer of the pronouns labelled here are right.</summary>
    public const float SpokeBefore = 0.5f;

    /// <summary>The person spoke last, and the pronoun speaks on: "he added", "she continued". By hand: the fit has too few.</summary>
    public const float SpeaksOn = 1.5f;

    /// <summary>
    /// The clause that the pronoun says names the person: "Roe has failed, he said". By hand. Unlike with quotation marks, this is no
    /// bar, because amateurs do write so.
    /// </summary>
    public const float NamedInClauseSaid = -2;

    /// <summary>
    /// Only words behind the pronoun name the person. The pronoun stands in "In …", "Asked …" or "When …", or is "his" there.
    /// </summary>
    public const float AheadOfPhrase = 2.62f, AheadOfClause = 2.83f, AheadOfPossessive = 1.16f;

    /// <summary>
    /// The article calls the person by one word that is in no list of names, so it may be no person. By hand: the fit has too few.
    /// </summary>
    public const float DoubtfulName = -0.7f;

    /// <summary>Factor of the natural logarithm of the likelihood of the pronoun's gender.</summary>
    public const float Gender = 0.8f;

    /// <summary>
    /// An epithet that fits anybody, for a person whom the article calls something else: "the 25-year-old" is more likely the player than
    /// his coach. By hand.
    /// </summary>
    public const float OtherCalling = -2.5f;

    /// <summary>
    /// The least lead in score by which an <see cref="Epithet"/> means one person and no other. By hand: of 61 epithets read with it, 55
    /// were right.
    /// </summary>
    public const float Sure = 1.5f;

    /// <summary>
    /// Below this score, the pronoun means nobody. By hand: lower than the fit, which saw many pronouns that mean nobody.
    /// </summary>
    public const float Nobody = -0.7f;
}
