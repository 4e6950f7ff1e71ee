using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>Corrects names that are misread by themselves, with the help of the article's other names.</summary>
internal sealed class SharedNames(Document doc, Gazetteer gazetteer)
{
    public void Correct(List<NamedMention> names)
    {
        WithoutRanks(names);
        WithSharedSurnames(names);
    }

    /// <summary>
    /// Removes a rank that was taken for a first name: "Justice Roe", where the article has "Justice Jane Roe", and "Lord Roe", where it
    /// has "John Roe".
    /// </summary>
    private void WithoutRanks(List<NamedMention> names)
    {
        HashSet<(string Rank, string Surname)>? ranked = null;
        for (var i = 0; i < names.Count; i++)
        {
            var (mention, name, title, _) = names[i];
            if (name.Length != 2 || (gazetteer.Find(name.First) & WordLists.AnyTitle) == 0)
                continue;
            ranked ??= [.. names.Where(other => other.Name.Length > 1 && other.Title.Role is not null)
                .Select(other => (LastWord(other.Title.Role!).ToLowerInvariant(), other.Name.Last))];
            if (ranked.Contains((name.First, name.Last)) || (name.First is "lord"
                && names.Exists(other => other.Name.Length > 1 && other.Name.Last == name.Last && other.Name.First != name.First)))
                names[i] = new NamedMention(mention, PersonName.Parse(name.Text.AsSpan(name.Text.IndexOf(' ') + 1), gazetteer), title, title.Gender);
        }
    }

    /// <summary>
    /// Gives "John" of "John and Jane Roe" the surname, where the article has a "Mr. Roe", who is not Jane, and no other John.
    /// </summary>
    private void WithSharedSurnames(List<NamedMention> names)
    {
        HashSet<string>? parts = null;
        HashSet<(string Surname, Gender Gender)>? titled = null;
        for (var i = 0; i + 1 < names.Count; i++)
        {
            var ((mention, first, title, _), (next, whole, _, other)) = (names[i], names[i + 1]);
            if (first.Length != 1 || whole.Length != 2 || doc.Text.AsSpan(mention.Span.End..next.Span.Start) is not (" and " or " & "))
                continue;
            var gender = ListedGender.Of(first.First, gazetteer);
            if (gender == Gender.Unknown || other == Gender.Unknown || gender == other)
                continue;
            parts ??= [.. names.Where(person => person.Name.Length > 1).SelectMany(person => new[] { person.Name.First, person.Name.Last })];
            titled ??= [.. names.Where(person => person.Name.Length == 1).Select(person => (person.Name.Last, person.Title.Gender))];
            if (!parts.Contains(first.Last) && titled.Contains((whole.Last, gender)) && IsSurname(LastWord(whole.Text), whole))
                names[i] = new NamedMention(mention, PersonName.Parse($"{first.Text} {LastWord(whole.Text)}", gazetteer), title, gender);
        }
    }

    /// <summary>Whether the word is the surname, and not "Jr".</summary>
    private static bool IsSurname(string word, PersonName whole) => word.Equals(whole.Last, StringComparison.OrdinalIgnoreCase);

    private static string LastWord(string words) => words[(words.LastIndexOf(' ') + 1)..];
}
