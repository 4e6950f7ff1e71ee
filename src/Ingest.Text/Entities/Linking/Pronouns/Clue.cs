namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// What speaks for and against somebody as the one whom a pronoun means, in natural log-odds: the weights of a log-linear choice between
/// those who were mentioned lately. Fitted by maximum likelihood to the pronouns of GAP development and validation (Webster et al. 2018,
/// 2,153 of Wikipedia), of GUM (Zeldes 2017, 1,825 of eleven genres, those of news weighing six times those of lives) and of the articles
/// labelled here (300); ten by hand, as their comments say.
/// </summary>
internal static class Clue
{
    /// <summary>The last mention stands in the same sentence, one back, two back, further.</summary>
    public const float SameSentence = 2.61f, OneBack = 1.45f, TwoBack = 0.23f, FarBack = -0.54f;

    public const float OtherParagraph = -0.36f;

    /// <summary>Times the binary logarithm of 1 and the number of people mentioned since.</summary>
    public const float PeopleSince = -0.31f;

    /// <summary>The last mention is behind a preposition or before "'s".</summary>
    public const float LesserHere = -0.29f, LesserBefore = -0.8f;

    /// <summary>Mention and pronoun are subjects both.</summary>
    public const float ParallelHere = 0.37f, ParallelBefore = 1;

    /// <summary>Is the subject of the pronoun's clause; and more so of "himself", and of "Roe said he".</summary>
    public const float ClauseSubject = 0.39f, OfReflexive = 0.36f, SaidThat = 0.54f;

    /// <summary>Was the first subject of the sentence before.</summary>
    public const float Topic = 0.23f;

    /// <summary>
    /// Times the binary logarithm of 1 and the number of mentions by name in the whole article. Below the fit's .71, since a life tells of
    /// one person.
    /// </summary>
    public const float Names = 0.65f;

    /// <summary>The last mention is "(Roe)", or one of "Roe and Poe".</summary>
    public const float InBrackets = -0.62f, InList = -1.7f;

    /// <summary>"Roe and his brother".</summary>
    public const float AndHis = 0.75f;

    /// <summary>Somebody without a name.</summary>
    public const float NamelessSubject = -1, Nameless = -0.2f;

    /// <summary>
    /// The last mention is outside the quotation in which the pronoun is, or all of them are in quotations in which it isn't.
    /// </summary>
    public const float IntoQuotation = -0.48f, OnlyInQuotation = -0.65f;

    /// <summary>
    /// Is whose sister or brother, of the pronoun's gender, the clause has for its subject: "Roe's sister said that she". By hand: the fit
    /// has too few.
    /// </summary>
    public const float OwnerOfKin = -2;

    /// <summary>Spoke last, and the pronoun speaks.</summary>
    public const float SpeaksAgain = 1;

    /// <summary>
    /// Was the first subject of the last sentence with words outside quotations, and the pronoun says something. By hand: the fit has too
    /// few.
    /// </summary>
    public const float LeadOfSpeaker = 1;

    /// <summary>Is the first subject of the sentence, and the pronoun goes on with it: "Roe nodded, and he said". By hand.</summary>
    public const float AndHeSays = 1.5f;

    /// <summary>And in the sentence before. By hand: with 1, fewer of the pronouns labelled here are right.</summary>
    public const float SpokeBefore = 0.5f;

    /// <summary>Spoke last, and the pronoun speaks on: "he added", "she continued". By hand: the fit has too few.</summary>
    public const float SpeaksOn = 1.5f;

    /// <summary>
    /// Is named in the clause that the pronoun says: "Roe has failed, he said". By hand, and no bar, as in marks: amateurs do write so.
    /// </summary>
    public const float NamedInClauseSaid = -2;

    /// <summary>Is named only behind the pronoun, which stands in "In …", "Asked …" or "When …", or is "his" there.</summary>
    public const float AheadOfPhrase = 2.62f, AheadOfClause = 2.83f, AheadOfPossessive = 1.16f;

    /// <summary>Called by one word that is in no list of names: it may be no person. By hand: the fit has too few.</summary>
    public const float DoubtfulName = -0.7f;

    /// <summary>Times the natural logarithm of the likelihood of the pronoun's gender.</summary>
    public const float Gender = 0.8f;

    /// <summary>
    /// An epithet that fits anybody, of somebody who is called otherwise: "the 25-year-old" is the player sooner than his coach. By hand.
    /// </summary>
    public const float OtherCalling = -2.5f;

    /// <summary>
    /// By so much an <see cref="Epithet"/> must speak for one sooner than for any other. By hand: of 61 that were read then, 55 were right.
    /// </summary>
    public const float Sure = 1.5f;

    /// <summary>Of less, nobody is meant. By hand: lower than the fit, which saw many pronouns of nobody.</summary>
    public const float Nobody = -0.7f;
}
