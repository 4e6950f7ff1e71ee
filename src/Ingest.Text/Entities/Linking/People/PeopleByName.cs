namespace Ingest.Text.Entities.Linking.People;

/// <summary>The people of an article while its names are being joined, found by the parts of their names.</summary>
internal sealed class PeopleByName
{
    private readonly Dictionary<string, List<Person>> _byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> _byInner = new(StringComparer.Ordinal);
    private readonly HashSet<(string Part, Person Person)> _inner = [];

    /// <summary>All people, in the order in which they were found.</summary>
    public List<Person> All { get; } = [];

    /// <summary>
    /// The people who are looked up by this part of a name, in the order in which they got it; null where there are none.
    /// </summary>
    public List<Person>? With(string part) => _byPart.GetValueOrDefault(part);

    /// <summary>The people with this part between first and last name, even as a further first name.</summary>
    public List<Person>? WithInner(string part) => _byInner.GetValueOrDefault(part);

    public Person Add(Person person)
    {
        All.Add(person);
        return person;
    }

    public void AddPart(string part, Person person)
    {
        if (person.Parts.Add(part))
            Add(_byPart, part, person);
    }

    /// <summary>Adds a mention to the person, with all that it tells.</summary>
    public void Join(Person person, NamedMention named)
    {
        var (mention, name, title, gender) = named;
        person.Learn(name, gender, isSure: title.Gender != Gender.Unknown);
        person.IsOver |= title.IsOver;
        if (title.Role is { } role && !person.Roles.Contains(role))
            person.Roles.Add(role);
        person.Mentions.Add(mention);
        AddPart(name.Last, person);
        AddPart(name.First, person);
        foreach (var surname in name.Middle)
            AddPart(surname, person);
        foreach (var part in name.Inner.Where(part => _inner.Add((part, person))))
            Add(_byInner, part, person);
    }

    private static void Add(Dictionary<string, List<Person>> byPart, string part, Person person)
    {
        if (!byPart.TryGetValue(part, out var holders))
            byPart.Add(part, holders = []);
        holders.Add(person);
    }
}
