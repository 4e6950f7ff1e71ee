namespace Ingest.Text.Entities.Linking.People;

/// <summary>One person while the mentions of an article are being joined.</summary>
internal sealed class Person(PersonName name, Gender gender)
{
    /// <summary>The longest form so far.</summary>
    public PersonName Name { get; private set; } = name;

    /// <summary>Other names that the article tells: "aka Lena Poe".</summary>
    public List<PersonName> Aliases { get; } = [];

    public Gender Gender { get; set; } = gender;

    /// <summary>
    /// The article introduced this person as somebody's kin ("his wife, Roe"). A surname alone means another member of the family.
    /// </summary>
    public bool IsKin { get; set; }

    /// <summary>The headline has the whole name: the article's Roe, where others bear that surname, too.</summary>
    public bool IsInHeadline { get; init; }

    /// <summary>Offset of the first mention by a whole name.</summary>
    public int NamedAt { get; init; }

    /// <summary>The article tells a role of the person in the past.</summary>
    public bool IsOver { get; set; }

    /// <summary>A title, a kinship or the like shows the gender ("Mr.", "his wife"), and not the first name alone.</summary>
    public bool IsGenderSure { get; set; }

    public string? Role => Roles.Count > 0 ? Roles[0] : null;

    /// <summary>All roles that the article gives the person, in order.</summary>
    public List<string> Roles { get; } = [];

    /// <summary>The words of the name by which the person is looked up.</summary>
    public HashSet<string> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>Mentions so far by each single name.</summary>
    public Dictionary<string, int> ShortCounts { get; } = new(StringComparer.Ordinal);

    public List<Mention> Mentions { get; } = [];

    /// <summary>Offset of the last mention that was joined.</summary>
    public int LastSeen => Mentions.Count > 0 ? Mentions[^1].Span.Start : -1;

    public bool Fits(PersonName name, Gender gender) => Agrees(gender) && IsCalled(name);

    public bool IsCalled(PersonName name) => Name.Fits(name) || Aliases.Exists(alias => alias.Fits(name));

    public bool Agrees(Gender gender) => gender == Gender.Unknown || Gender == Gender.Unknown || gender == Gender;

    public void Learn(PersonName name, Gender gender, bool isSure)
    {
        if (name.Length > Name.Length
            || (name.Length == Name.Length && ((Name.IsInitial && !name.IsInitial) || (Name.IsCapitals && !name.IsCapitals))))
            Name = name;
        if (Gender == Gender.Unknown || isSure)
            Gender = gender;
        IsGenderSure |= isSure;
    }
}
