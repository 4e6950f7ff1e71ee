using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Whom the labels of a transcript mean, by a surname, whatever its case ("ROE"), or by initials ("JR"); and which organisation initials
/// mean.
/// </summary>
internal sealed class Labels
{
    // Null where two people share it.
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

    /// <summary>Null when it is nobody or may be several.</summary>
    public Entity? PersonOf(string label)
    {
        var surname = label[(label.LastIndexOf(' ') + 1)..];
        return _bySurname.TryGetValue(surname, out var named) ? named : _byInitials.GetValueOrDefault(label);
    }

    /// <summary>"WHO" where there is the World Health Organization; null when it is none or may be several.</summary>
    public Entity? OrganizationOf(ReadOnlySpan<char> initials) =>
        _organizations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(initials, out var organization) ? organization : null;

    private static void Add(Dictionary<string, Entity?> known, string key, Entity entity) =>
        known[key] = known.ContainsKey(key) ? null : entity;
}
