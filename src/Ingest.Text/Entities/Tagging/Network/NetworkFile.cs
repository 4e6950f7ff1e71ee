using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>
/// A network in a file, in eight bits; the rows of a coarse one in four:
/// <code>
/// encoder := count unit (hash ascending, as difference)[count] weight[Width * count] array*
/// coarse  := count unit (hash ascending, as difference)[count] level[Levels]
///            (place of one level, and sixteen times that of the next)[Width * count / 2] array*
/// array   := unit weight[Length]
/// </code>
/// </summary>
internal static class NetworkFile
{
    /// <summary>Different weights in the rows of a coarse encoder, at most.</summary>
    public const int Levels = 16;

    // Read once, at the start: there is no time for the compiler to find out that its loops are hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Encoder ReadEncoder(BinaryReader reader)
    {
        var (hashes, unit) = ReadHashes(reader);
        return new Encoder(hashes, ReadWeights(reader, hashes.Length * EncoderWeights.Width), unit, ReadDense(reader));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Encoder ReadCoarseEncoder(BinaryReader reader)
    {
        var (hashes, unit) = ReadHashes(reader);
        var levels = ReadWeights(reader, Levels);
        var halves = new byte[hashes.Length * EncoderWeights.Width / 2];
        reader.BaseStream.ReadExactly(halves);
        var rows = new sbyte[halves.Length * 2];
        for (var i = 0; i < halves.Length; i++)
            (rows[2 * i], rows[2 * i + 1]) = (levels[halves[i] & 15], levels[halves[i] >> 4]);
        return new Encoder(hashes, rows, unit, ReadDense(reader));
    }

    public static void Write(BinaryWriter writer, Encoder encoder)
    {
        WriteHashes(writer, encoder);
        writer.Write(MemoryMarshal.AsBytes(encoder.Rows));
        WriteArrays(writer, encoder.Weights.Dense);
    }

    /// <summary>An encoder whose rows hold no more than <see cref="Levels"/> different weights.</summary>
    public static void WriteCoarse(BinaryWriter writer, Encoder encoder)
    {
        WriteHashes(writer, encoder);
        var levels = new SortedSet<sbyte>(encoder.Rows.ToArray()).ToArray();
        if (levels.Length > Levels)
            throw new ArgumentException(
                $"The rows hold {levels.Length} different weights, and four bits tell {Levels} apart.", nameof(encoder));
        Array.Resize(ref levels, Levels);
        writer.Write(MemoryMarshal.AsBytes(levels.AsSpan()));
        for (var i = 0; i < encoder.Rows.Length; i += 2)
            writer.Write((byte)(Array.IndexOf(levels, encoder.Rows[i]) | Array.IndexOf(levels, encoder.Rows[i + 1]) << 4));
        WriteArrays(writer, encoder.Weights.Dense);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ReadArrays(BinaryReader reader, IEnumerable<float[]> arrays)
    {
        foreach (var array in arrays)
        {
            var (unit, eighths) = (reader.ReadSingle(), ReadWeights(reader, array.Length));
            for (var i = 0; i < array.Length; i++)
                array[i] = eighths[i] * unit;
        }
    }

    public static void WriteArrays(BinaryWriter writer, IEnumerable<float[]> arrays)
    {
        foreach (var array in arrays)
        {
            var unit = UnitOf(array);
            writer.Write(unit);
            writer.Write(MemoryMarshal.AsBytes(Round(array, unit).AsSpan()));
        }
    }

    /// <summary>What 1 stands for when the largest number is 127.</summary>
    public static float UnitOf(float[] weights) => weights.Max(MathF.Abs) is > 0 and var most ? most / sbyte.MaxValue : 1;

    public static sbyte[] Round(float[] weights, float unit) =>
        Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(MathF.Round(weight / unit), -sbyte.MaxValue, sbyte.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (uint[] Hashes, float Unit) ReadHashes(BinaryReader reader)
    {
        var (count, unit) = (reader.ReadInt32(), reader.ReadSingle());
        var hashes = new uint[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
        for (var i = 1; i < count; i++)
            hashes[i] += hashes[i - 1];
        return (hashes, unit);
    }

    private static void WriteHashes(BinaryWriter writer, Encoder encoder)
    {
        var hashes = encoder.Hashes;
        writer.Write(hashes.Length);
        writer.Write(encoder.Unit);
        for (var i = 0; i < hashes.Length; i++)
            writer.Write(i == 0 ? hashes[i] : hashes[i] - hashes[i - 1]);
    }

    private static sbyte[] ReadWeights(BinaryReader reader, int count)
    {
        var weights = new sbyte[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return weights;
    }

    private static EncoderWeights ReadDense(BinaryReader reader)
    {
        var weights = new EncoderWeights(features: 0);
        ReadArrays(reader, weights.Dense);
        return weights;
    }
}
