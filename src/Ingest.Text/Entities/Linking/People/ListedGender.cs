namespace Ingest.Text.Entities.Linking.People;

/// <summary>The gender of a first name by the lists.</summary>
internal static class ListedGender
{
    /// <summary>Unknown where no list has the name, or both have it.</summary>
    public static Gender Of(string firstName, Gazetteer gazetteer) => (gazetteer.Find(firstName) & WordLists.FirstName) switch
    {
        WordLists.MaleName => Gender.Male,
        WordLists.FemaleName => Gender.Female,
        _ => Gender.Unknown,
    };
}
