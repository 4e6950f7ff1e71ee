using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>
/// A network in a file, in eight bits:
/// <code>
/// encoder := count unit (hash ascending, as difference)[count] weight[Width * count] array*
/// array   := unit weight[Length]
/// </code>
/// </summary>
internal static class NetworkFile
{
    // Read once, at the start: there is no time for the compiler to find out that its loops are hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Encoder ReadEncoder(BinaryReader reader)
    {
        var (count, unit) = (reader.ReadInt32(), reader.ReadSingle());
        var hashes = new uint[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
        for (var i = 1; i < count; i++)
            hashes[i] += hashes[i - 1];
        var rows = new sbyte[count * EncoderWeights.Width];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        var weights = new EncoderWeights(features: 0);
        ReadArrays(reader, weights.Dense);
        return new Encoder(hashes, rows, unit, weights);
    }

    public static void Write(BinaryWriter writer, Encoder encoder)
    {
        var hashes = encoder.Hashes;
        writer.Write(hashes.Length);
        writer.Write(encoder.Unit);
        for (var i = 0; i < hashes.Length; i++)
            writer.Write(i == 0 ? hashes[i] : hashes[i] - hashes[i - 1]);
        writer.Write(MemoryMarshal.AsBytes(encoder.Rows));
        WriteArrays(writer, encoder.Weights.Dense);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ReadArrays(BinaryReader reader, IEnumerable<float[]> arrays)
    {
        foreach (var array in arrays)
        {
            var (unit, eighths) = (reader.ReadSingle(), new sbyte[array.Length]);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(eighths.AsSpan()));
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
}
