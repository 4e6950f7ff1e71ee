namespace Ingest.Text.Entities.Words;

/// <summary>Nouns for people, in the singular: "the former mate", "his wife".</summary>
internal static class PersonNouns
{
    /// <summary>Of men alone.</summary>
    public const string Men =
        """
        man boy guy gentleman son father brother husband uncle grandfather nephew king prince lord spokesman chairman businessman
        congressman policeman fisherman widower god dad grandson
        """;

    /// <summary>Of women alone.</summary>
    public const string Women =
        """
        woman girl lady daughter mother sister wife aunt grandmother niece queen princess spokeswoman chairwoman businesswoman
        congresswoman actress songstress widow mum mom granddaughter waitress nun
        """;

    /// <summary>Of either kind, though some of them are seldom used so ("fisherman").</summary>
    public const string People =
        """
        person child baby teenager student teacher player coach driver manager director minister president governor mayor senator
        secretary officer official executive chief leader lawyer attorney judge doctor nurse patient professor scientist researcher
        expert analyst reporter journalist editor author writer artist singer actor musician conductor critic composer engineer
        pilot captain commander general colonel sergeant soldier worker farmer priest bishop pope rabbi imam founder chair
        chairperson spokesperson ambassador candidate lawmaker deputy owner victim suspect defendant witness neighbor neighbour
        resident customer voter member agent insider aide adviser advisor assistant colleague friend cousin partner spouse parent
        goalkeeper striker midfielder champion pastor surveyor mate clerk prosecutor detective inspector superintendent sheriff
        trader banker economist historian novelist poet filmmaker producer presenter host guest attacker gunman shooter assailant
        bomber robber burglar thief killer murderer kidnapper hijacker hacker fugitive inmate prisoner convict hostage survivor
        bystander pedestrian passenger commuter motorist cyclist motorcyclist rider tourist traveller traveler immigrant migrant
        refugee asylum-seeker newcomer stranger intruder shopper tenant landlord homeowner veteran recruit trooper marine sailor
        fighter rebel militant terrorist jihadist protester demonstrator activist campaigner organizer organiser volunteer donor
        employee employer contractor builder plumber electrician mechanic carpenter baker butcher barber chef cook waiter bartender
        cashier shopkeeper vendor salesman paramedic firefighter dentist surgeon psychiatrist psychologist therapist pharmacist vet
        midwife carer caretaker janitor cleaner maid nanny librarian academic scholar lecturer tutor graduate undergraduate pupil
        schoolboy schoolgirl toddler infant youngster pensioner retiree widower orphan twin sibling newlywed bride groom heir
        heiress millionaire billionaire tycoon entrepreneur investor shareholder auditor accountant regulator lobbyist strategist
        pollster columnist blogger broadcaster photographer painter sculptor designer architect dancer comedian rapper guitarist
        drummer pianist violinist playwright biographer translator interpreter diplomat envoy consul councillor councilor alderman
        mp congressman premier chancellor treasurer commissioner magistrate juror bailiff warden coroner barrister solicitor boxer
        jockey golfer sprinter runner swimmer skater skier wrestler batsman bowler pitcher quarterback winger keeper referee umpire
        teammate rookie monk nun cleric preacher missionary believer astronaut inventor explorer hunter fisherman shepherd rancher
        miner smuggler dealer spy informant whistleblower impostor applicant nominee incumbent challenger contender rival successor
        predecessor spectator fan viewer reader user patron boss skipper footballer defender fly-half scrum-half fullback full-back
        all-rounder film-maker frontman bassist songwriter politician pundit commentator assemblywoman assemblyman registrar
        hitmaker crooner vocalist medallist medalist
        """;

    /// <summary>Whoever is somebody's: relatives, friends and those who work or live beside one.</summary>
    public const string Kin =
        """
        wife husband son daughter sister brother mother father uncle aunt cousin grandson granddaughter widow widower mum mom dad
        nephew niece partner spouse parent grandfather grandmother fiance fiancee colleague friend neighbor neighbour
        """;
}
