using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ingest.Text.Entities;

/// <summary>
/// Finds the lists that contain a phrase by the phrase's hash. It stores buckets of entries and no letters, and costs next to nothing to
/// build at the start.
/// <code>
/// file   := magic Brotli(sets counts entries)    little-endian; of the entries first all last bytes, then all last but one …
/// sets   := number (lists: 32 bits)*             each combination of lists that occurs
/// counts := (entries of a bucket: 8 bits)*       2^15 buckets, by the hash's first bits
/// entry  := (the hash's next 20 bits, the number of its set: 10 bits)
/// </code>
/// With 35 bits over a hundred thousand phrases, one word in three hundred thousand is taken for another.
/// </summary>
internal sealed class PhraseTable
{
    private const uint Magic = 0x3253_494C;   // "LIS2"
    private const int BucketBits = 15, SetBits = 10, KeyBits = 20;

    private readonly WordLists[] _sets;
    private readonly int[] _starts = new int[(1 << BucketBits) + 1];
    private readonly uint[] _entries;

    // Runs once, at the start, so the compiler has no time to find out that this loop is hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private PhraseTable(Stream file)
    {
        Span<uint> number = stackalloc uint[1];
        Read(file, number);
        if (number[0] != Magic)
            throw new InvalidDataException("No lists: their sign is missing at the start.");
        using var lists = new BrotliStream(file, CompressionMode.Decompress, leaveOpen: true);
        Read(lists, number);
        _sets = new WordLists[number[0]];
        Read(lists, _sets.AsSpan());
        var counts = new byte[1 << BucketBits];
        lists.ReadExactly(counts);
        for (var bucket = 0; bucket < counts.Length; bucket++)
            _starts[bucket + 1] = _starts[bucket] + counts[bucket];
        _entries = new uint[_starts[^1]];
        var bytes = new byte[_entries.Length * sizeof(uint)];
        lists.ReadExactly(bytes);
        for (var i = 0; i < _entries.Length; i++)
            _entries[i] =
                bytes[i] | (uint)bytes[i
                    + _entries.Length] << 8 | (uint)bytes[i
                    + 2 * _entries.Length] << 16 | (uint)bytes[i
                    + 3 * _entries.Length] << 24;
    }

    /// <summary>Number of phrases and of first words of phrases.</summary>
    public int Count => _entries.Length;

    public WordLists this[ulong hash]
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        get
        {
            var (bucket, key) = Place(hash);
            foreach (var entry in _entries.AsSpan(_starts[bucket].._starts[bucket + 1]))
            {
                if (entry >> SetBits == key)
                    return _sets[entry & ((1 << SetBits) - 1)];
            }

            return WordLists.None;
        }
    }

    public static PhraseTable Load(Stream file) => new(file);

    public static void Save(Stream file, IReadOnlyDictionary<ulong, WordLists> phrases)
    {
        WordLists[] sets = [.. phrases.Values.Distinct().Order()];
        var entries = phrases
            .Select(phrase => (Place: Place(phrase.Key), Set: (uint)Array.BinarySearch(sets, phrase.Value)))
            .OrderBy(entry => entry.Place).ToArray();
        if (sets.Length > 1 << SetBits || entries.DistinctBy(entry => entry.Place).Count() < entries.Length)
            throw new InvalidOperationException("The lists have outgrown the table: give its entries more bits.");

        var counts = new byte[1 << BucketBits];
        foreach (var entry in entries)
            counts[entry.Place.Bucket] = checked((byte)(counts[entry.Place.Bucket] + 1));
        Write(file, [Magic]);
        using var lists = new BrotliStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
        Write(lists, [(uint)sets.Length]);
        Write(lists, MemoryMarshal.Cast<WordLists, uint>(sets));
        lists.Write(counts);
        for (var shift = 0; shift < 32; shift += 8)
        {
            foreach (var ((_, key), set) in entries)
                lists.WriteByte((byte)((key << SetBits | set) >> shift));
        }
    }

    // The last letter hardly changes FNV's first bits, so they are mixed once more (Fibonacci hashing).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Bucket, uint Key) Place(ulong hash)
    {
        hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15;
        return ((int)(hash >> (64 - BucketBits)), (uint)(hash >> (64 - BucketBits - KeyBits)) & ((1u << KeyBits) - 1));
    }

    private static void Read<T>(Stream file, Span<T> numbers)
        where T : unmanaged => file.ReadExactly(MemoryMarshal.AsBytes(numbers));

    private static void Write(Stream file, ReadOnlySpan<uint> numbers) => file.Write(MemoryMarshal.AsBytes(numbers));
}
