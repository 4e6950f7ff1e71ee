using System.Numerics.Tensors;

namespace Ingest.Training.Networks;

/// <summary>Which numbers are left out at a step (Srivastava et al. 2014): three in ten, and the others are raised by as much.</summary>
internal sealed class Dropout
{
    private const float Share = 0.3f;

    private readonly float[] _mask;

    public Dropout(int length, Xorshift random)
    {
        const uint least = (uint)(Share * uint.MaxValue);
        _mask = new float[length];
        for (var i = 0; i < length; i++)
            _mask[i] = random.Next() < least ? 0 : 1 / (1 - Share);
    }

    /// <summary>On the way forth and on the way back.</summary>
    public float[] Apply(ReadOnlySpan<float> numbers)
    {
        var kept = new float[numbers.Length];
        TensorPrimitives.Multiply(numbers, _mask, kept);
        return kept;
    }
}
