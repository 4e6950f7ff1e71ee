using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ingest.Text.Entities;

/// <summary>The key of an entity: its type and its folded name, <c>person|donald-trump</c>.</summary>
public static class EntityKey
{
    /// <summary>128 UTF-16 units of name: far above any real one, and far below the 1 KiB of a table key even with type, prefix and escapes.</summary>
    private const int MaxNameLength = 128;

    // Other names of countries that news uses as often as the one that stands for all of them; all as they stand in keys.
    private static readonly FrozenDictionary<string, string> Countries = Same(
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
        ("north-macedonia", "republic-of-north-macedonia"));

    /// <summary>
    /// Letters are small and without accents, apostrophes are gone, and everything else that isn't a letter or a digit is one hyphen:
    /// "Núñez", "NUÑEZ" and "Nunez" share a key. A name without letters or digits gives <c>person|-</c>. The common names of a country
    /// ("U.S.", "America", "United States") share one too.
    /// </summary>
    public static string Of(EntityType type, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder(type.ToString().ToLowerInvariant()).Append('|');
        var start = key.Length;
        foreach (var rune in name.EnumerateRunes())   // a lone surrogate comes as U+FFFD, which is no letter
        {
            if (key.Length - start >= MaxNameLength)
                break;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark || rune.Value is '\'' or '’' or 'ʼ')
                continue;
            if (Rune.IsLetterOrDigit(rune))
                Append(key, rune);
            else if (key.Length > start && key[^1] != '-')
                key.Append('-');
        }

        while (key.Length > start && key[^1] == '-')
            key.Length--;
        if (key.Length == start)
            return key.Append('-').ToString();
        if (type != EntityType.Location || !Countries.TryGetValue(key.ToString(start, key.Length - start), out var country))
            return key.ToString();
        key.Length = start;
        return key.Append(country).ToString();
    }

    private static FrozenDictionary<string, string> Same(params ReadOnlySpan<(string Country, string Others)> names)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (country, others) in names)
        {
            foreach (var other in others.Split(' '))
                same.Add(other, country);
        }

        return same.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Append(StringBuilder key, Rune rune)
    {
        if (rune.IsBmp)
            key.Append(LetterFolding.Fold((char)rune.Value));
        else
            key.Append(Rune.ToLowerInvariant(rune));
    }
}
