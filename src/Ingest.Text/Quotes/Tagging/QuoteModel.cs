using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The two taggers and the calibration, as one file:
/// <code>
/// file        := Brotli of (magic cues roles calibration)
/// cues, roles := count unit move[(Stride + 1) * Stride] (hash ascending, as difference)[count] weight[Stride * count] by tag
/// calibration := float[Count]
/// </code>
/// </summary>
internal sealed record QuoteModel(TagWeights Cues, TagWeights Roles, Calibration Calibration)
{
    private const uint Magic = 0x31305145;   // "EQ01"

    private static readonly Lazy<QuoteModel> Embedded = new(() =>
        Read(typeof(QuoteModel).Assembly.GetManifestResourceStream("Quotes.en.quotes.model")!));

    /// <summary>The one for English news; read at the first use.</summary>
    public static QuoteModel Default => Embedded.Value;

    public static QuoteModel Read(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        brotli.CopyTo(memory);
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("Not a model of quotes.");
        var model = new QuoteModel(ReadWeights(reader), ReadWeights(reader), new Calibration(new float[Calibration.Count]));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model.Calibration.Weights.AsSpan()));
        return model;
    }

    private static TagWeights ReadWeights(BinaryReader reader)
    {
        var (count, unit) = (reader.ReadInt32(), reader.ReadSingle());
        var moves = new float[(Chain.Stride + 1) * Chain.Stride];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(moves.AsSpan()));
        var hashes = new uint[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
        for (var i = 1; i < count; i++)
            hashes[i] += hashes[i - 1];
        var byTag = reader.ReadBytes(count * Chain.Stride);
        var rows = new sbyte[count * Chain.Stride];
        for (var tag = 0; tag < Chain.Stride; tag++)
        {
            for (var row = 0; row < count; row++)
                rows[row * Chain.Stride + tag] = (sbyte)byTag[tag * count + row];
        }

        return new TagWeights(hashes, rows, unit, moves);
    }

    /// <summary>One tagger's weights, as <see cref="Read"/> expects them.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rows">Hash and weights of each feature, by hash.</param>
    /// <param name="unit">What a weight of 1 stands for.</param>
    /// <param name="moves">Scores of the transitions.</param>
    public static void WriteWeights(BinaryWriter writer, IReadOnlyList<(uint Hash, sbyte[] Weights)> rows, float unit, float[] moves)
    {
        writer.Write(rows.Count);
        writer.Write(unit);
        writer.Write(MemoryMarshal.AsBytes(moves.AsSpan()));
        for (var i = 0; i < rows.Count; i++)
            writer.Write(i == 0 ? rows[i].Hash : rows[i].Hash - rows[i - 1].Hash);
        for (var tag = 0; tag < Chain.Stride; tag++)
        {
            foreach (var (_, weights) in rows)
                writer.Write(weights[tag]);
        }
    }

    public static void Write(Stream stream, Action<BinaryWriter> cues, Action<BinaryWriter> roles, Calibration calibration)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(Magic);
        cues(writer);
        roles(writer);
        writer.Write(MemoryMarshal.AsBytes(calibration.Weights.AsSpan()));
    }
}
