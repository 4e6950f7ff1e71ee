using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>Whom the labels of a transcript mean: by a surname, whatever its case ("ROE"), or by initials ("JR").</summary>
internal sealed class Labels
{
    // Null where two people share it.
    private readonly Dictionary<string, Entity?> _bySurname = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Entity?> _byInitials = new(StringComparer.Ordinal);

    public Labels(IEnumerable<Entity> entities)
    {
        foreach (var person in entities.Where(entity => entity.Type == EntityType.Person))
        {
            var words = person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Add(_bySurname, words[^1], person);
            if (words.Length > 1)
                Add(_byInitials, string.Concat(words.Select(word => word[0])), person);
        }
    }

    /// <summary>Null when it is nobody or may be several.</summary>
    public Entity? PersonOf(string label)
    {
        var surname = label[(label.LastIndexOf(' ') + 1)..];
        return _bySurname.TryGetValue(surname, out var named) ? named : _byInitials.GetValueOrDefault(label);
    }

    private static void Add(Dictionary<string, Entity?> people, string key, Entity person) => people[key] = people.ContainsKey(key) ? null : person;
}
