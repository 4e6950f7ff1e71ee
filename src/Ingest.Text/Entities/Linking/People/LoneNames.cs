namespace Ingest.Text.Entities.Linking.People;

/// <summary>The single names of an article: where each stands alone, and which are names of somebody's kin ("Roe's son Peter").</summary>
internal sealed class LoneNames
{
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kin = new(StringComparer.Ordinal);

    public LoneNames(IEnumerable<NamedMention> names)
    {
        foreach (var (mention, name, title, _) in names)
        {
            if (name.Length > 1)
                continue;
            if (!_places.TryGetValue(name.Last, out var places))
                _places.Add(name.Last, places = []);
            places.Add(mention.Span.Start);
            if (title.IsKin)
                _kin.Add(name.Last);
        }
    }

    public bool Contains(string name) => _places.ContainsKey(name);

    public bool AreKin(string name) => _kin.Contains(name);

    /// <summary>Whether the surname stands alone more than once before its only bearer is named in full.</summary>
    public bool AreUsedBefore(Person bearer, PersonName surname) =>
        bearer.Name.Last == surname.Last && _places[surname.Last] is [_, var second, ..] && second < bearer.NamedAt;
}
