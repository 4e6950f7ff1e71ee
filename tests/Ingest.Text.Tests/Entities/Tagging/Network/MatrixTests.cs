using CsCheck;
using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Tests.Entities.Tagging.Network;

public sealed class MatrixTests
{
    [Fact]
    public void The_product_is_that_of_the_definition() =>
        Gen.Select(Gen.Int[1, 11], Gen.Int[1, 9], Gen.Int[1, 6]).SelectMany((rows, inner, blocks) => Gen.Select(
            Gen.Const((rows, inner, columns: blocks * Matrix.Lanes)),
            Gen.Int[-8, 8].Array[rows * inner], Gen.Int[-8, 8].Array[inner * blocks * Matrix.Lanes], Gen.Int[-8, 8].Array[rows * blocks * Matrix.Lanes])).Sample(
        (size, left, right, before) =>
        {
            var sum = Floats(before);

            Matrix.MultiplyAdd(Floats(left), Floats(right), sum, size.inner, size.columns);

            // Whole numbers, so that the sums are exact.
            for (var r = 0; r < size.rows; r++)
            {
                for (var c = 0; c < size.columns; c++)
                    Assert.Equal(before[r * size.columns + c] + Enumerable.Range(0, size.inner).Sum(k => left[r * size.inner + k] * right[k * size.columns + c]), sum[r * size.columns + c]);
            }
        });

    private static float[] Floats(int[] numbers) => Array.ConvertAll(numbers, number => (float)number);
}
