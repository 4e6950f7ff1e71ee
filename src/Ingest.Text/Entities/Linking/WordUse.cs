namespace Ingest.Text.Entities.Linking;

/// <summary>What a word does in its sentence, as far as its form alone tells and linking has to know. A word may do several things.</summary>
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

internal static class WordUses
{
    private static readonly WordTable<WordUse> Words = new(
        (known, more) => known | more,
        (WordUse.Determiner, FunctionWords.Determiners),
        (WordUse.Preposition, $"{FunctionWords.Prepositions} following including"),
        (WordUse.Subordinator, $"{FunctionWords.Subordinators} {FunctionWords.Relatives} what"),
        (WordUse.Coordinator, FunctionWords.Coordinators),
        (WordUse.Finite,
            $"""
            {FunctionWords.FiniteVerbs} {FunctionWords.Be} shall continued plans planned agreed declined refused reported launched expects expected disputes
            """),
        (WordUse.Saying,
            """
            said says say added adds wrote writes pointed points tweeted argued argues replied insisted insists explained explains recalled noted notes
            stressed admitted admits joked claimed claims warned warns acknowledged announced maintained conceded continued concluded
            declared denied emphasized remarked responded stated suggested testified vowed thinks thought believes believed hopes hoped
            revealed reveals observed disclosed confirmed confirms complained boasted lamented quipped cautioned countered predicted
            predicts promised pledged proclaimed protested reiterated repeated retorted reckons shouted cried mused exclaimed commented
            tweets posted insinuated alleged alleges asserted asserts contended contends estimated stresses states jokes
            """),
        (WordUse.Telling,
            """
            told tells asked asks informed reminded urged assured advised accused accuses criticised criticized criticises criticizes blamed blames condemned
            condemns denounced denounces praised praises thanked thanks congratulated
            """),
        (WordUse.Adverb, FunctionWords.Adverbs),
        (WordUse.Time, $"{Calendar.Weekdays} {Calendar.MonthsButMay} yesterday today tonight later earlier"),
        (WordUse.Man,
            """
            man boy guy gentleman son father brother husband uncle grandfather nephew king prince lord spokesman chairman businessman
            congressman policeman fisherman widower god dad grandson
            """),
        (WordUse.Woman,
            """
            woman girl lady daughter mother sister wife aunt grandmother niece queen princess spokeswoman chairwoman businesswoman
            congresswoman actress widow mum mom granddaughter waitress nun
            """),
        (WordUse.Human,
            """
            person child baby teenager student teacher player coach driver manager director minister president governor mayor senator
            secretary officer official executive chief leader lawyer attorney judge doctor nurse patient professor scientist researcher
            expert analyst reporter journalist editor author writer artist singer actor musician conductor critic composer engineer pilot
            captain commander general colonel sergeant soldier worker farmer priest bishop pope rabbi imam founder chair chairperson
            spokesperson ambassador candidate lawmaker deputy owner victim suspect defendant witness neighbor neighbour resident customer
            voter member agent insider aide adviser advisor assistant colleague friend cousin partner spouse parent goalkeeper striker midfielder champion
            pastor surveyor mate clerk prosecutor detective inspector superintendent sheriff trader banker economist historian novelist poet
            filmmaker producer presenter host guest attacker gunman shooter assailant bomber robber burglar thief killer murderer kidnapper
            hijacker hacker fugitive inmate prisoner convict hostage survivor bystander pedestrian passenger commuter motorist driver
            cyclist motorcyclist rider tourist traveller traveler immigrant migrant refugee asylum-seeker newcomer stranger intruder shopper
            tenant landlord homeowner veteran recruit trooper marine sailor fighter rebel militant terrorist jihadist protester demonstrator
            activist campaigner organizer organiser volunteer donor employee employer contractor builder plumber electrician mechanic
            carpenter baker butcher barber chef cook waiter bartender cashier shopkeeper vendor salesman paramedic firefighter dentist
            surgeon psychiatrist psychologist therapist pharmacist vet midwife carer caretaker janitor cleaner maid nanny librarian academic
            scholar lecturer tutor graduate undergraduate pupil schoolboy schoolgirl toddler infant youngster pensioner retiree widower
            orphan twin sibling newlywed bride groom heir heiress millionaire billionaire tycoon entrepreneur investor shareholder auditor
            accountant regulator lobbyist strategist pollster columnist blogger broadcaster photographer painter sculptor designer architect
            dancer comedian rapper guitarist drummer pianist violinist playwright biographer translator interpreter diplomat envoy consul
            councillor councilor alderman mp congressman premier chancellor treasurer commissioner magistrate juror bailiff warden coroner
            barrister solicitor boxer jockey golfer sprinter runner swimmer skater skier wrestler batsman bowler pitcher quarterback winger
            keeper referee umpire teammate rookie monk nun cleric preacher missionary believer astronaut inventor explorer hunter fisherman
            shepherd rancher miner smuggler dealer spy informant whistleblower impostor applicant nominee incumbent challenger contender
            rival successor predecessor spectator fan viewer reader user patron boss skipper footballer defender fly-half scrum-half
            fullback full-back all-rounder film-maker frontman bassist songwriter politician pundit commentator assemblywoman assemblyman
            """),
        (WordUse.Kin,
            """
            wife husband son daughter sister brother mother father uncle aunt cousin grandson granddaughter widow widower mum mom dad nephew
            niece partner spouse parent grandfather grandmother fiance fiancee colleague friend neighbor neighbour
            """),
        (WordUse.He | WordUse.Subjective, "he"),
        (WordUse.He | WordUse.Objective, "him"),
        (WordUse.He | WordUse.Possessive, "his"),
        (WordUse.He, "himself"),
        (WordUse.She | WordUse.Subjective, "she"),
        (WordUse.She | WordUse.Objective | WordUse.Possessive, "her"),
        (WordUse.She, "hers herself"),
        (WordUse.Other, "i we you it they there nobody everybody somebody someone everyone"),
        (WordUse.Relative, "who whose whom"));

    public static WordUse Of(ReadOnlySpan<char> word) =>
        word.Length <= 16 && Words.TryGetValue(word, out var use) ? use
        : word.EndsWith("-year-old", StringComparison.OrdinalIgnoreCase) ? WordUse.Human
        : word.StartsWith("mother-of-", StringComparison.OrdinalIgnoreCase) ? WordUse.Woman
        : word.StartsWith("father-of-", StringComparison.OrdinalIgnoreCase) ? WordUse.Man
        : WordUse.None;
}
