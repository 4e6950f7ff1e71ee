using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>The gender that title, noun and first name suggest before any pronoun is read: log-odds of a man against a woman.</summary>
internal static class GenderPrior
{
    /// <summary>From this prior on, pronouns of the other gender mean somebody else.</summary>
    public const float Sure = 9;

    // Log-odds for a frequent name of one gender, for another name of one gender, for either without a surname, and at most for the
    // letters of a name that is in no list.
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
        // A single name may be a surname.
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
