using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Words;

/// <summary>
/// What the last word of a name, or the one before "of", tells of its kind, and which descriptions go with that: "the airline" is "Kestrel
/// Airways" or "Kestrel", which tells nothing, but not "Kestrel Airport" or "Kestrel Bank".
/// </summary>
internal static class ThingKinds
{
    /// <summary>What ends the name of a company and tells no more.</summary>
    public const string CompanyForms = "inc corp corporation ltd limited co company plc llc llp ag asa bhd oyj sa se nv gmbh holdings";

    /// <summary>What a body of a state is called.</summary>
    public const string StateBodies =
        """
        ministry department council commission committee court board police army navy congress parliament senate government treasury bureau
        authority agency administration
        """;

    /// <summary>In letters: what is longer and in capitals is no acronym.</summary>
    private const int MaxAcronym = 5;

    private static readonly WordTable<string> KindOfHead = new(
        ("form", $"{CompanyForms} group industries"),
        ("air", "airlines airways airline aviation air lines"),
        ("bank", "bank bancorp banking"),
        ("press",
            """
            times post herald tribune gazette chronicle telegraph guardian journal mail daily news newspaper examiner observer courier echo
            dispatch inquirer star sun magazine
            """),
        ("state", StateBodies),
        ("learning", "university college school academy institute"),
        ("care", "hospital infirmary clinic"),
        ("sport", "club fc afc united rovers wanderers athletic albion"),
        ("party", "party"));

    // A description that is not here may go with any name.
    private static readonly WordTable<string> KindsOfNoun = new(
        ("form air bank press sport", "company firm retailer manufacturer maker operator"),
        ("air form", "airline carrier"),
        ("bank form", "bank lender"),
        ("press form", "newspaper paper magazine broadcaster network"),
        ("learning", "university institute"),
        ("care learning", "hospital"),
        ("sport", "club"),
        ("form air bank sport party", "group"),
        ("party", "party"));

    /// <summary>These nouns mean a body only where its name has them in it.</summary>
    private static readonly WordSet Bodies = WordSet.InAnyCase("board commission committee council court department ministry");

    /// <summary>The word that tells what a thing is: the one before "of", "for" or "on", else the last.</summary>
    public static ReadOnlySpan<char> HeadOf(ReadOnlySpan<char> name)
    {
        var link = -1;
        foreach (var joint in (ReadOnlySpan<string>)[" of ", " for ", " on "])
        {
            if (name.IndexOf(joint, StringComparison.Ordinal) is >= 0 and var at && (link < 0 || at < link))
                link = at;
        }

        var head = link < 0 ? name : name[..link];
        return head[(head.LastIndexOf(' ') + 1)..].TrimEnd('.');
    }

    /// <summary>Whether the word ends the names of firms and tells no more: "Inc", "Group".</summary>
    public static bool IsForm(ReadOnlySpan<char> word) => KindOfHead.TryGetValue(word.TrimEnd('.'), out var kind) && kind is "form";

    /// <summary>Whether the word ends the names of a state's bodies.</summary>
    public static bool IsStateBody(ReadOnlySpan<char> word) => KindOfHead.TryGetValue(word, out var kind) && kind is "state";

    /// <summary>Whether the word ends the names of newspapers.</summary>
    public static bool IsPress(ReadOnlySpan<char> word) => KindOfHead.TryGetValue(word, out var kind) && kind is "press";

    /// <summary>Whether the word ends the names of newspapers or clubs.</summary>
    public static bool IsPressOrSport(ReadOnlySpan<char> word) => KindOfHead.TryGetValue(word, out var kind) && kind is "press" or "sport";

    /// <summary>Whether the name says what the thing is, and not only that it is a firm.</summary>
    public static bool TellsKind(string name) =>
        name.Contains(' ') && HeadOf(name) is var head && !IsForm(head)
        && (KindOfHead.TryGetValue(head, out _) || (Gazetteer.Default.Find(head) & WordLists.OrganizationHead) != 0);

    public static bool IsAcronym(string name) => name.Length <= MaxAcronym && !Letters.HasSmall(name);

    /// <summary>Whether the thing may be called "the" <paramref name="noun"/>.</summary>
    public static bool Fits(ReadOnlySpan<char> noun, EntityType type, string name)
    {
        if (name.Contains(noun, StringComparison.OrdinalIgnoreCase))
            return true;
        var isAcronym = IsAcronym(name);
        var holdsInitial = name.Contains(char.ToUpperInvariant(noun[0]));
        if (Bodies.Contains(noun))
            return isAcronym && holdsInitial;
        if (!KindsOfNoun.TryGetValue(noun, out var kinds))
            return type != EntityType.Facility;
        if (isAcronym && kinds.StartsWith("air", StringComparison.Ordinal))
            return holdsInitial;
        var tells = KindOfHead.TryGetValue(HeadOf(name), out var kind) && name.Contains(' ');
        return tells ? kinds.Contains(kind!, StringComparison.Ordinal) : type != EntityType.Facility;
    }
}
