using System.Runtime.CompilerServices;
using System.Text;

namespace Ingest.Text.Entities;

/// <summary>
/// What the lists know of a word or a phrase. Letters are compared small and without accents, apostrophes and points:
/// "U.S." and "US", "O’Neill" and "ONEILL" are the same.
/// </summary>
internal sealed class Gazetteer
{
    /// <summary>In words, the longest phrase that is looked up.</summary>
    public const int MaxWords = 5;

    /// <summary>UTF-16 units; what is longer is in no list.</summary>
    private const int MaxLength = 64;

    private static readonly (string Name, WordLists List)[] Files =
    [
        ("common-words", WordLists.Common), ("sentence-starters", WordLists.Starter),
        ("first-names-male", WordLists.MaleName), ("first-names-female", WordLists.FemaleName),
        ("surnames", WordLists.Surname), ("person-particles", WordLists.Particle),
        ("titles", WordLists.Title), ("titles-male", WordLists.MaleTitle), ("titles-female", WordLists.FemaleTitle),
        ("countries", WordLists.Place), ("capitals", WordLists.Place), ("places", WordLists.Place),
        ("cities", WordLists.Town), ("regions", WordLists.Town),
        ("organizations", WordLists.Organization), ("companies", WordLists.Organization),
        ("demonyms", WordLists.Demonym), ("groups", WordLists.Group),
        ("events", WordLists.Event), ("works", WordLists.Work), ("products", WordLists.Product), ("miscellany", WordLists.Misc),
        ("organization-heads", WordLists.OrganizationHead), ("facility-heads", WordLists.FacilityHead),
        ("location-heads", WordLists.LocationHead), ("location-leads", WordLists.LocationLead),
        ("event-leads", WordLists.EventLead), ("event-heads", WordLists.EventHead), ("law-heads", WordLists.LawHead),
    ];

    private static readonly Lazy<Gazetteer> Shared = new(() => new Gazetteer());

    private readonly PhraseTable _table;

    private Gazetteer()
    {
        // The files hold 120,000 entries.
        _table = new PhraseTable(entries: 1 << 17);
        foreach (var (name, list) in Files)
            Load(WordFile.Bytes(name), list);
    }

    /// <summary>Read on first use.</summary>
    public static Gazetteer Default => Shared.Value;

    /// <summary>The lists that hold this word or phrase, as it is written here.</summary>
    public WordLists Find(ReadOnlySpan<char> name)
    {
        if (name.Length > MaxLength)
            return WordLists.None;
        var hash = new PhraseHash();
        foreach (var c in name)
            hash.Append(c);
        if (hash.Length == 0)
            return WordLists.None;
        var lists = _table[hash.Value];
        return (lists & WordLists.Capitals) != 0 && !IsCapitals(name) ? lists & ~WordLists.Named : lists;
    }

    // Read once, at the start: there is no time for the compiler to find out that this loop is hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Load(ReadOnlySpan<byte> file, WordLists list)
    {
        while (!file.IsEmpty)
        {
            var hash = new PhraseHash();
            var hasSmall = false;
            int at;
            for (at = 0; at < file.Length && file[at] != '\n'; at++)
            {
                var c = (char)file[at];
                if (c >= 0x80)
                {
                    Rune.DecodeFromUtf8(file[at..], out var rune, out var length);
                    (c, at) = ((char)rune.Value, at + length - 1);
                    hasSmall |= char.IsLower(c);
                }

                hasSmall |= c is >= 'a' and <= 'z';
                hash.Append(c);
            }

            file = file[Math.Min(at + 1, file.Length)..];
            if (hash.Length == 0)
                continue;
            var isAcronym = (list & WordLists.Named) != 0 && hash.Length <= 5 && !hasSmall;
            _table.Add(hash.Value, isAcronym ? list | WordLists.Capitals : list);
            if (hash.FirstWord != 0)
                _table.Add(hash.FirstWord, WordLists.PhraseStart);
        }
    }

    private static bool IsCapitals(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }
}
