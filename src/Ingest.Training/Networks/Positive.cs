namespace Ingest.Training.Networks;

/// <summary>The way back through relu.</summary>
internal static class Positive
{
    /// <summary>The gradient, in place, 0 where the value was not above 0.</summary>
    public static float[] Back(ReadOnlySpan<float> values, float[] gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = values[i] > 0 ? gradient[i] : 0;
        return gradient;
    }
}
