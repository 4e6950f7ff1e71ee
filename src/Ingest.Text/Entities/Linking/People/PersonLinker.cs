using Ingest.Text.Documents;
using Ingest.Text.Entities.Linking.People.Titles;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>
/// Joins the names of people. It first joins names of two or more parts, in order, so that a surname before its full name (in a headline)
/// finds it, too. Then each single name goes to the person named last among those it fits.
/// </summary>
internal sealed class PersonLinker(Document doc, Gazetteer gazetteer)
{
    private readonly HashSet<(string First, string Last)> _inHeadline = HeadlineNames.Pairs(doc.Title, gazetteer);

    /// <summary>The people in order of first mention; their mentions are in order.</summary>
    public List<Person> Link(IReadOnlyList<Mention> mentions)
    {
        var names = NamesOf(mentions);
        var lone = new LoneNames(names);
        var people = new PeopleByName();
        var bearers = JoinWholeNames(names, lone, people);
        // Their mentions are added again, in order with the single names.
        foreach (var person in people.All)
            person.Mentions.Clear();
        AddFromHeadline(lone, people);
        JoinAll(names, bearers, new SingleName(doc, gazetteer, lone, people), people);
        people.All.RemoveAll(person => person.Mentions.Count == 0);
        people.All.Sort((a, b) => a.Mentions[0].Span.CompareTo(b.Mentions[0].Span));
        return people.All;
    }

    private List<NamedMention> NamesOf(IReadOnlyList<Mention> mentions)
    {
        var titles = new TitleReader(doc, gazetteer, mentions);
        var names = new List<NamedMention>();
        foreach (var mention in mentions)
        {
            if (mention.Type != EntityType.Person)
                continue;
            var name = PersonName.Parse(mention.Span.In(doc.Text), gazetteer);
            var title = titles.Read(mention.Span);
            names.Add(new NamedMention(mention, name, title, title.Gender != Gender.Unknown ? title.Gender : GenderOf(name)));
        }

        new SharedNames(doc, gazetteer).Correct(names);
        return names;
    }

    /// <summary>The bearer of each whole name, by the offset at which the name begins.</summary>
    private Dictionary<int, Person> JoinWholeNames(List<NamedMention> names, LoneNames lone, PeopleByName people)
    {
        var bearers = new Dictionary<int, Person>();
        Person? before = null;
        foreach (var named in names)
        {
            var (mention, name, title, gender) = named;
            if (name.Length < 2)
            {
                before = null;
                continue;
            }

            if (before is not null && IsOtherName(before.Mentions[^1].Span, mention.Span))
            {
                before.Mentions.Add(mention);
                before.Aliases.Add(name);
                people.AddPart(name.Last, before);
            }
            else
            {
                var bearer = BearerOf(name, gender, people);
                if (bearer is not null && bearer.Name.Length != name.Length && IsOfKinOf(bearer, mention.Span))
                    bearer = null;
                before = bearer ?? people.Add(new Person(name, gender)
                {
                    NamedAt = mention.Span.Start,
                    IsInHeadline = _inHeadline.Contains((name.First, name.Last)),
                    IsKin = title.IsKin || lone.AreKin(name.First) || IsOfKin(mention.Span),
                });
                people.Join(before, named);
            }

            bearers[mention.Span.Start] = before;
        }

        return bearers;
    }

    private static Person? BearerOf(PersonName name, Gender gender, PeopleByName people) =>
        LastNamed.Choose(people.With(name.Last), name, gender)
        ?? name.Inner.Select(part => LastNamed.Choose(people.With(part), name, gender)).FirstOrDefault(found => found is not null)
        ?? LastNamed.Choose(people.WithInner(name.Last), name, gender);

    /// <summary>Adds a full name that only the headline has, of a person whom the text calls by a single name.</summary>
    private void AddFromHeadline(LoneNames lone, PeopleByName people)
    {
        foreach (var name in HeadlineNames.Find(doc.Title, lone.Contains, gazetteer))
        {
            if (people.All.Exists(other => other.Parts.Contains(name.First) || (!other.IsKin && other.Parts.Contains(name.Last))))
                continue;
            var person = people.Add(new Person(name, GenderOf(name)));
            people.AddPart(name.Last, person);
            people.AddPart(name.First, person);
        }
    }

    private static void JoinAll(List<NamedMention> names, Dictionary<int, Person> bearers, SingleName single, PeopleByName people)
    {
        foreach (var named in names)
        {
            var (mention, name, title, gender) = named;
            var isWhole = name.Length > 1;
            var person = (isWhole ? bearers[mention.Span.Start] : single.MeantBy(named)) ?? people.Add(new Person(name, gender));
            // Another name is a mention of the person, but not the name that the article uses for her.
            if (isWhole && !person.Name.Fits(name))
                person.Mentions.Add(mention);
            else
                people.Join(person, isWhole ? named : named with { Gender = title.Gender });
            if (name.Length == 1)
                person.ShortCounts[name.Last] = person.ShortCounts.GetValueOrDefault(name.Last) + 1;
        }
    }

    /// <summary>
    /// Whether the second is another name of the first: "Jane Roe was born [Mary Jane Poe]", "Jane Roe, aka [Lena Poe]". It means her,
    /// but is not the name by which the article calls her.
    /// </summary>
    private bool IsOtherName(TextSpan before, TextSpan name) =>
        doc.Text.AsSpan(before.End..name.Start) is var between
        && (OtherName.IsSaid(between)
            || between is " was born " or " (born " or ", born " or " (né " or " (née " or ", whose real name is " or " (real name ");

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

    /// <summary>Whether the name is that of the person's kin, and so another's: "Jane Roe Poe … her mother, [Jane Roe]".</summary>
    private bool IsOfKinOf(Person person, TextSpan name)
    {
        const int most = 3;   // tokens of "her late mother"
        var kin = doc.TokenAt(name.Start) - 1;
        if (kin > 0 && doc.TextOf(doc.Tokens[kin]) is ",")
            kin--;
        if (kin < 0 || (WordUses.Of(doc.TextOf(doc.Tokens[kin])) & WordUse.Kin) == 0)
            return false;
        for (var i = kin - 1; i >= 0 && kin - i < most; i--)
        {
            var use = WordUses.Of(doc.TextOf(doc.Tokens[i]));
            if ((use & WordUse.Possessive) != 0 && (use & WordUse.HeOrShe) != 0)
                return person.Gender == ((use & WordUse.He) != 0 ? Gender.Male : Gender.Female);
        }

        return false;
    }

    private Gender GenderOf(PersonName name) => name.Length > 1 ? ListedGender.Of(name.First, gazetteer) : Gender.Unknown;
}
