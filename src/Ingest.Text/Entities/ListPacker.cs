using System.Runtime.InteropServices;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities;

/// <summary>Packs the lists of Data/ into the one file that the assembly carries, <c>en.lists</c>; see <see cref="PhraseTable"/>.</summary>
internal static class ListPacker
{
    private static readonly (string Name, WordLists List)[] Files =
    [
        ("common-words", WordLists.Common), ("sentence-starters", WordLists.Starter),
        ("first-names-male", WordLists.MaleName), ("first-names-female", WordLists.FemaleName), ("first-names-clear", WordLists.ClearName),
        ("surnames", WordLists.Surname), ("surnames-world", WordLists.Surname), ("person-particles", WordLists.Particle),
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

    /// <param name="lists">Gives the text of a list by its name: one entry a line.</param>
    /// <param name="file">Receives the packed lists; the same lists give the same bytes.</param>
    public static void Pack(Func<string, string> lists, Stream file)
    {
        var phrases = new Dictionary<ulong, WordLists>();
        var acronyms = new Dictionary<ulong, WordLists>();
        foreach (var (name, list) in Files)
        {
            foreach (var line in lists(name).Split('\n'))
            {
                var hash = HashOf(line);
                if (hash.Length == 0)
                    continue;
                var isAcronym = (list & WordLists.Named) != 0 && hash.Length <= 5 && !Letters.HasSmall(line);
                Add(isAcronym ? acronyms : phrases, hash.Value, list);
                if (hash.FirstWord != 0)
                    Add(phrases, hash.FirstWord, WordLists.PhraseStart);
            }
        }

        // "Ikea" beside "IKEA" in a list means the same; "Sim", a town, is not what "SIM" is.
        foreach (var (hash, list) in acronyms)
        {
            var isWrittenSmall = phrases.TryGetValue(hash, out var known) && (list & ~known) == 0;
            Add(phrases, hash, isWrittenSmall ? list : list | WordLists.Capitals);
        }

        PhraseTable.Save(file, phrases);
    }

    private static PhraseHash HashOf(string line)
    {
        var hash = new PhraseHash();
        foreach (var c in line)
            hash.Append(c);
        return hash;
    }

    private static void Add(Dictionary<ulong, WordLists> phrases, ulong hash, WordLists list) =>
        CollectionsMarshal.GetValueRefOrAddDefault(phrases, hash, out _) |= list;
}
