using System.Runtime.CompilerServices;

namespace Ingest.Text.Entities;

/// <summary>
/// The lists that hold a phrase, by its hash: open addressing, no letters kept. Filling is most of what a cold start pays for the lists, and of
/// 64 bits over a hundred thousand phrases hardly one word in 10^14 is taken for another.
/// </summary>
internal sealed class PhraseTable(int entries)
{
    private struct Entry
    {
        public ulong Hash;
        public WordLists Lists;
    }

    private readonly Entry[] _entries = new Entry[entries * 2];   // a power of two, at most half full
    private int _count;

    public WordLists this[ulong hash] => _entries[Slot(hash)].Lists;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ulong hash, WordLists list)
    {
        ref var entry = ref _entries[Slot(hash)];
        if (entry.Hash == 0)
        {
            entry.Hash = hash;
            if (++_count * 2 > _entries.Length)
                throw new InvalidOperationException("The lists have outgrown the table: give it more entries.");
        }

        entry.Lists |= list;
    }

    /// <summary>Where the phrase is, or where it would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Slot(ulong hash)
    {
        var mask = _entries.Length - 1;
        var slot = (int)(hash ^ (hash >> 32)) & mask;
        while (_entries[slot].Hash != 0 && _entries[slot].Hash != hash)
            slot = (slot + 1) & mask;
        return slot;
    }
}
