using Ingest.Text.Documents;
using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// Finds the phrases that a pronoun may mean: names of people, and descriptions of one person:
/// <code>
/// description := (determiner | name "'s") word* noun       "the former mate", "one senior player", "his wife", "Roe's elder sister"
/// </code>
/// A description beside a name or said of a person ("Roe, a nurse,", "is a nurse") is not found, because it means no second person.
/// </summary>
internal sealed class PhraseFinder(Scene scene, Gazetteer gazetteer)
{
    /// <summary>In tokens between determiner and noun.</summary>
    private const int MaxModifiers = 4;

    /// <summary>In order.</summary>
    public List<Phrase> Find(List<Person> people)
    {
        var names = new List<Phrase>();
        var hasSmall = people.Exists(person => !person.Name.IsCapitals);
        foreach (var person in people)
        {
            var name = person.Name;
            // "ANA" is more likely an airline than Ana.
            if (name.Length == 1 && name.IsCapitals && person.Role is null && !person.IsGenderSure && hasSmall)
                continue;
            var isDoubtful = name.Length == 1
                && person.Role is null
                && (gazetteer.Find(name.First) & (WordLists.FirstName | WordLists.Surname)) == 0;
            var referent = new Referent(person, GenderPrior.Of(person, gazetteer))
            {
                Standing = Clue.Names * MathF.Log2(1 + person.Mentions.Count) + (isDoubtful ? Clue.DoubtfulName : 0),
            };
            foreach (var mention in person.Mentions)
            {
                var first = scene.Doc.TokenAt(mention.Span.Start);
                var end = first + 1;
                while (end < scene.Count && scene.Doc.Tokens[end].Span.Start < mention.Span.End)
                    end++;
                names.Add(new Phrase(first, end, referent));
            }
        }

        names.Sort((a, b) => a.First.CompareTo(b.First));
        return WithDescriptions(names, new PersonDescriptions(people));
    }

    private List<Phrase> WithDescriptions(List<Phrase> names, PersonDescriptions descriptions)
    {
        var phrases = new List<Phrase>();
        var named = new Dictionary<Person, Referent>();
        var nameless = new NamelessPeople(scene);
        var next = 0;
        for (var i = 0; i < scene.Count; i++)
        {
            if (next < names.Count && names[next].First == i)
            {
                named.TryAdd(names[next].Referent.Person!, names[next].Referent);
                phrases.Add(names[next]);
                i = names[next++].End - 1;
            }
            else if (DescriptionAt(
                i, next < names.Count ? names[next].First : int.MaxValue, phrases, descriptions) is var determiner and >= 0)
            {
                var referent = Known(i, determiner, descriptions, named) ?? (scene.IsCapital(i) ? null : nameless.Of(i, determiner));
                if (referent is not null)
                    phrases.Add(new Phrase(i, i + 1, referent));
            }
        }

        return phrases;
    }

    /// <summary>Index where the description with its noun at this token begins; −1 when there is none.</summary>
    private int DescriptionAt(int noun, int nextName, List<Phrase> before, PersonDescriptions descriptions)
    {
        if (!scene.IsWord(noun)
            || !(scene.Is(noun, WordUse.Person) ? !scene.IsCapital(noun) || IsOffice(noun, descriptions)
                : (scene.Text(noun) is "source" && scene.Is(noun + 1, WordUse.AnySaying))
                    || (scene.Is(noun - 1, WordUse.Determiner) && descriptions.Knows(scene.Text(noun)))))
            return -1;
        var isOwned = before.Count > 0 && before[^1].End == PossessiveOf(noun);
        var determiner = isOwned ? before[^1].End : DeterminerOf(noun);
        // "The mother of four" is a person whom the article names, but nothing shows which.
        if (determiner < 0 || !IsPerson(noun, nextName) || (scene.Is(noun, WordUse.Kin) && scene.Text(noun - 1) is "the" or "The"))
            return -1;
        if (isOwned)
            return before.Count == 1 || !IsSaidOf(before[^2], before[^1].First) ? determiner : -1;
        return before.Count == 0 || (before[^1].End <= determiner && !IsSaidOf(before[^1], determiner)) ? determiner : -1;
    }

    /// <summary>
    /// Whether the noun is an office with a capital, "the Minister", as papers of the Commonwealth write it; not "the Minister for
    /// Water", which may be another.
    /// </summary>
    private bool IsOffice(int noun, PersonDescriptions descriptions) =>
        descriptions.Knows(scene.Text(noun)) && scene.Text(noun + 1) is not ("of" or "for" or "from" or "in" or "-");

    /// <summary>The person named before whom the description surely means; null where nobody is sure.</summary>
    private Referent? Known(int noun, int determiner, PersonDescriptions descriptions, Dictionary<Person, Referent> named)
    {
        if (descriptions.Find(scene, determiner, noun) is not { } person || !named.TryGetValue(person, out var referent)
            || (scene.Text(noun) is "President" && IsPresidentOfBody(person)))
            return null;
        // A country's name among the modifiers is a mention of its own; "Prime" of "the Prime Minister" is not.
        var title = noun;
        while (title - 1 > determiner && scene.IsCapital(title - 1) && IsOfPost(person, scene.Text(title - 1)))
            title--;
        var first = determiner;
        for (var i = determiner + 1; i < title; i++)
        {
            if (scene.IsCapital(i))
                first = i + 1;
        }

        var span = new TextSpan(scene.Doc.Tokens[first].Span.Start, scene.Doc.Tokens[noun].Span.End);
        person.Mentions.Add(new Mention(span, EntityType.Person, MentionKind.Nominal));
        return referent;
    }

    /// <summary>
    /// "Acme President Jane Roe", "Jane Roe, president of the club": "the President" with a capital is another, a state's.
    /// </summary>
    private bool IsPresidentOfBody(Person person)
    {
        const WordLists nobody = WordLists.Place | WordLists.Demonym | WordLists.Group | WordLists.AnyTitle | WordLists.Common;
        var title = scene.Doc.TokenAt(person.NamedAt) - 1;
        if (title > 0 && scene.Text(title) is "President")
            return scene.IsCapital(title - 1) && (gazetteer.Find(scene.Text(title - 1)) & nobody) == 0;
        foreach (var role in person.Roles)
        {
            if (role.IndexOf("resident of ", StringComparison.Ordinal) is >= 0 and var at
                && role.AsSpan(at + "resident of ".Length) is var body)
                return (gazetteer.Find(body.StartsWith("the ") ? body[4..] : body) & WordLists.Place) == 0;
        }

        return false;
    }

    /// <summary>Whether a role of the person contains the word, and the word is no country.</summary>
    private bool IsOfPost(Person person, ReadOnlySpan<char> word)
    {
        if ((gazetteer.Find(word) & (WordLists.Place | WordLists.Demonym)) != 0)
            return false;
        foreach (var role in person.Roles)
        {
            foreach (var part in role.AsSpan().Split(' '))
            {
                if (role.AsSpan(part).Equals(word, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Index of the possessive of "Roe's elder sister"; −1 where there is none.</summary>
    private int PossessiveOf(int noun)
    {
        var at = noun - 1;
        while (noun - at <= MaxModifiers && scene.IsPlain(at))
            at--;
        return scene.IsPossessive(at) ? at : -1;
    }

    /// <summary>Index where the description begins; −1 where the noun has no determiner, as in "president Roe".</summary>
    private int DeterminerOf(int noun)
    {
        for (var i = noun - 1; i >= 0 && noun - i <= MaxModifiers + 1; i--)
        {
            if (scene.Is(i, WordUse.Determiner | WordUse.Relative))
                return i;
            if (!scene.IsPossessive(i)
                && (!scene.IsWord(i) || (scene.Is(i, WordUse.Nobody | WordUse.AnySaying) && !scene.Is(i, WordUse.Person))))
                return scene.IsPossessive(i + 1) || (i + 2 < noun && scene.IsPossessive(i + 2)) ? i + 1 : -1;
        }

        return -1;
    }

    /// <summary>Whether the noun ends its phrase and describes nobody named right beside it.</summary>
    private bool IsPerson(int noun, int followed)
    {
        var next = noun + 1;
        if (followed == next || (followed == next + 1 && (scene.IsComma(next) || scene.Text(next) is "named" or "called")))
            return false;
        return !scene.IsCapital(next)
            && !scene.Is(next, WordUse.Person)
            && !(scene.IsPlain(next) && !scene.IsVerb(next) && !scene.Text(next).EndsWith("ing"));
    }

    /// <summary>"Roe, a nurse", "Roe is a nurse", "Roe, 71, the former mate".</summary>
    private bool IsSaidOf(Phrase name, int determiner)
    {
        if (scene.Is(determiner, WordUse.Relative))
            return false;
        var before = determiner - 1;
        if (scene.Is(before, WordUse.Adverb) || scene.Text(before) is "formerly")
            before--;
        if (scene.Text(before) is "is" or "was" or "be" or "been" or "became" or "become" or "as" or "not")
            return true;
        return scene.IsComma(before) && before - name.End <= 3;
    }
}
