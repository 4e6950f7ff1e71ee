using System.Numerics;
using System.Runtime.InteropServices;

namespace Ingest.Training;

internal static class Vectors
{
    /// <summary>The dot product of two vectors of one length, which <see cref="Vector{T}.Count"/> divides.</summary>
    // In a fixed order: that of TensorPrimitives may hang on where the memory lies, and a word between two clusters on the last bit.
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var k = 0; k < x.Length; k++)
            sum += x[k] * y[k];
        return Vector.Sum(sum);
    }
}
