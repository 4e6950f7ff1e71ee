namespace Ingest.Text.Entities.Linking.People;

/// <summary>Chooses among the people who share a name.</summary>
internal static class LastNamed
{
    /// <summary>People of one surname. More are a list of names, and each would be compared with all others.</summary>
    public const int MaxHolders = 100;

    /// <summary>
    /// The person named last, among those whom the name fits; the first one to come where none has been named yet. A match by surname
    /// goes before a match by first name. The person whom the headline names, or else whom the article usually calls by this name, goes
    /// before the person named last, unless only the latter was named since <paramref name="paragraph"/>, an offset.
    /// </summary>
    public static Person? Choose(List<Person>? holders, PersonName name, Gender gender, int paragraph = 0)
    {
        if (holders is null)
            return null;
        return Best(person => person.Fits(name, gender))
            // A first name can mislead about gender ("Lindsey"); a title cannot.
            ?? Best(person => !person.IsGenderSure && person.IsCalled(name));

        Person? Best(Func<Person, bool> fits)
        {
            Person? best = null;
            for (var i = holders.Count - 1; i >= Math.Max(0, holders.Count - MaxHolders); i--)
            {
                var person = holders[i];
                if (fits(person) && (best is null || IsBefore(person, best)))
                    best = person;
            }

            return best;
        }

        bool IsBefore(Person person, Person other) =>
            (person.LastSeen >= 0) != (other.LastSeen >= 0) ? person.LastSeen >= 0
            : (person.Name.Last == name.Last) != (other.Name.Last == name.Last) ? person.Name.Last == name.Last
            : person.Name.Last == name.Last && IsOnFirstTerms(person) != IsOnFirstTerms(other) ? IsOnFirstTerms(other)
            : person.IsKin != other.IsKin && person.Name.Last == name.Last ? other.IsKin
            : Prefers(person, other, IsOfHeadline) ?? Prefers(person, other, IsUsual) ?? person.LastSeen > other.LastSeen;

        // Null where neither is preferred, and where only the other one was named since the paragraph began.
        bool? Prefers(Person person, Person other, Func<Person, bool> isPreferred) =>
            (isPreferred(person), isPreferred(other)) switch
            {
                (true, false) when !IsAloneHere(other, person) => true,
                (false, true) when !IsAloneHere(person, other) => false,
                _ => null,
            };

        bool IsAloneHere(Person person, Person other) => person.LastSeen >= paragraph && other.LastSeen < paragraph;

        bool IsOfHeadline(Person person) => person.IsInHeadline && person.Name.Last == name.Last;

        bool IsUsual(Person person) => person.ShortCounts.GetValueOrDefault(name.Last) >= 2;

        // "Lena plays in the yard, Roe wrote of his daughter": a person whom the article calls only by the first name is not "Roe".
        bool IsOnFirstTerms(Person person) =>
            person.ShortCounts.GetValueOrDefault(person.Name.First) >= 2 && person.ShortCounts.GetValueOrDefault(person.Name.Last) == 0;
    }
}
