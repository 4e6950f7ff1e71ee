using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Entities.Names;

/// <summary>What the mentions of one article, and the words beside them, say of the type of each name.</summary>
internal sealed class NameVotes(Document doc)
{
    /// <summary>In tokens; articles repeat longer names in a shorter form.</summary>
    public const int MaxTokens = 5;

    // Among types with equal votes, the first wins; earlier types are those that the tagger knows better.
    private static readonly EntityType[] Voters =
    [
        EntityType.Person, EntityType.Organization, EntityType.Location, EntityType.Facility, EntityType.Event, EntityType.Group,
        EntityType.Product,
        EntityType.Misc, EntityType.Work,
    ];

    private readonly Dictionary<uint, int[]> _votes = [];

    /// <summary>Whether votes are taken on the type; not on dates and sums.</summary>
    public static bool IsVoter(EntityType type) => Array.IndexOf(Voters, type) >= 0;

    /// <summary>The votes for the name of these tokens, by type; they may be changed.</summary>
    public int[] Of(int first, int end) => Of(KeyOf(first, end));

    /// <summary>The votes for a name of one word, which need not be among the tokens.</summary>
    public int[] Of(ReadOnlySpan<char> word) => Of(KeyOf(0, word));

    private int[] Of(uint key)
    {
        ref var votes = ref CollectionsMarshal.GetValueRefOrAddDefault(_votes, key, out _);
        return votes ??= new int[(int)EntityType.Misc + 1];
    }

    /// <summary>The votes for the name, where it has some.</summary>
    public bool TryGet(int first, int end, [NotNullWhen(true)] out int[]? votes) => _votes.TryGetValue(KeyOf(first, end), out votes);

    /// <summary>The type with the most votes. Among equals it is not a person unless the name has a part of a person's name.</summary>
    public EntityType Best(int[] votes, int first, int end)
    {
        var best = Voters.MaxBy(type => votes[(int)type]);
        return best == EntityType.Person && !NameEvidence.LooksHuman(doc, first, end)
            ? Voters.MaxBy(type => 2 * votes[(int)type] - (type == EntityType.Person ? 1 : 0)) : best;
    }

    /// <summary>A number that is the same for the same words, signs of a brand apart.</summary>
    public uint KeyOf(int first, int end)
    {
        var key = 0u;
        for (var i = first; i < end; i++)
        {
            // "Acme®" is "Acme".
            if (doc.TextOf(doc.Tokens[i]).TrimEnd("®™") is { IsEmpty: false } word)
                key = KeyOf(key, word);
        }

        return key;
    }

    private static uint KeyOf(uint before, ReadOnlySpan<char> word) => FeatureHash.Of(1, before, FeatureHash.Of(word));
}
