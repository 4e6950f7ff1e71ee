using System.Runtime.CompilerServices;

namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>A linear map: what comes in, times the weights, plus the bias.</summary>
/// <param name="Inputs">Numbers that come in.</param>
/// <param name="Outputs">Numbers that go out, a multiple of <see cref="Matrix.Lanes"/>.</param>
/// <param name="Weights"><paramref name="Outputs"/> an input.</param>
/// <param name="Bias">One an output.</param>
internal sealed record Layer(int Inputs, int Outputs, float[] Weights, float[] Bias)
{
    public Layer(int inputs, int outputs) : this(inputs, outputs, new float[inputs * outputs], new float[outputs])
    {
    }

    public IEnumerable<float[]> Arrays => [Weights, Bias];

    /// <summary>Of as many rows as there are in <paramref name="rows"/>.</summary>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(ReadOnlySpan<float> rows, Span<float> outputs)
    {
        for (var at = 0; at < outputs.Length; at += Outputs)
            Bias.CopyTo(outputs[at..]);
        Matrix.MultiplyAdd(rows, Weights, outputs, Inputs, Outputs);
    }
}
