using System.Numerics.Tensors;

namespace Ingest.Training;

internal static class WeightMean
{
    /// <summary>The mean of the weights of several models, in the first of them.</summary>
    /// <param name="models">As many weights each.</param>
    public static void Of(params ReadOnlySpan<float[]> models)
    {
        var mean = models[0];
        foreach (var model in models[1..])
            TensorPrimitives.Add(mean, model, mean);
        TensorPrimitives.Divide(mean, (float)models.Length, mean);
    }
}
