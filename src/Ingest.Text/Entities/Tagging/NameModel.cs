using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// What training leaves: word clusters, weights, transitions and a network, in one file.
/// <code>
/// file        := magic Brotli(clusters weights transitions network)   little-endian
/// clusters    := hashes coarse* middle* fine* topic*                  16 bits each
/// weights     := levels hashes block*
/// block       := column*               a column holds a byte of each of so many rows, since neighbours in a column are alike
/// hashes      := number bytes (difference to the one before: 7 bits a byte)*
/// transitions := (32 bits)*
/// network     := coarse array*         see NetworkFile
/// </code>
/// </summary>
/// <param name="Clusters">Clusters of words.</param>
/// <param name="Weights">Weights of the features.</param>
/// <param name="Transitions">See <see cref="Viterbi"/>.</param>
/// <param name="Network">Beside the weights.</param>
internal sealed record NameModel(WordClusters Clusters, FeatureWeights Weights, int[] Transitions, NameNetwork Network)
{
    private const uint Magic = 0x334D_414E;   // "NAM3"

    /// <summary>So many rows are decompressed at a time: they fit a processor's cache.</summary>
    private const int BlockRows = 1 << 14;

    /// <summary>
    /// So many bytes of a column are put into their rows at a time: columns lie at a power of two from each other, and drive each other's
    /// lines out of the cache.
    /// </summary>
    private const int LineRows = 64;

    private static readonly OnDemand<NameTagger> Shared = new(() =>
    {
        using var resource = typeof(NameModel).Assembly.GetManifestResourceStream("Entities.model")!;
        return new NameTagger(Load(resource), Gazetteer.Default);
    });

    /// <summary>The tagger of the embedded model; read on first use.</summary>
    public static NameTagger Tagger => Shared.Value;

    public static NameModel Load(Stream stream)
    {
        Span<uint> magic = stackalloc uint[1];
        if (stream.ReadAtLeast(MemoryMarshal.AsBytes(magic), sizeof(uint), throwOnEndOfStream: false) < sizeof(uint) || magic[0] != Magic)
            throw new InvalidDataException("No model: its sign is missing at the start.");
        using var file = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);

        var words = ReadHashes(file);
        var numbers = ReadNumbers<ushort>(file, words.Length * 4);
        var clusters = new Cluster[words.Length];
        for (var i = 0; i < clusters.Length; i++)
            clusters[i] = new Cluster(numbers[i], numbers[i + words.Length], numbers[i + 2 * words.Length], numbers[i + 3 * words.Length]);
        var levels = ReadNumbers<sbyte>(file, FeatureWeights.Levels);
        var hashes = ReadHashes(file);
        var weights = new FeatureWeights(hashes, ReadRows(file, hashes.Length), levels);
        var transitions = ReadNumbers<int>(file, (Tags.Count + 1) * Tags.Stride);
        using var reader = new BinaryReader(file);
        return new NameModel(new WordClusters(words, clusters), weights, transitions, NameNetwork.Read(reader));
    }

    public void Save(Stream stream)
    {
        WriteNumbers<uint>(stream, [Magic]);
        using var file = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        WriteHashes(file, Clusters.Words);
        var clusters = Clusters.Clusters.ToArray();
        Func<Cluster, ushort>[] sizes =
            [cluster => cluster.Coarse, cluster => cluster.Middle, cluster => cluster.Fine, cluster => cluster.Topic];
        foreach (var size in sizes)
            WriteNumbers<ushort>(file, [.. clusters.Select(size)]);
        WriteNumbers(file, Weights.LevelValues);
        WriteHashes(file, Weights.Hashes);
        for (var first = 0; first < Weights.Hashes.Length; first += BlockRows)
        {
            var block =
                Weights.Rows[(first * FeatureWeights.RowBytes)..(Math.Min(first
                    + BlockRows, Weights.Hashes.Length) * FeatureWeights.RowBytes)];
            for (var column = 0; column < FeatureWeights.RowBytes; column++)
            {
                for (var at = column; at < block.Length; at += FeatureWeights.RowBytes)
                    file.WriteByte(block[at]);
            }
        }

        WriteNumbers<int>(file, Transitions);
        using var writer = new BinaryWriter(file);
        Network.Write(writer);
    }

    // The loops run once, at the start: there is no time for the compiler to find out that they are hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static byte[] ReadRows(BrotliStream file, int count)
    {
        var rows = new byte[count * FeatureWeights.RowBytes];
        var buffer = new byte[BlockRows * FeatureWeights.RowBytes];
        for (var first = 0; first < count; first += BlockRows)
        {
            var number = Math.Min(BlockRows, count - first);
            var block = buffer.AsSpan(0, number * FeatureWeights.RowBytes);
            file.ReadExactly(block);
            for (var row = 0; row < number; row += LineRows)
            {
                var limit = Math.Min(row + LineRows, number);
                for (var column = 0; column < FeatureWeights.RowBytes; column++)
                {
                    for (var k = row; k < limit; k++)
                        rows[(first + k) * FeatureWeights.RowBytes + column] = block[column * number + k];
                }
            }
        }

        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint[] ReadHashes(BrotliStream file)
    {
        var head = ReadNumbers<int>(file, 2);
        var hashes = new uint[head[0]];
        var bytes = ReadNumbers<byte>(file, head[1]);
        var (at, hash) = (0, 0u);
        for (var i = 0; i < hashes.Length; i++)
        {
            uint difference = 0, part;
            var shift = 0;
            do
            {
                part = bytes[at++];
                difference |= (part & 0x7f) << shift;
                shift += 7;
            }
            while (part > 0x7f);
            hashes[i] = hash += difference;
        }

        return hashes;
    }

    private static void WriteHashes(BrotliStream file, ReadOnlySpan<uint> hashes)
    {
        var bytes = new List<byte>(hashes.Length * 3);
        var last = 0u;
        foreach (var hash in hashes)
        {
            for (var difference = hash - last; ; difference >>= 7)
            {
                bytes.Add((byte)(difference > 0x7f ? difference | 0x80 : difference));
                if (difference <= 0x7f)
                    break;
            }

            last = hash;
        }

        WriteNumbers<int>(file, [hashes.Length, bytes.Count]);
        file.Write(CollectionsMarshal.AsSpan(bytes));
    }

    private static T[] ReadNumbers<T>(BrotliStream file, int count)
        where T : unmanaged
    {
        var numbers = new T[count];
        file.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    private static void WriteNumbers<T>(Stream stream, ReadOnlySpan<T> numbers)
        where T : unmanaged => stream.Write(MemoryMarshal.AsBytes(numbers));
}
