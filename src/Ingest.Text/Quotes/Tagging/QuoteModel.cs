using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ingest.Text.Quotes.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The two taggers, the networks, the two rankers and the calibration, as one file:
/// <code>
/// file               := Brotli of (magic words cues networks ranker bounds calibration)
/// words, cues        := count unit move[(Stride + 1) * Stride] (hash ascending, as difference)[count] by byte,
///                       weight[Stride * count] by tag
/// networks           := count (encoder array*)*     a byte; see NetworkFile
/// ranker, bounds     := unit weight[Size]
/// calibration        := float[Count]
/// </code>
/// </summary>
/// <param name="Words">Parts of speech.</param>
/// <param name="Cues">The first stage's chain.</param>
/// <param name="Networks">Beside that chain, and the second stage, for one cue.</param>
/// <param name="Ranker">Among the readings of a cue.</param>
/// <param name="Bounds">Among the places where a cue may begin and end.</param>
/// <param name="Calibration">Of the confidence.</param>
internal sealed record QuoteModel(
    TagWeights Words, TagWeights Cues, PassageNetworks Networks, Ranker Ranker, Ranker Bounds, Calibration Calibration)
{
    private const uint Magic = 0x35305145;   // "EQ05"

    private static readonly OnDemand<QuoteModel> Embedded = new(() =>
        Read(typeof(QuoteModel).Assembly.GetManifestResourceStream("Quotes.en.quotes.model")!));

    /// <summary>The model for English news; read at the first use.</summary>
    public static QuoteModel Default => Embedded.Value;

    public static QuoteModel Read(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("Not a model of quotes.");
        var model =
            new QuoteModel(
                new TagWeights(ReadWeights(reader)),
                new TagWeights(ReadWeights(reader)),
                PassageNetworks.Read(reader),
                ReadRanker(reader),
                ReadRanker(reader),
                new Calibration(new float[Calibration.Count]));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model.Calibration.Weights.AsSpan()));
        return model;
    }

    private static Ranker ReadRanker(BinaryReader reader)
    {
        var unit = reader.ReadSingle();
        var weights = new sbyte[Ranker.Size];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new Ranker(weights, unit);
    }

    /// <summary>One tagger's weights, as <see cref="WriteWeights"/> leaves them.</summary>
    // Runs once, at the start, so the compiler has no time to find out that the loops are hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TagRows ReadWeights(BinaryReader reader)
    {
        var (count, unit) = (reader.ReadInt32(), reader.ReadSingle());
        var moves = new float[(Chain.Stride + 1) * Chain.Stride];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(moves.AsSpan()));
        var byByte = new byte[count * sizeof(uint)];
        reader.BaseStream.ReadExactly(byByte);
        var (hashes, hash) = (new uint[count], 0u);
        for (var i = 0; i < count; i++)
        {
            hash += byByte[i] | (uint)byByte[count + i] << 8 | (uint)byByte[2 * count + i] << 16 | (uint)byByte[3 * count + i] << 24;
            hashes[i] = hash;
        }

        var byTag = new sbyte[count * Chain.Stride];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(byTag.AsSpan()));
        var rows = new sbyte[byTag.Length];
        for (int row = 0, at = 0; row < count; row++)
        {
            for (var of = row; of < byTag.Length; of += count)
                rows[at++] = byTag[of];
        }

        return new TagRows(hashes, rows, unit, moves);
    }

    public static void WriteWeights(BinaryWriter writer, TagRows rows)
    {
        writer.Write(rows.Hashes.Length);
        writer.Write(rows.Unit);
        writer.Write(MemoryMarshal.AsBytes(rows.Moves.AsSpan()));
        for (var shift = 0; shift < 32; shift += 8)   // the highest bytes are alike; side by side, Brotli packs them well
        {
            for (var i = 0; i < rows.Hashes.Length; i++)
                writer.Write((byte)((i == 0 ? rows.Hashes[i] : rows.Hashes[i] - rows.Hashes[i - 1]) >> shift));
        }

        for (var tag = 0; tag < Chain.Stride; tag++)
        {
            for (var row = 0; row < rows.Hashes.Length; row++)
                writer.Write(rows.Weights[row * Chain.Stride + tag]);
        }
    }

    private static void WriteRanker(BinaryWriter writer, Ranker ranker)
    {
        writer.Write(ranker.Unit);
        writer.Write(MemoryMarshal.AsBytes(ranker.Weights.AsSpan()));
    }

    public void Write(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(Magic);
        WriteWeights(writer, Words.Learnt);
        WriteWeights(writer, Cues.Learnt);
        Networks.Write(writer);
        WriteRanker(writer, Ranker);
        WriteRanker(writer, Bounds);
        writer.Write(MemoryMarshal.AsBytes(Calibration.Weights.AsSpan()));
    }
}
