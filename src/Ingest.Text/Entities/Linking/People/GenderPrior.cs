using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>
/// What title, noun and first name tell of somebody's gender before any pronoun is read: log-odds of a man against a woman.
/// </summary>
internal static class GenderPrior
{
    /// <summary>At least so much: pronouns that tell otherwise mean somebody else.</summary>
    public const float Sure = 9;

    // A frequent name of one gender, another name of one gender, either without a surname, the letters of a name that is in no list.
    private const float Clear = 5, Listed = 3, Alone = 1, MostOfLetters = 0.8f;

    public static float Of(Person person, Gazetteer gazetteer)
    {
        if (person.IsGenderSure)
            return person.Gender == Gender.Male ? Sure : -Sure;
        foreach (var role in person.Roles)
        {
            if (Of(WordUses.Of(PersonDescriptions.HeadOf(role))) is var said and not 0)
                return said;
        }

        var name = person.Name;
        var lists = gazetteer.Find(name.First);
        // Alone it may be a surname.
        if (name.IsInitial || (name.Length == 1 && (lists & WordLists.Surname) != 0))
            return 0;
        var listed = name.Length == 1 ? Alone : (lists & WordLists.ClearName) != 0 ? Clear : Listed;
        return (lists & WordLists.FirstName) switch
        {
            WordLists.MaleName => listed,
            WordLists.FemaleName => -listed,
            WordLists.FirstName => 0,
            _ => name.Length > 1 ? Math.Clamp(FirstNameGender.Default.Odds(name.First), -MostOfLetters, MostOfLetters) : 0,
        };
    }

    public static float Of(WordUse noun) => (noun & WordUse.Man) != 0 ? Sure : (noun & WordUse.Woman) != 0 ? -Sure : 0;
}
