using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>Walks of life that a noun for a person belongs to.</summary>
[Flags]
internal enum Calling : byte
{
    None = 0,
    Sport = 1 << 0,
    Stage = 1 << 1,
    Politics = 1 << 2,
    Business = 1 << 3,
    Any = Sport | Stage | Politics | Business,
}

/// <summary>
/// A description that stands for somebody named before, so as not to say the name again: "the 22-year-old", "the Everton striker". It is
/// weighed as "he" would be.
/// </summary>
/// <param name="Noun">Its token.</param>
/// <param name="Gender">What the noun tells.</param>
/// <param name="Calling">What the one whom it means may be.</param>
/// <param name="IsPost">Somebody who is not named may hold it: "the minister".</param>
internal sealed record Epithet(int Noun, Gender Gender, Calling Calling, bool IsPost)
{
    private static readonly WordTable<(Calling Calling, bool IsPost)> Nouns = new(
        ((Calling.Sport, false),
            """
            striker midfielder goalkeeper defender winger quarterback footballer batsman bowler golfer boxer sprinter swimmer jockey
            cyclist skater skier wrestler medallist medalist skipper fly-half scrum-half fullback full-back all-rounder pitcher champion
            """),
        ((Calling.Stage, false),
            """
            singer rapper actor actress guitarist drummer pianist violinist bassist frontman comedian musician filmmaker film-maker
            composer novelist playwright songwriter songstress vocalist hitmaker crooner
            """),
        ((Calling.Business, false), "businessman businesswoman tycoon entrepreneur"),
        ((Calling.Any, false), "teenager veteran billionaire millionaire"),
        ((Calling.Sport, true), "coach"),
        ((Calling.Stage, true), "author writer poet painter photographer presenter broadcaster director"),
        ((Calling.Politics, true),
            """
            senator congressman congresswoman lawmaker politician mp minister premier chancellor governor mayor president secretary
            nominee candidate ambassador commissioner
            """),
        ((Calling.Business, true), "chairman founder executive"),
        ((Calling.Any, true), "boss manager leader chief"));

    // What whoever plays may be called besides.
    private static readonly WordSet Players = WordSet.InAnyCase("captain player runner driver rider keeper rookie teammate");

    // What anybody may be to another, whatever he does.
    private static readonly WordSet Rivals = WordSet.InAnyCase("rival opponent contender challenger");

    // Posts so prominent that the only holder whom the article names must be the one meant.
    private static readonly WordSet Posts = WordSet.InAnyCase(
        "boss manager leader premier chancellor president governor mayor author coach");

    /// <summary>What a definite description tells; null where it is no epithet.</summary>
    public static Epithet? Of(Scene scene, int determiner, int noun)
    {
        if (scene.Text(determiner) is not ("the" or "The") || IsNarrowed(scene, determiner, noun))
            return null;
        var use = scene.UseOf(noun) & WordUse.Person;
        var gender = use == WordUse.Man ? Gender.Male : use == WordUse.Woman ? Gender.Female : Gender.Unknown;
        var word = scene.Text(noun);
        if (word.EndsWith("-year-old") || word.StartsWith("mother-of-") || word.StartsWith("father-of-"))
            return new Epithet(noun, gender, Calling.Any, IsPost: false);
        return Nouns.TryGetValue(word, out var known) ? new Epithet(noun, gender, known.Calling, known.IsPost) : null;
    }

    /// <summary>"A 19-year-old fell … the 19-year-old": whether somebody without a name was brought in by the same noun.</summary>
    public bool Repeats(Scene scene, Referent referent) =>
        referent is { Person: null, Epithet: null }
            && scene.Text(referent.Last.First).Equals(scene.Text(Noun), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What the description itself speaks for or against somebody, beside his place in the text; null where it can't be he.
    /// </summary>
    public float? Weigh(Referent referent)
    {
        if (referent.Person is not { } person)
            return 0;
        // Whether he is called something that says no more of his calling, or holds a post where the noun is none.
        var (calling, isAnother) = (Calling.None, false);
        foreach (var role in person.Roles)
        {
            var head = PersonDescriptions.HeadOf(role);
            if (!Nouns.TryGetValue(head, out var known))
            {
                // "the singer" is no lawyer, but "the striker" may be a captain.
                isAnother |= (WordUses.Of(head) & WordUse.Person) != 0 && !Players.Contains(head) && !Rivals.Contains(head);
                continue;
            }

            calling |= known.Calling;
            isAnother |= known.IsPost && !IsPost;
        }

        // "the striker" is neither a minister nor a coach.
        if ((calling != Calling.None && (calling & Calling) == 0) || (isAnother && Calling != Calling.Any))
            return null;
        return isAnother ? Clue.OtherCalling : 0;
    }

    /// <summary>
    /// Whether it is sure enough that nobody without a name is meant: of a post where the person has such a one by another word, or is the
    /// only one named so far.
    /// </summary>
    public bool MayMean(Scene scene, Person person, bool isAlone)
    {
        if (!IsPost)
            return true;
        var noun = scene.Text(Noun);
        var isOfCalling = false;
        foreach (var role in person.Roles)
        {
            var head = PersonDescriptions.HeadOf(role);
            // "the health minister" beside "Transport Minister Jane Roe".
            if (head.Equals(noun, StringComparison.OrdinalIgnoreCase))
                return false;
            isOfCalling |= Nouns.TryGetValue(head, out var known) && known.Calling == Calling;
        }

        return isOfCalling || (isAlone && Posts.Contains(noun));
    }

    /// <summary>
    /// "the other striker", "the club's striker", "the striker who", "the real champion was Roe", "the 90-year-old equations": another one.
    /// </summary>
    private static bool IsNarrowed(Scene scene, int determiner, int noun)
    {
        for (var i = determiner + 1; i < noun; i++)
        {
            if (scene.IsPossessive(i) || scene.Text(i) is "other" or "same" or "first" or "second" or "third" or "next" or "last")
                return true;
        }

        var next = scene.Text(noun + 1);
        return next is "of" or "for" or "in" or "at" or "who" or "whose" or "that"
            || (next is "is" or "was" && scene.IsCapital(noun + 2))
            || (scene.Text(noun).EndsWith("-year-old") && scene.IsPlain(noun + 1) && !next.EndsWith("ed"));
    }
}
