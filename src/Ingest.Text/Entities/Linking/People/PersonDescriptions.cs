using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>
/// Finds the person that a description means: "the governor" where the article names exactly one governor. Modifiers ("the U.S.
/// president") must occur in a role of the person. Modifiers of time ("the former mate") need not; for a sole holder, neither need those
/// of party and term ("the seven-term congressman").
/// </summary>
internal sealed class PersonDescriptions
{
    /// <summary>Holders of one office: a description cannot tell more of them apart.</summary>
    private const int MaxHolders = 20;

    // "Deputy Prime Minister", "vice president" are other offices than the one above them.
    private static readonly WordSet Lower = WordSet.InAnyCase("assistant associate deputy junior lieutenant lt lt. shadow vice");

    // Nouns for people whose title is written short.
    private static readonly WordTable<string[]> Nouns = new(
        (["senator", "lawmaker"], "Sen Sen."),
        (["lawmaker", "congressman", "congresswoman", "representative"], "Rep Rep. Cong Cong."),
        (["governor"], "Gov Gov."),
        (["professor"], "Prof Prof."),
        (["detective"], "Det Det."),
        (["inspector"], "Insp Insp."),
        (["superintendent"], "Supt Supt."),
        (["sergeant"], "Sgt Sgt."),
        (["lieutenant"], "Lt Lt."),
        (["captain"], "Capt Capt."),
        (["major"], "Maj Maj."),
        (["colonel"], "Col Col."),
        (["general"], "Gen Gen."),
        (["admiral"], "Adm Adm."),
        (["councillor"], "Cllr Cllr."));

    // "the conservative senator", "the freshman lawmaker": these could describe another holder as well.
    private static readonly WordSet Stances = WordSet.InAnyCase("conservative freshman liberal moderate progressive veteran");

    // Offices whose holders are of several parties; "the Democratic candidate" is not the Republican one.
    private static readonly WordSet Members = WordSet.InAnyCase("congressman congresswoman governor lawmaker representative senator");

    private readonly Dictionary<string, List<Person>>.AlternateLookup<ReadOnlySpan<char>> _byHead =
        new Dictionary<string, List<Person>>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public PersonDescriptions(IEnumerable<Person> people)
    {
        foreach (var person in people)
        {
            foreach (var role in person.Roles)
            {
                if (Nouns.TryGetValue(HeadOf(role), out var nouns))
                {
                    foreach (var noun in nouns)
                        Add(noun, person);
                }
                else
                {
                    Add(HeadOf(role), person);
                }
            }
        }
    }

    private void Add(ReadOnlySpan<char> head, Person person)
    {
        if (!_byHead.TryGetValue(head, out var holders))
            _byHead[head] = holders = [];
        if (holders.Count == 0 || holders[^1] != person)
            holders.Add(person);
    }

    /// <summary>Whether a role of some person has this noun as its head.</summary>
    public bool Knows(ReadOnlySpan<char> noun) => _byHead.ContainsKey(noun);

    /// <summary>The only person whom these words can mean; null where there is none or several.</summary>
    public Person? Find(Scene scene, int determiner, int noun)
    {
        if (scene.Text(determiner) is not ("the" or "The") || scene.Text(noun + 1) is "of"
            || !_byHead.TryGetValue(scene.Text(noun), out var holders) || holders.Count > MaxHolders)
            return null;
        var (isFormer, isSole, word) = (scene.Text(determiner + 1) is "former", holders.Count == 1, scene.Text(noun).ToString());
        // People whom the article calls a senator come before those whom it calls "Sen."
        if (holders.FindAll(person => person.Roles.Exists(role => HeadOf(role).Equals(word, StringComparison.OrdinalIgnoreCase)))
            is { Count: > 0 } called)
            holders = called;
        Person? found = null;
        foreach (var person in holders)
        {
            if (!Bears(person, scene, determiner, noun, isSole)
                || !AgreesWith(person, scene.Text(noun))
                || !IsOfRank(person, scene, determiner, noun)
                || (isFormer && !WasInOffice(person, scene.Text(noun))))
                continue;
            if (found is not null)
                return null;
            found = person;
        }

        return found;
    }

    /// <summary>"former President Roe", "Roe, who was the president", not "President Roe".</summary>
    private static bool WasInOffice(Person person, ReadOnlySpan<char> noun)
    {
        if (person.IsOver)
            return true;
        foreach (var role in person.Roles)
        {
            if (IsCalled(role, noun)
                && (role.StartsWith("former ", StringComparison.OrdinalIgnoreCase)
                    || role.StartsWith("ex-", StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    /// <summary>Whether the noun fits the person's gender: "Rep. John Roe" is no congresswoman.</summary>
    private static bool AgreesWith(Person person, ReadOnlySpan<char> noun) =>
        (WordUses.Of(noun) & WordUse.Person) switch
        {
            WordUse.Man => person.Agrees(Gender.Male),
            WordUse.Woman => person.Agrees(Gender.Female),
            _ => true,
        };

    private static bool Bears(Person person, Scene scene, int determiner, int noun, bool isSole)
    {
        for (var i = determiner + 1; i < noun; i++)
        {
            var word = scene.Text(i);
            if (word is "former" or "new" or "current" or "outgoing" or "then" or "late")
                continue;
            if (isSole
                && (Stances.Contains(word) || word.EndsWith("-term") || word.EndsWith("-year-old")
                    || MayBeOfParty(person, scene, word, noun)))
                continue;
            var isBorne = false;
            foreach (var role in person.Roles)
                isBorne |= role.AsSpan().Contains(word, StringComparison.OrdinalIgnoreCase);
            if (!isBorne)
                return false;
        }

        return true;
    }

    /// <summary>Whether the word is a party, and the letter behind the name, "Roe (D-Ohio)", does not deny it.</summary>
    private static bool MayBeOfParty(Person person, Scene scene, ReadOnlySpan<char> word, int noun)
    {
        if (!Members.Contains(scene.Text(noun)))
            return false;
        var letter = word is "Republican" or "GOP" ? 'R' : word is "Democratic" or "Democrat" ? 'D' : default;
        if (letter == default)
            return false;
        foreach (var mention in person.Mentions)
        {
            var behind = scene.Doc.Text.AsSpan(mention.Span.End);
            if (behind is [' ', '(', 'D' or 'I' or 'R', '-', ..] or [',', ' ', 'D' or 'I' or 'R', '-', ..])
                return behind[2] == letter;
        }

        return true;
    }

    /// <summary>
    /// Whether the person holds this office, and not the one below it: "the prime minister" is no Deputy Prime Minister.
    /// </summary>
    private static bool IsOfRank(Person person, Scene scene, int determiner, int noun)
    {
        foreach (var role in person.Roles)
        {
            if (!IsCalled(role, scene.Text(noun)))
                continue;
            var isSaid = true;
            foreach (var word in role.AsSpan().Split(' '))
            {
                if (Lower.Contains(role.AsSpan(word)))
                    isSaid &= IsSaid(role.AsSpan(word), scene, determiner, noun);
            }

            if (isSaid)
                return true;
        }

        return false;
    }

    private static bool IsSaid(ReadOnlySpan<char> word, Scene scene, int determiner, int noun)
    {
        for (var i = determiner + 1; i < noun; i++)
        {
            if (scene.Text(i).Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsCalled(ReadOnlySpan<char> role, ReadOnlySpan<char> noun)
    {
        var last = HeadOf(role);
        if (!Nouns.TryGetValue(last, out var nouns))
            return last.Equals(noun, StringComparison.OrdinalIgnoreCase);
        foreach (var other in nouns)
        {
            if (noun.Equals(other, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>"executive" of "chief executive of Acme".</summary>
    public static ReadOnlySpan<char> HeadOf(ReadOnlySpan<char> role)
    {
        var end = 0;
        foreach (var range in role.Split(' '))
        {
            if (end > 0 && (WordUses.Of(role[range]) & WordUse.Preposition) != 0)
                break;
            end = range.End.GetOffset(role.Length);
        }

        var head = role[..end];
        return head[(head.LastIndexOf(' ') + 1)..];
    }
}
