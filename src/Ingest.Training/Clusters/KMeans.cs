using System.Numerics.Tensors;

namespace Ingest.Training.Clusters;

/// <summary>Spherical k-means: vectors by direction. Starts from the most frequent words, so that it needs no chance.</summary>
internal static class KMeans
{
    /// <returns>The cluster of each vector, from 0.</returns>
    public static int[] Cluster(float[] vectors, int dimensions, int clusters, int rounds)
    {
        var n = vectors.Length / dimensions;
        var unit = (float[])vectors.Clone();
        for (var i = 0; i < n; i++)
            Normalize(unit.AsSpan(i * dimensions, dimensions));
        var centers = unit.AsSpan(0, clusters * dimensions).ToArray();
        var cluster = new int[n];
        for (var round = 0; round < rounds; round++)
        {
            Parallel.For(0, n, i =>
            {
                var vector = unit.AsSpan(i * dimensions, dimensions);
                var (best, likeness) = (0, float.NegativeInfinity);
                for (var c = 0; c < clusters; c++)
                {
                    var dot = Vectors.Dot(vector, centers.AsSpan(c * dimensions, dimensions));
                    if (dot > likeness)
                        (best, likeness) = (c, dot);
                }

                cluster[i] = best;
            });
            var sums = new float[centers.Length];
            for (var i = 0; i < n; i++)
                TensorPrimitives.Add(
                    sums.AsSpan(cluster[i] * dimensions, dimensions),
                    unit.AsSpan(i * dimensions, dimensions),
                    sums.AsSpan(cluster[i] * dimensions, dimensions));
            for (var c = 0; c < clusters; c++)
            {
                var sum = sums.AsSpan(c * dimensions, dimensions);
                if (Vectors.Dot(sum, sum) < 1e-12f)
                    continue;
                Normalize(sum);
                sum.CopyTo(centers.AsSpan(c * dimensions, dimensions));
            }
        }

        return cluster;
    }

    private static void Normalize(Span<float> vector)
    {
        var norm = MathF.Sqrt(Vectors.Dot(vector, vector));
        if (norm > 0)
            TensorPrimitives.Divide(vector, norm, vector);
    }
}
