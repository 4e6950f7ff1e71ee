using Ingest.Text.Documents;
using Ingest.Text.Entities.Linking.People.Titles;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>
/// Joins the names of people. Names of two parts and more are joined first, in order, so that a surname before its full name (a headline's)
/// finds it too; then single parts go to the one named last of those they fit.
/// </summary>
internal sealed class PersonLinker(Document doc, Gazetteer gazetteer)
{
    /// <summary>Of one surname: more are a list of names, and each would be compared with all.</summary>
    private const int MaxHolders = 100;

    // Where each single name stands alone, and which of them as somebody's kin ("Roe's son Peter").
    private readonly Dictionary<string, List<int>> _alone = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kin = new(StringComparer.Ordinal);

    /// <summary>In order of first mention; mentions in order.</summary>
    public List<Person> Link(IReadOnlyList<Mention> mentions)
    {
        var titles = new TitleReader(doc, gazetteer, mentions);
        var people = new List<Person>();
        var owners = new Dictionary<int, Person>();
        var byPart = new Dictionary<string, List<Person>>(StringComparer.Ordinal);
        var byInner = new Dictionary<string, List<Person>>(StringComparer.Ordinal);
        var inside = new HashSet<(string, Person)>();
        var names = new List<(Mention Mention, PersonName Name, Title Title, Gender Gender)>();
        foreach (var mention in mentions)
        {
            if (mention.Type != EntityType.Person)
                continue;
            var name = PersonName.Parse(mention.Span.In(doc.Text), gazetteer);
            var title = titles.Read(mention.Span);
            names.Add((mention, name, title, title.Gender != Gender.Unknown ? title.Gender : GenderOf(name)));
        }

        foreach (var (mention, name, title, _) in names)
        {
            if (name.Length > 1)
                continue;
            if (!_alone.TryGetValue(name.Last, out var places))
                _alone.Add(name.Last, places = []);
            places.Add(mention.Span.Start);
            if (title.IsKin)
                _kin.Add(name.Last);
        }

        Person? before = null;
        foreach (var (mention, name, title, gender) in names)
        {
            if (name.Length < 2)
            {
                before = null;
                continue;
            }

            if (before is not null && IsBirthName(before.Mentions[^1].Span, mention.Span))
            {
                before.Mentions.Add(mention);
                owners[mention.Span.Start] = before;
                AddPart(name.Last, before);
                continue;
            }

            var person = Last(byPart.GetValueOrDefault(name.Last), name, gender)
                ?? name.Inner.Select(part => Last(byPart.GetValueOrDefault(part), name, gender)).FirstOrDefault(found => found is not null)
                ?? Last(byInner.GetValueOrDefault(name.Last), name, gender);
            if (person is null)
            {
                person = new Person(name, gender) { NamedAt = mention.Span.Start, IsKin = title.IsKin || _kin.Contains(name.First) || IsOfKin(mention.Span) };
                people.Add(person);
            }

            Join(person, mention, name, title, gender);
            before = person;
        }

        foreach (var person in people)
            person.Mentions.Clear();
        foreach (var name in HeadlineNames.Find(doc.Title, _alone.ContainsKey, gazetteer))
        {
            if (people.Exists(other => other.Parts.Contains(name.First) || (!other.IsKin && other.Parts.Contains(name.Last))))
                continue;
            var person = new Person(name, GenderOf(name));
            people.Add(person);
            AddPart(name.Last, person);
            AddPart(name.First, person);
        }

        foreach (var (mention, name, title, gender) in names)
        {
            var person = name.Length > 1 ? owners[mention.Span.Start]
                : Meant(byPart.GetValueOrDefault(name.Last), name, title.Gender, mention) ?? BearerInside(name);
            if (person is null)
            {
                person = new Person(name, gender);
                people.Add(person);
            }

            // A name at birth is a mention, and nothing that she is called by.
            if (name.Length > 1 && !person.Name.Fits(name))
                person.Mentions.Add(mention);
            else
                Join(person, mention, name, title, name.Length > 1 ? gender : title.Gender);
            if (name.Length == 1)
                person.ShortCounts[name.Last] = person.ShortCounts.GetValueOrDefault(name.Last) + 1;
        }

        people.RemoveAll(person => person.Mentions.Count == 0);
        people.Sort((a, b) => a.Mentions[0].Span.CompareTo(b.Mentions[0].Span));
        return people;

        void Join(Person person, Mention mention, PersonName name, Title title, Gender gender)
        {
            person.Learn(name, gender, isSure: title.Gender != Gender.Unknown);
            person.IsOver |= title.IsOver;
            if (title.Role is { } role && !person.Roles.Contains(role))
                person.Roles.Add(role);
            person.Mentions.Add(mention);
            owners[mention.Span.Start] = person;
            AddPart(name.Last, person);
            AddPart(name.First, person);
            foreach (var surname in name.Middle)
                AddPart(surname, person);
            foreach (var part in name.Inner.Where(part => inside.Add((part, person))))
                Add(byInner, part, person);
        }

        void AddPart(string part, Person person)
        {
            if (person.Parts.Add(part))
                Add(byPart, part, person);
        }

        // "Barón" of Rafael Barón Herazo, who is the only one with that part, and whose last one is no common surname that somebody is called by.
        Person? BearerInside(PersonName name) => byInner.GetValueOrDefault(name.Last) is [var bearer] && !_alone.ContainsKey(bearer.Name.Last)
            && (gazetteer.Find(bearer.Name.Last) & WordLists.Surname) == 0 ? bearer : null;

        static void Add(Dictionary<string, List<Person>> byPart, string part, Person person)
        {
            if (!byPart.TryGetValue(part, out var holders))
                byPart.Add(part, holders = []);
            holders.Add(person);
        }
    }

    /// <summary>"Jane Roe was born [Mary Jane Poe]", "Jane Roe (born [Mary Jane Poe])": that is who she is, and not what she is called.</summary>
    private bool IsBirthName(TextSpan before, TextSpan name) =>
        doc.Text.AsSpan(before.End..name.Start) is " was born " or " (born " or ", born " or " (né " or " (née ";

    /// <summary>Whom a single name means: where several bear it, title and pronoun ("Roe said she") tell, then the place.</summary>
    private Person? Meant(List<Person>? holders, PersonName name, Gender gender, Mention mention)
    {
        // The first of two surnames gives way to a last one.
        if (holders is { Count: > 1 and <= MaxHolders } && holders.Exists(person => IsCalled(person, name)))
            holders = holders.FindAll(person => IsCalled(person, name));
        // "Roe said … her father, John Roe, said": whoever is called by the surname before her kin is named is no kin.
        if (holders is null || holders.Count < 2)
            return holders is [{ IsKin: true, LastSeen: < 0 } kin] && IsUsedBefore(kin, name) ? null : Last(holders, name, gender);
        var paragraph = doc.Paragraphs[doc.Sentences[doc.SentenceAt(mention.Span.Start)].Paragraph].Start;
        var hint = gender != Gender.Unknown ? gender : GenderBehind(mention.Span);
        return Last(holders, name, hint, paragraph) ?? Last(holders, name, gender, paragraph);
    }

    /// <summary>Whether a surname stands alone more than once before its only bearer is named.</summary>
    private bool IsUsedBefore(Person bearer, PersonName surname) =>
        bearer.Name.Last == surname.Last && _alone[surname.Last] is [_, var second, ..] && second < bearer.NamedAt;

    /// <summary>"the son of the driver [John Roe]".</summary>
    private bool IsOfKin(TextSpan name)
    {
        const int most = 4;   // tokens of a title between
        var first = doc.TokenAt(name.Start);
        for (var of = first - 1; of > 0 && first - of <= most + 1 && doc.Tokens[of].Kind == TokenKind.Word; of--)
        {
            if (doc.TextOf(doc.Tokens[of]) is "of")
                return (WordUses.Of(doc.TextOf(doc.Tokens[of - 1])) & WordUse.Kin) != 0;
        }

        return false;
    }

    private static bool IsCalled(Person person, PersonName name) => person.Name.Last == name.Last || person.Name.First == name.Last;

    private Gender GenderBehind(TextSpan name)
    {
        var first = doc.TokenAt(name.End - 1) + 1;
        for (var i = first; i < doc.Tokens.Count && i < first + 4 && doc.Tokens[i].Kind == TokenKind.Word; i++)
        {
            var use = WordUses.Of(doc.TextOf(doc.Tokens[i]));
            if ((use & WordUse.HeOrShe) != 0)
                return (use & WordUse.He) != 0 ? Gender.Male : Gender.Female;
        }

        return Gender.Unknown;
    }

    /// <summary>
    /// Who of those that fit was named last; when nobody was yet, the first one to come. A surname goes before a first name. The one whom the article is
    /// used to call so goes before the last, but where only that one was named since <paramref name="paragraph"/>, an offset.
    /// </summary>
    private static Person? Last(List<Person>? holders, PersonName name, Gender gender, int paragraph = 0)
    {
        return Best(person => person.Fits(name, gender))
            // A first name may mislead ("Lindsey"); a title doesn't.
            ?? Best(person => !person.IsGenderSure && person.Name.Fits(name));

        Person? Best(Func<Person, bool> fits)
        {
            Person? best = null;
            for (var i = (holders?.Count ?? 0) - 1; i >= Math.Max(0, (holders?.Count ?? 0) - MaxHolders); i--)
            {
                var person = holders![i];
                if (fits(person) && (best is null || IsBefore(person, best)))
                    best = person;
            }

            return best;
        }

        bool IsBefore(Person person, Person other) =>
            (person.LastSeen >= 0) != (other.LastSeen >= 0) ? person.LastSeen >= 0
            : (person.Name.Last == name.Last) != (other.Name.Last == name.Last) ? person.Name.Last == name.Last
            : person.IsKin != other.IsKin && person.Name.Last == name.Last ? other.IsKin
            : IsUsual(person) != IsUsual(other) && !(IsUsual(person) ? IsAloneHere(other, person) : IsAloneHere(person, other)) ? IsUsual(person)
            : person.LastSeen > other.LastSeen;

        bool IsAloneHere(Person person, Person other) => person.LastSeen >= paragraph && other.LastSeen < paragraph;

        bool IsUsual(Person person) => person.ShortCounts.GetValueOrDefault(name.Last) >= 2;
    }

    private Gender GenderOf(PersonName name)
    {
        var lists = name.Length > 1 ? gazetteer.Find(name.First) : WordLists.None;
        return (lists & WordLists.FirstName) switch
        {
            WordLists.MaleName => Gender.Male,
            WordLists.FemaleName => Gender.Female,
            _ => Gender.Unknown,
        };
    }
}
