using Ingest.Text.Entities.Names;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Things;

/// <summary>
/// Finds rivals: other things, named or introduced since, that "the company" may mean instead of the thing whose name shows that it is a
/// company.
/// <code>
/// rival := NAME that tells no kind                    "Teldra"; not "told Teldra", nor "the FTA" for what has no article
///        | acronym with the noun's initial at an end   "UO" for "the university"; not the thing's own
///        | NAME of a group, for "party" and "group"   "Liberals"; not "Danes"
///        | indefinite word* noun                      "an industry group", "another company"; not "Acme, a company", "is a company"
///        | many people, for "group"                   "four siblings"
/// </code>
/// </summary>
internal sealed class ThingRivals
{
    /// <summary>Names since the last mention; readers forget a thing farther back.</summary>
    private const int MaxSince = 30;

    /// <summary>How many times the attention of a rival in an earlier paragraph the thing meant must have.</summary>
    public const int Lead = 2;

    /// <summary>In tokens between "a" and its noun.</summary>
    private const int MaxModifiers = 3;

    // Nouns for things that any name may belong to.
    private static readonly WordSet AnyNames = WordSet.InAnyCase(
        "agency airline bank brewery broadcaster channel charity club company group magazine network newspaper party university");

    // Nouns for things named without "the", "Teldra", "Oakham University": a name behind "the" is none of them.
    private static readonly WordSet Bare = WordSet.InAnyCase("airline bank brewery club company university");

    private static readonly WordSet Indefinite = WordSet.InAnyCase("a an another one some any each every which no");

    private readonly Scene _scene;
    private readonly List<(int Start, Thing Thing)> _named = [];   // organisations, facilities and groups, in order
    private readonly Dictionary<Thing, double> _weights = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _broughtIn =
        new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _next;               // in _named, the first behind the last token read
    private (int Noun, int Sentence) _people = (-1, -1);

    public ThingRivals(Scene scene, List<Thing> things)
    {
        _scene = scene;
        foreach (var thing in things)
        {
            if (thing.Type is not (EntityType.Organization or EntityType.Facility or EntityType.Group))
                continue;
            foreach (var mention in thing.Mentions)
                _named.Add((mention.Span.Start, thing));
            _weights.Add(thing, Salience.Weigh(scene.Doc, thing.Type, thing.Name, thing.Mentions));
        }

        _named.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    public double Weigh(Thing thing) => _weights[thing];

    /// <summary>Notes what the token introduces; every token must be read, in order.</summary>
    public void Read(int token)
    {
        if (IsPeople(token))
            _people = (token, _scene.Doc.SentenceAt(_scene.Doc.Tokens[token].Span.Start));
        // "A council chamber", "a council spokesman" introduce no council.
        if (_scene.Is(token + 1, WordUse.Person)
            || (_scene.IsPlain(token + 1) && !_scene.IsVerb(token + 1) && !_scene.Text(token + 1).EndsWith("ing")))
            return;
        for (var i = token - 1; i >= 0 && token - i <= MaxModifiers + 1 && _scene.IsWord(i); i--)
        {
            if (Indefinite.Contains(_scene.Text(i)))
            {
                if (!IsSaidOfName(i))
                    _broughtIn[_scene.Text(token)] = i;
                return;
            }

            if (_scene.Is(i, WordUse.Determiner | WordUse.Preposition | WordUse.Finite))
                return;
        }
    }

    /// <summary>Whether "the" <paramref name="noun"/> means the thing: the thing was named before, and no rival since.</summary>
    /// <param name="noun">The description's last token, which must be the last token read.</param>
    /// <param name="thing">A thing whose name shows its kind.</param>
    /// <param name="others">All things whose names show that kind.</param>
    public bool AreNone(int noun, Thing thing, List<Thing> others)
    {
        var at = _scene.Doc.Tokens[noun].Span.Start;
        while (_next < _named.Count && _named[_next].Start < at)
            _next++;
        var sentence = _scene.Doc.SentenceAt(at);
        var paragraph = _scene.Doc.Paragraphs[_scene.Doc.Sentences[sentence].Paragraph].Start;
        for (var i = _next - 1; i >= 0 && _next - i <= MaxSince; i--)
        {
            var (start, other) = _named[i];
            if (other == thing)
            {
                var named = _scene.Doc.TokenAt(start);
                return (!_broughtIn.TryGetValue(_scene.Text(noun), out var broughtIn) || broughtIn < named)
                    && (_scene.Text(noun) is not "group" || _people.Noun < named || _people.Sentence < sentence - 1);
            }

            if (start >= paragraph && others.Contains(other))
                return false;
            if ((start >= paragraph || _weights[thing] < Lead * _weights[other])
                && MayBe(_scene.Text(noun), other, _scene.Doc.TokenAt(start))
                && !Acronym.Of(thing.Name).Contains(other.Name))
                return false;
        }

        return false;
    }

    private bool MayBe(ReadOnlySpan<char> noun, Thing other, int first)
    {
        if (other.Type == EntityType.Group)
            return noun is "party" or "group" && (Gazetteer.Default.Find(other.Name) & WordLists.Demonym) == 0;
        if (other.Type != EntityType.Organization
            || _scene.Is(first - 1, WordUse.Telling)
            || !ThingKinds.Fits(noun, other.Type, other.Name))
            return false;
        return AnyNames.Contains(noun)
            ? !ThingKinds.TellsKind(other.Name) && !(Bare.Contains(noun) && _scene.Text(first - 1) is "the" or "The")
            : ThingKinds.IsAcronym(other.Name)
                && (other.Name[0] == char.ToUpperInvariant(noun[0]) || other.Name[^1] == char.ToUpperInvariant(noun[0]));
    }

    /// <summary>
    /// Whether the indefinite phrase describes a name, and so introduces no other thing: "Acme, a company", "is a company".
    /// </summary>
    private bool IsSaidOfName(int indefinite) =>
        _scene.Text(indefinite - 1) is "is" or "was" or "be" or "been" or "became" or "become" or "as" or "remains"
        || (_scene.Text(indefinite - 1) is "," or "-" or "–" or "—" && _scene.IsCapital(indefinite - 2));

    private bool IsPeople(int at) =>
        _scene.Text(at) is "people" or "men" or "women" or "children"
        || (_scene.IsPlain(at) && _scene.Text(at) is [.. var one, 's'] && (WordUses.Of(one) & WordUse.Person) != 0);
}
