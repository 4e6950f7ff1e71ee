using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the person that a transcript's label means, by a surname in any case ("ROE") or by initials ("JR"), and the organisation that
/// initials mean.
/// </summary>
internal sealed class Labels
{
    // The value is null where two people share the surname.
    private readonly Dictionary<string, Entity?> _bySurname = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Entity?> _byInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity?> _organizations = new(StringComparer.Ordinal);

    public Labels(IReadOnlyList<Entity> entities)
    {
        const int least = 3;   // letters: two may be anybody's
        foreach (var organization in entities.Where(entity => entity.Type == EntityType.Organization))
        {
            if (Acronym.Of(organization.Name).FirstOrDefault() is { Length: >= least } initials)
                Add(_organizations, initials, organization);
        }

        foreach (var person in entities.Where(entity => entity.Type == EntityType.Person))
        {
            var words = person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Add(_bySurname, words[^1], person);
            if (words.Length > 1)
                Add(_byInitials, string.Concat(words.Select(word => word[0])), person);
        }
    }

    /// <summary>The person that the label means; null when it means nobody or may mean several.</summary>
    public Entity? PersonOf(string label)
    {
        var surname = label[(label.LastIndexOf(' ') + 1)..];
        return _bySurname.TryGetValue(surname, out var named) ? named : _byInitials.GetValueOrDefault(label);
    }

    /// <summary>
    /// The organisation that the initials mean: "WHO" where the article names the World Health Organization. Null when they mean none or
    /// may mean several.
    /// </summary>
    public Entity? OrganizationOf(ReadOnlySpan<char> initials) =>
        _organizations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(initials, out var organization) ? organization : null;

    private static void Add(Dictionary<string, Entity?> known, string key, Entity entity) =>
        known[key] = known.ContainsKey(key) ? null : entity;
}
