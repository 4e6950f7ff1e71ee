using System.Numerics;
using System.Runtime.InteropServices;

namespace Ingest.Training.Networks;

/// <summary>Adam (Kingma and Ba 2015) over one array of weights, with its gradient.</summary>
internal sealed class Adam(float[] weights)
{
    private const float First = 0.9f, Second = 0.999f, Guard = 1e-8f;

    private readonly float[] _mean = new float[weights.Length];
    private readonly float[] _square = new float[weights.Length];

    public float[] Weights => weights;

    public float[] Gradient { get; } = new float[weights.Length];

    public double SquaredNorm()
    {
        var sum = 0.0;
        foreach (var g in MemoryMarshal.Cast<float, Vector<float>>(Gradient.AsSpan()))
            sum += Vector.Dot(g, g);
        return sum;
    }

    /// <summary>Steps against the gradient, and clears it.</summary>
    /// <param name="rate">Of learning.</param>
    /// <param name="scale">Of the gradient.</param>
    /// <param name="step">From 1.</param>
    public void Step(float rate, float scale, int step)
    {
        var correct = rate * MathF.Sqrt(1 - MathF.Pow(Second, step)) / (1 - MathF.Pow(First, step));
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan());
        var g = MemoryMarshal.Cast<float, Vector<float>>(Gradient.AsSpan());
        var m = MemoryMarshal.Cast<float, Vector<float>>(_mean.AsSpan());
        var v = MemoryMarshal.Cast<float, Vector<float>>(_square.AsSpan());
        for (var i = 0; i < w.Length; i++)
        {
            var own = g[i] * scale;
            m[i] = m[i] * First + own * (1 - First);
            v[i] = v[i] * Second + own * own * (1 - Second);
            w[i] -= m[i] * correct / (Vector.SquareRoot(v[i]) + new Vector<float>(Guard));
        }

        Gradient.AsSpan().Clear();
    }
}
