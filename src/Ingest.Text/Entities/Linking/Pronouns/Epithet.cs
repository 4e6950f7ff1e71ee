using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>Fields of work that a noun for a person belongs to.</summary>
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
/// A description in place of a name said before, to avoid repeating it: "the 22-year-old", "the Everton striker". It is weighed like
/// "he".
/// </summary>
/// <param name="Noun">The noun's token.</param>
/// <param name="Gender">The gender that the noun tells.</param>
/// <param name="Calling">The fields of work of the person meant.</param>
/// <param name="IsPost">Whether somebody whom the article does not name may hold it: "the minister".</param>
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

    // Further nouns for players.
    private static readonly WordSet Players = WordSet.InAnyCase("captain player runner driver rider keeper rookie teammate");

    // Nouns for what a person of any work may be to another.
    private static readonly WordSet Rivals = WordSet.InAnyCase("rival opponent contender challenger");

    // Posts so prominent that they mean the only holder whom the article names.
    private static readonly WordSet Posts = WordSet.InAnyCase(
        "boss manager leader premier chancellor president governor mayor author coach");

    /// <summary>Whether the noun may stand for somebody named: "striker", "minister".</summary>
    public static bool IsNoun(ReadOnlySpan<char> word) => Nouns.TryGetValue(word, out _);

    /// <summary>The epithet that a definite description is; null where it is none.</summary>
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

    /// <summary>Whether the same noun introduced somebody without a name: "A 19-year-old fell … the 19-year-old".</summary>
    public bool Repeats(Scene scene, Referent referent) =>
        referent is { Person: null, Epithet: null }
            && scene.Text(referent.Last.First).Equals(scene.Text(Noun), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The weight of the description for or against a person, apart from the place in the text; null where it cannot mean the person.
    /// </summary>
    public float? Weigh(Referent referent)
    {
        if (referent.Person is not { } person)
            return 0;
        // Whether the article calls the person something that tells nothing more of the work, or gives a post where the noun is none.
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
    /// Whether it is sure enough that the epithet does not mean somebody without a name: for a post, where the person holds such a post
    /// by another word, or is the only one named so far.
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
    /// Whether the description means another: "the other striker", "the club's striker", "the striker who", "the real champion was Roe",
    /// "the 90-year-old equations".
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
