using Ingest.Text.Documents;

namespace Ingest.Text.Entities;

/// <summary>
/// Looks a word or a phrase up in the lists. Comparison ignores case, accents, apostrophes and points: "U.S." and "US", "O’Neill" and
/// "ONEILL" are the same.
/// </summary>
internal sealed class Gazetteer
{
    /// <summary>In words, the longest phrase that is looked up.</summary>
    public const int MaxWords = 5;

    /// <summary>In UTF-16 units; no list has a longer phrase.</summary>
    private const int MaxLength = 64;

    private static readonly OnDemand<Gazetteer> Shared = new(() => new Gazetteer());

    private readonly PhraseTable _table;

    private Gazetteer()
    {
        using var file = typeof(Gazetteer).Assembly.GetManifestResourceStream("Entities.lists")
            ?? throw new InvalidOperationException("The assembly carries no Entities.lists.");
        _table = PhraseTable.Load(file);
    }

    /// <summary>Read on first use.</summary>
    public static Gazetteer Default => Shared.Value;

    /// <summary>The lists that contain this word or phrase in this spelling.</summary>
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
        return (lists & WordLists.Capitals) != 0 && Letters.HasSmall(name) ? lists & ~WordLists.Named : lists;
    }
}
