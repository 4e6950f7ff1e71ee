using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ingest.Text.Entities;

/// <summary>The key of an entity: its type and its folded name, <c>person|donald-trump</c>.</summary>
public static class EntityKey
{
    /// <summary>
    /// In UTF-16 units: far above any real name, and far below the 1 KiB of a table key, even with type, prefix and escapes.
    /// </summary>
    private const int MaxNameLength = 128;

    // Names of countries that news uses as often as the one that stands for all of them, and states of the United States as the
    // Associated Press and the post shorten them, with points and without. All are written as they stand in keys.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Places = Same(
        ("united-states", "u-s us u-s-a usa america united-states-of-america the-united-states"),
        ("united-kingdom", "u-k uk britain great-britain the-united-kingdom"),
        ("united-arab-emirates", "uae u-a-e emirates"),
        ("south-korea", "republic-of-korea s-korea"),
        ("north-korea", "dprk democratic-peoples-republic-of-korea n-korea"),
        ("china", "prc peoples-republic-of-china"),
        ("russia", "russian-federation"),
        ("czech-republic", "czechia"),
        ("ivory-coast", "cote-divoire"),
        ("myanmar", "burma"),
        ("turkey", "turkiye"),
        ("netherlands", "holland the-netherlands"),
        ("democratic-republic-of-congo", "drc dr-congo democratic-republic-of-the-congo congo-kinshasa"),
        ("eswatini", "swaziland"),
        ("timor-leste", "east-timor"),
        ("vatican-city", "vatican holy-see"),
        ("bosnia-and-herzegovina", "bosnia bosnia-herzegovina"),
        ("north-macedonia", "republic-of-north-macedonia"),
        ("washington", "d-c dc washington-d-c washington-dc district-of-columbia"),
        ("new-york-city", "nyc n-y-c"),
        ("los-angeles", "l-a"),
        ("alabama", "ala"), ("arizona", "ariz az"), ("arkansas", "ark"), ("california", "calif ca"), ("colorado", "colo"),
        ("connecticut", "conn ct"), ("delaware", "del"),
        ("florida", "fla fl"), ("illinois", "ill il"), ("indiana", "ind"), ("kansas", "kan ks"), ("kentucky", "ky"), ("maryland", "md"),
        ("massachusetts", "mass ma"),
        ("michigan", "mich mi"), ("minnesota", "minn mn"), ("mississippi", "miss"), ("montana", "mont"), ("nebraska", "neb"),
        ("nevada", "nev nv"),
        ("new-hampshire", "n-h nh"), ("new-jersey", "n-j nj"), ("new-mexico", "n-m nm"), ("new-york", "n-y ny"),
        ("north-carolina", "n-c nc"), ("north-dakota", "n-d nd"),
        ("oklahoma", "okla"), ("oregon", "ore"), ("pennsylvania", "pa penn"), ("rhode-island", "r-i ri"), ("south-carolina", "s-c sc"),
        ("south-dakota", "s-d sd"),
        ("tennessee", "tenn tn"), ("texas", "tx"), ("utah", "ut"), ("vermont", "vt"), ("virginia", "va"), ("west-virginia", "w-va"),
        ("wisconsin", "wis wi"), ("wyoming", "wyo wy"));

    // By type: "person|".
    private static readonly string[] Prefixes = Array.ConvertAll(
        Enum.GetValues<EntityType>(), type => $"{type.ToContractWord()}|");

    /// <summary>
    /// The key of a name. Its letters are small and without accents, apostrophes are gone, and everything between letters and digits is
    /// one hyphen: "Núñez", "NUÑEZ" and "Nunez" share a key. A name without letters or digits gives <c>person|-</c>. The common names of
    /// a country ("U.S.", "America", "United States") share a key, and so do those of a state of the United States ("Fla.", "Florida").
    /// Initials with points and without share one, too ("U.S. Navy", "US Navy"), but not a person's ("J.K. Roe", "J. K. Roe") nor a
    /// place's ("L.A." and "LA" are two).
    /// </summary>
    public static string Of(EntityType type, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<char> folded = stackalloc char[MaxNameLength + 1];   // the last letter may be of two units
        var (length, at) = (0, -1);
        foreach (var rune in name.EnumerateRunes())   // a lone surrogate comes as U+FFFD, which is no letter
        {
            if (length >= MaxNameLength)
                break;
            at += rune.Utf16SequenceLength;
            if (type is not (EntityType.Person or EntityType.Location) && IsPointOfInitials(name, at))
                continue;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark || rune.Value is '\'' or '’' or 'ʼ')
                continue;
            if (Rune.IsLetterOrDigit(rune))
                length += Fold(rune, folded[length..]);
            else if (length > 0 && folded[length - 1] != '-')
                folded[length++] = '-';
        }

        ReadOnlySpan<char> key = folded[..length].TrimEnd('-');
        if (key.IsEmpty)
            key = "-";
        else if (type == EntityType.Location && Places.TryGetValue(key, out var place))
            key = place;
        return string.Concat(Prefixes[(int)type], key);
    }

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Same(params ReadOnlySpan<(string Place, string Others)> names)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, others) in names)
        {
            foreach (var other in others.Split(' '))
                same.Add(other, place);
        }

        return same.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a point stands between two letters that stand alone: "U.S."; not "W.Va.".</summary>
    private static bool IsPointOfInitials(string name, int at) =>
        name[at] == '.' && at > 0 && at + 1 < name.Length && char.IsLetter(name[at - 1]) && char.IsLetter(name[at + 1])
        && (at == 1 || !char.IsLetter(name[at - 2])) && (at + 2 == name.Length || !char.IsLetter(name[at + 2]));

    /// <summary>Writes the folded letter to the target; returns its length in UTF-16 units.</summary>
    private static int Fold(Rune rune, Span<char> target)
    {
        if (!rune.IsBmp)
            return Rune.ToLowerInvariant(rune).EncodeToUtf16(target);
        target[0] = LetterFolding.Fold((char)rune.Value);
        return 1;
    }
}
