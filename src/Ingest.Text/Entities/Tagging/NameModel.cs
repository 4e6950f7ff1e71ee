using System.IO.Compression;
using System.Text;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// What training leaves: word clusters, weights and transitions, in one file, compressed (Brotli). Numbers are little-endian; hashes ascend
/// and stand as their differences; weights stand column by column, one a tag, since neighbours in a column are alike.
/// </summary>
/// <param name="Clusters">Clusters of words.</param>
/// <param name="Hashes">One a row, ascending.</param>
/// <param name="Rows">Rows of <see cref="Tags.Stride"/> weights.</param>
/// <param name="Transitions">See <see cref="Viterbi"/>.</param>
internal sealed record NameModel(WordClusters Clusters, uint[] Hashes, sbyte[] Rows, int[] Transitions)
{
    private const string Magic = "INGEST NAMES 1";

    private static readonly Lazy<NameTagger> Shared = new(() =>
    {
        using var resource = typeof(NameModel).Assembly.GetManifestResourceStream("Entities.model")!;
        return new NameTagger(Load(resource), Gazetteer.Default);
    });

    /// <summary>The tagger of the embedded model; read on first use.</summary>
    public static NameTagger Tagger => Shared.Value;

    public static NameModel Load(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress), Encoding.UTF8);
        if (reader.ReadString() != Magic)
            throw new InvalidDataException($"No model: {Magic} is missing at its start.");

        var words = ReadAscending(reader);
        var clusters = new Dictionary<uint, Cluster>(words.Length);
        foreach (var word in words)
            clusters.Add(word, new Cluster(reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadUInt16()));

        var hashes = ReadAscending(reader);
        var rows = new sbyte[hashes.Length * Tags.Stride];
        var column = new byte[hashes.Length];
        for (var tag = 0; tag < Tags.Count; tag++)
        {
            reader.BaseStream.ReadExactly(column);
            for (var row = 0; row < column.Length; row++)
                rows[row * Tags.Stride + tag] = (sbyte)column[row];
        }

        var transitions = new int[(Tags.Count + 1) * Tags.Stride];
        for (var i = 0; i < transitions.Length; i++)
            transitions[i] = reader.ReadInt32();
        return new NameModel(new WordClusters(clusters), hashes, rows, transitions);
    }

    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true), Encoding.UTF8);
        writer.Write(Magic);

        var words = Clusters.Entries.OrderBy(entry => entry.Key).ToArray();
        WriteAscending(writer, words.Select(entry => entry.Key).ToArray());
        foreach (var (_, cluster) in words)
        {
            writer.Write(cluster.Coarse);
            writer.Write(cluster.Middle);
            writer.Write(cluster.Fine);
        }

        WriteAscending(writer, Hashes);
        for (var tag = 0; tag < Tags.Count; tag++)
        {
            for (var row = 0; row < Hashes.Length; row++)
                writer.Write(Rows[row * Tags.Stride + tag]);
        }

        foreach (var transition in Transitions)
            writer.Write(transition);
    }

    private static uint[] ReadAscending(BinaryReader reader)
    {
        var numbers = new uint[reader.ReadInt32()];
        var last = 0u;
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = last += (uint)reader.Read7BitEncodedInt();
        return numbers;
    }

    private static void WriteAscending(BinaryWriter writer, uint[] numbers)
    {
        writer.Write(numbers.Length);
        var last = 0u;
        foreach (var number in numbers)
        {
            writer.Write7BitEncodedInt((int)(number - last));
            last = number;
        }
    }
}
